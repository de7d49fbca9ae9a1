import type { EffectAnswer, EffectRow } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { keepArms } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import { definition, outcomeOf } from './node.ts'

/** Keeps each member's arm for good: it survives re-entry and edits. */
export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const [first] = rows
  if (!first) return { results: [], events: [] }
  const { arms } = definition.settings.parse(first.settings) as { arms: { id: string; control: boolean }[] } // its own schema
  const kept = rows.map(({ member, body }) => ({ member, arm: String(body.arm) }))
  keepArms(tx, { journey: first.journey, nodeKey: first.nodeKey }, kept)
  const outcomes = new Map(arms.map((arm) => [arm.id, outcomeOf(arm)]))
  return { results: kept.map(({ arm }) => leave(outcomes.get(arm) ?? arm, { arm })), events: [] }
}
