import { takeSlots } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import type { Tx } from '../../engine/store/store.ts'
import { goBy, type Settings } from './node.ts'

/** Takes a slot for each arrival. One taken out by hand while it waits leaves its slot unused: nobody else's time changes. */
export const apply = defineEffect<Tx, Settings>(async (tx, { settings, visits, ...place }) => {
  const slots = await takeSlots(tx, place, settings, visits)
  return { results: visits.map(({ at }, i) => goBy(slots[i] ?? at, at)), events: [] }
})
