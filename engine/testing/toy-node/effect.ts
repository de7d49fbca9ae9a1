import { defineEffect } from '../../core/journey/effect.ts'
import { leave } from '../../core/journey/node.ts'
import { tagMembers } from '../../members/face.ts'
import type { Tx } from '../../store/store.ts'

export const apply = defineEffect<Tx, { badge: string }>(async (tx, { settings: { badge }, visits }) => {
  await tagMembers(tx, visits, { add: [badge], remove: [] }, 'badge')
  return { results: visits.map(() => leave('pinned', { badge })), events: [] }
})
