import type { MemberId } from '../core/ids.ts'
import type { PointsKind } from '../core/journey/facts.ts'
import { nameOf, POINTS_KINDS } from '../store/codes.ts'
import { peopleSql } from '../store/sql/people.ts'
import type { Tx } from '../store/store.ts'

/** What a member has on one account. `lapses` is the next of its points to be lost, at epoch milliseconds. */
export interface Balance {
  readonly account: PointsKind
  readonly balance: number
  readonly lapses: { readonly at: number; readonly points: number } | null
}

/** A member's accounts; those never used are left out. */
export async function loadBalances(tx: Tx, member: MemberId): Promise<Balance[]> {
  const rows = await tx.sql.query(peopleSql.points, [member])
  return rows.map(({ kind, balance, lapses_at, lapsing }) => ({
    account: nameOf(POINTS_KINDS, kind),
    balance,
    lapses: lapses_at === null ? null : { at: lapses_at, points: lapsing ?? 0 },
  }))
}
