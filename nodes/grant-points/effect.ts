import { defineEffect } from '../../engine/core/journey/effect.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { type Order, REVERSED } from '../../engine/core/journey/refunds.ts'
import { addDuration } from '../../engine/core/time/duration.ts'
import { grantPoints, keepRewards, refundedBefore } from '../../engine/loyalty/face.ts'
import type { Tx } from '../../engine/store/store.ts'
import type { Settings } from './node.ts'

export const apply = defineEffect<Tx, Settings, { points: number; order?: Order }>(async (tx, batch) => {
  const { account, expiresAfter, reason } = batch.settings
  const refunded = await refundedBefore(tx, batch.visits)
  const granting = batch.visits.filter((visit) => !refunded.has(visit))
  const grants = granting.map(({ member, enrolment, visit, at, body }) => ({
    member,
    enrolment,
    visit,
    at,
    reason,
    amount: body.points,
    ...(expiresAfter ? { expiresAt: addDuration(at, expiresAfter, batch.zone) } : {}),
  }))
  const events = await grantPoints(tx, account, grants)
  keepRewards(tx, 'points', batch, granting)
  const results = batch.visits.map((visit) => {
    const order = refunded.get(visit)
    return order ? leave(REVERSED, { order: order.id }) : leave('granted', { points: visit.body.points })
  })
  return { results, events }
})
