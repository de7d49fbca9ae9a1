import { countEnds } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** Counts those who came, and closes the journey to newcomers once they are enough. */
export const apply = defineEffect<Tx, Settings>(async (tx, { settings, visits, ...place }) => {
  const reached = await countEnds(tx, place, visits.length)
  const { closesAfter = Number.POSITIVE_INFINITY } = settings
  return { results: visits.map(() => leave('ended')), events: [], closes: reached >= closesAfter }
})
