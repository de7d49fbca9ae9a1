import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { registry } from '../../nodes/definitions.ts'

type DocumentNode = JourneyDocument['nodes'][number]

const parsed = new WeakMap<object, { type: string; settings: unknown }>()

/** A node's settings as its definition reads them; undefined where they are not valid. */
export function settingsOf({ type, settings }: DocumentNode): unknown {
  const known = parsed.get(settings)
  if (known?.type === type) return known.settings
  const result = registry.get(type)?.settings.safeParse(settings)
  const found = result?.success ? result.data : undefined
  parsed.set(settings, { type, settings: found })
  return found
}

/** A node's outcomes: those of its settings, then those that are drawn and not, or no longer, among them. */
export function outcomesOf(node: DocumentNode, drawn: readonly string[]): string[] {
  const outcomes = new Set(ownOutcomes(node))
  if (node.onError === 'failed' && outcomes.size > 0) outcomes.add('failed')
  for (const outcome of drawn) outcomes.add(outcome)
  return [...outcomes]
}

/** Of settings that are not valid, such as half a branch, what can be told. */
function ownOutcomes(node: DocumentNode): string[] {
  const definition = registry.get(node.type)
  if (!definition) return []
  try {
    return definition.outcomes(settingsOf(node) ?? node.settings)
  } catch {
    return []
  }
}
