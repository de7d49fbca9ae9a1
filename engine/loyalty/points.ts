import type { EnrolmentId, MemberId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import type { PointsKind } from '../core/journey/facts.ts'
import { POINTS_CHANGED } from '../core/journey/own-events.ts'
import { codeOf, EFFECTS, POINTS_KINDS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { membersSql } from '../store/sql/members.ts'
import { pointsSql } from '../store/sql/points.ts'
import type { Tx } from '../store/store.ts'

/** Points for one visit. `expiresAt` is absent where they last; times are epoch milliseconds. */
export interface PointGrant {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly amount: number
  readonly at: number
  readonly expiresAt?: number
  readonly reason: string
}

/**
 * Grants points: an entry, the lot it fills, and the balance; answers what changed. The same visit grants once, however often it
 * is asked. The members must be locked.
 */
export async function grantPoints(tx: Tx, account: PointsKind, grants: readonly PointGrant[]): Promise<RaisedEvent[]> {
  if (grants.length === 0) return []
  const byVisit = new Map(grants.map((g) => [`${g.enrolment}.${g.visit}`, g]))
  const once = [...byVisit.values()]
  const granted = await tx.sql.query(pointsSql.grant, [
    tx.tenant,
    codeOf(POINTS_KINDS, account),
    codeOf(EFFECTS, 'points'),
    numbers(once.map((g) => g.member)),
    numbers(once.map((g) => g.enrolment)),
    numbers(once.map((g) => g.visit)),
    numbers(once.map((g) => g.amount)),
    numbers(once.map((g) => g.at)),
    `{${once.map((g) => g.expiresAt ?? 'NULL').join(',')}}`,
    texts(once.map((g) => g.reason)),
  ])
  const fresh =
    granted.length === once.length ? once : granted.flatMap((g) => byVisit.get(`${g.enrolment_id}.${g.visit}`) ?? [])
  return fresh.map(({ member, at, amount, reason }) => ({
    ...{ member, name: POINTS_CHANGED, at },
    properties: { account, amount, reason },
  }))
}

/** Balances of one kind of account, in the members' order; 0 where there is no account yet. */
export async function loadPoints(tx: Tx, members: readonly MemberId[], account: PointsKind): Promise<number[]> {
  const kind = codeOf(POINTS_KINDS, account)
  const rows = await tx.sql.query(membersSql.points, [numbers(members), kind])
  const by = new Map(rows.map((row) => [row.member_id, row.balance]))
  return members.map((member) => by.get(member) ?? 0)
}
