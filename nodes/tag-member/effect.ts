import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { addDuration } from '../../engine/core/time/duration.ts'
import { tagMembers } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

export const apply = defineEffect<Tx, Settings>(async (tx, { journey, settings, zone, visits }) => {
  const { kind, tags } = settings
  const expiresAfter = kind === 'remove' ? undefined : settings.expiresAfter
  const changes = visits.map((visit) =>
    expiresAfter ? { ...visit, expiresAt: addDuration(visit.at, expiresAfter, zone) } : visit,
  )
  const remove = { add: [], remove: tags, replace: 'all-others' as const }[kind]
  tagMembers(tx, changes, { add: kind === 'remove' ? [] : tags, remove }, `journey/${journey}`)
  return { results: visits.map(() => leave('next')), events: [] }
})
