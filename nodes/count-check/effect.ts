import { countArrivals } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import type { Tx } from '../../engine/store/store.ts'
import { counterOf, leaveBy, type Settings } from './node.ts'

/** Counts each arrival once, in the transaction of its advance. */
export const apply = defineEffect<Tx, Settings>(async (tx, { settings, visits, ...place }) => {
  const { bound, window } = settings
  const within = await countArrivals(tx, place, { counter: counterOf(settings), window, bound }, visits)
  return { results: within.map(leaveBy), events: [] }
})
