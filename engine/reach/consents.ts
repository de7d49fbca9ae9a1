import type { MemberId } from '../core/ids.ts'
import { peopleSql } from '../store/sql/people.ts'
import type { Tx } from '../store/store.ts'

/** What a member agreed to, or took back. `at` is epoch milliseconds. */
export interface Consent {
  readonly channel: string
  readonly purpose: string
  readonly granted: boolean
  readonly source: string
  readonly at: number
}

export const loadConsents = (tx: Tx, member: MemberId): Promise<Consent[]> => tx.sql.query(peopleSql.consents, [member])
