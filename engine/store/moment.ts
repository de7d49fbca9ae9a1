import type { MemberId } from '../core/ids.ts'
import { numbers } from './literal.ts'
import { advanceSql } from './sql/advance.ts'
import { eventsSql } from './sql/events.ts'
import type { Tx } from './store.ts'

/** The tenant's clock, epoch milliseconds: PostgreSQL's, or the one it was wound to. */
export async function clockOf(tx: Tx): Promise<number> {
  const [row] = await tx.sql.query(advanceSql.clock)
  if (!row) throw new Error('the clock did not answer')
  return row.at
}

/** Locks members in the order of their ids and answers the clock, read after the last lock: what comes second sees what the first did. */
export async function lockMembers(tx: Tx, members: readonly MemberId[]): Promise<number> {
  const ordered = [...new Set(members)].sort((a, b) => a - b)
  const [, at] = await Promise.all([tx.sql.query(advanceSql.lockMembers, [numbers(ordered)]), clockOf(tx)])
  return at
}

/** Wakes the installation's clock, once this transaction commits, to look at its fires again. */
export const pokeClock = (tx: Tx): void => tx.sql.write(eventsSql.poke, [tx.tenant, 2, '{0}', '{0}'])
