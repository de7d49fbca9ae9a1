import { fillArms, keepArms } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import type { Tx } from '../../engine/store/store.ts'
import { leaveBy, NO_ARM, quotasOf, type Settings } from './node.ts'

/** Keeps each member's arm for good: it survives re-entry and edits. */
export const apply = defineEffect<Tx, Settings, { arm?: string }>(async (tx, { settings, visits, ...place }) => {
  if (settings.by === 'quota') {
    const arms = await fillArms(tx, place, quotasOf(settings), NO_ARM, visits)
    return { results: arms.map((arm) => leaveBy(arm === NO_ARM ? undefined : arm)), events: [] }
  }
  const drawn = visits.flatMap(({ member, body: { arm } }) => (arm === undefined ? [] : [{ member, arm }]))
  keepArms(tx, place, drawn)
  return { results: drawn.map(({ arm }) => leaveBy(arm)), events: [] }
})
