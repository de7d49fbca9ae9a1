import type { EffectAnswer, EffectRow } from '../../engine/core/journey/effect.ts'
import type { PointsKind } from '../../engine/core/journey/facts.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { addDuration, type Duration } from '../../engine/core/time/duration.ts'
import { grantPoints } from '../../engine/loyalty/face.ts'
import type { Tx } from '../../engine/store/store.ts'

interface Settings {
  account: PointsKind
  expiresAfter?: Duration
  reason: string
}

export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const [first] = rows
  if (!first) return { results: [], events: [] }
  const { account, expiresAfter, reason } = first.settings as unknown as Settings // parsed by the node's own schema
  const grants = rows.map(({ member, enrolment, visit, at, zone, body }) => ({
    member,
    enrolment,
    visit,
    at,
    reason,
    amount: Number(body.points),
    ...(expiresAfter ? { expiresAt: addDuration(at, expiresAfter, zone) } : {}),
  }))
  grantPoints(tx, account, grants)
  return { results: grants.map(({ amount }) => leave('granted', { points: amount })), events: [] }
}
