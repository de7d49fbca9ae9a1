import type { MemberId } from '../engine/core/ids.ts'
import { advanceSql } from '../engine/store/sql/advance.ts'
import type { Row, Statement, Store } from '../engine/store/store.ts'

/** A store that tells which members an advance has walked, once it has committed: `at` is of `performance.now()`. */
export function watchedStore(store: Store, committed: (members: readonly MemberId[], at: number) => void): Store {
  return {
    ...store,
    async advancing(tenant, work) {
      const taken: MemberId[] = []
      const result = await store.advancing(tenant, (tx) => {
        const query = async (statement: string | Statement, values?: readonly unknown[]) => {
          const rows = await tx.sql.query<never>(statement as string, values) // as it was asked here
          if (statement === advanceSql.take) for (const row of rows as Row<'advance.take'>[]) taken.push(row.member_id)
          return rows
        }
        const sql = { query, write: tx.sql.write.bind(tx.sql), flush: tx.sql.flush.bind(tx.sql) }
        return work({ ...tx, sql })
      })
      if (taken.length > 0) committed(taken, performance.now())
      return result
    },
  }
}
