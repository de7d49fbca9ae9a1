import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { keepArms } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import { outcomeOf, type Settings } from './node.ts'

/** Keeps each member's arm for good: it survives re-entry and edits. */
export const apply = defineEffect<Tx, Settings, { arm: string }>(async (tx, batch) => {
  const kept = batch.visits.map(({ member, body }) => ({ member, arm: body.arm }))
  keepArms(tx, batch, kept)
  const outcomes = new Map(batch.settings.arms.map((arm) => [arm.id, outcomeOf(arm)]))
  return { results: kept.map(({ arm }) => leave(outcomes.get(arm) ?? arm, { arm })), events: [] }
})
