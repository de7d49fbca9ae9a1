import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { tellOfVisits } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** Filled in by `decide`. */
interface Body {
  text: string
}

export const apply = defineEffect<Tx, Settings, Body>(async (tx, { settings, visits, ...place }) => {
  const { roles, people, mail } = settings
  await tellOfVisits(tx, { ...place, to: { roles, people }, mail }, visits, ({ body }) => body.text)
  return { results: visits.map(() => leave('next')), events: [] }
})
