import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { calledEvent } from '../../engine/core/journey/own-events.ts'
import { moveMembers } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/** Groups as they are, or an event that the journey handed over to enters members by: its depth ends what goes in a ring. */
export const apply = defineEffect<Tx, Settings>(async (tx, { journey, settings, visits }) => {
  const results = visits.map(() => leave('next'))
  if (settings.kind === 'hand-over') {
    const name = calledEvent(settings.journey)
    return { results, events: visits.map(({ member, at, body: properties }) => ({ member, name, at, properties })) }
  }
  await moveMembers(tx, settings, visits, `journey/${journey}`)
  return { results, events: [] }
})
