import { takesCalls } from '../../engine/controls/face.ts'
import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { calledEvent } from '../../engine/core/journey/own-events.ts'
import { moveMembers } from '../../engine/members/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

/**
 * Groups as they are, or an event that the journey handed over to enters members by: its depth ends what goes in a ring. Where that
 * journey takes no calls, nobody is handed over.
 */
export const apply = defineEffect<Tx, Settings>(async (tx, { journey, settings, outcomes, visits }) => {
  if (settings.kind !== 'hand-over') {
    await moveMembers(tx, settings, visits, `journey/${journey}`)
    return { results: visits.map(() => leave('next')), events: [] }
  }
  if (!(await takesCalls(tx, settings.journey))) {
    // Versions of before the outcome have but one, and say why all the same.
    const outcome = outcomes.includes('failed') ? 'failed' : 'next'
    return { results: visits.map(() => leave(outcome, { reason: 'takes-no-calls' })), events: [] }
  }
  const name = calledEvent(settings.journey)
  return {
    results: visits.map(() => leave('next')),
    events: visits.map(({ member, at, body: properties }) => ({ member, name, at, properties })),
  }
})
