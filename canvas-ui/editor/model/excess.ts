import { type JourneyDocument, LIMITS } from '../../../engine/core/journey/document.ts'
import type { EditorEvent, StepName } from './machine.ts'

const COUNTED = ['nodes', 'edges', 'notes'] as const
const GROWING: ReadonlySet<StepName> = new Set(['add', 'connect', 'duplicate', 'note', 'paste', 'split'])

/** What a journey would have too many of. */
export interface Excess {
  readonly of: (typeof COUNTED)[number]
  readonly count: number
  readonly most: number
}

/** What a document would have more of after an event than the server takes; undefined where all stays within its limits. */
export function excessAfter(event: EditorEvent, document: JourneyDocument): Excess | undefined {
  if (event.type !== 'do' || !GROWING.has(event.name)) return undefined
  const after = event.edit(document)
  return COUNTED.map((of) => ({ of, count: after[of]?.length ?? 0, most: LIMITS[of] })).find(
    ({ count, most }) => count > most,
  )
}
