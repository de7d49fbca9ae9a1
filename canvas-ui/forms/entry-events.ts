import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { registry } from '../../nodes/definitions.ts'
import { settingsOf } from '../canvas/outcomes.ts'

/** Names of the events that begin a journey, of triggers whose settings are valid. */
export const entryEventsOf = (document: JourneyDocument): string[] =>
  document.nodes.flatMap((node) => {
    const settings = settingsOf(node)
    const trigger = settings === undefined ? undefined : registry.get(node.type)?.trigger?.(settings, document.key)
    return trigger?.events?.matches.map((match) => match.event) ?? []
  })
