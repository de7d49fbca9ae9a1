import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { tagMembers } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import { changeOf, expiryOf, type Settings } from './node.ts'

export const apply = defineEffect<Tx, Settings>(async (tx, { journey, settings, zone, visits }) => {
  const changes = visits.map((visit) => ({ ...visit, ...expiryOf(settings, visit.at, zone) }))
  const events = await tagMembers(tx, changes, changeOf(settings), `journey/${journey}`)
  return { results: visits.map(() => leave('next')), events }
})
