import type { Unmet } from '../core/explain/facts.ts'
import type { VersionId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { Moment } from '../core/rules/evaluate.ts'
import type { Rule } from '../core/rules/rule.ts'
import { factsFound, KeptUnmet, partsOf, unmetPlaces } from '../core/rules/unmet.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

/** What a refusal keeps of a rule that facts do not meet; undefined where they do. */
export function unmetToKeep(
  rule: Rule,
  version: VersionId,
  facts: Readonly<Record<string, unknown>>,
  moment: Moment,
): JsonObject | undefined {
  const parts = unmetPlaces(rule, facts, moment)
  if (parts.length === 0) return undefined
  const failing = partsOf(rule).filter((_, place) => parts.includes(place))
  return { version, parts, found: factsFound(failing, facts) } satisfies KeptUnmet
}

export const NOTHING_UNMET: Unmet = { unmet: [], found: {} }

/** What a stored refusal by the trigger at `node` says was not met; nothing where it kept none. */
export async function keptUnmet(
  engine: Engine,
  tx: Tx,
  { node, unmet }: { readonly node: number | null; readonly unmet: unknown },
): Promise<Unmet> {
  const stored = KeptUnmet.safeParse(unmet).data
  if (!stored || node === null) return NOTHING_UNMET
  const plan = await planOf(engine, tx, stored.version as VersionId) // written by `unmetToKeep` alone
  const rule = plan.nodes[node]?.trigger?.events?.member
  const failing = rule ? partsOf(rule).filter((_, place) => stored.parts.includes(place)) : []
  return { unmet: failing, found: stored.found }
}
