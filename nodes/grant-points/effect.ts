import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { addDuration } from '../../engine/core/time/duration.ts'
import { grantPoints } from '../../engine/loyalty/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

export const apply = defineEffect<Tx, Settings, { points: number }>(async (tx, { settings, zone, visits }) => {
  const { account, expiresAfter, reason } = settings
  const grants = visits.map(({ member, enrolment, visit, at, body }) => ({
    member,
    enrolment,
    visit,
    at,
    reason,
    amount: body.points,
    ...(expiresAfter ? { expiresAt: addDuration(at, expiresAfter, zone) } : {}),
  }))
  const events = await grantPoints(tx, account, grants)
  return { results: grants.map(({ amount }) => leave('granted', { points: amount })), events }
})
