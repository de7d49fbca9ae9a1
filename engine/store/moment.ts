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

/** Members whose locks a transaction has, and the tenant's clock since it has the last of them. */
export interface Locked {
  readonly members: ReadonlySet<MemberId>
  readonly at: number
}

/**
 * Locks members in the order of their ids and answers the clock, read after the last lock: what comes second sees what the first did.
 * Those that the transaction has locked before are not locked again.
 */
export async function lockMembers(tx: Tx, members: Iterable<MemberId>, before?: Locked): Promise<Locked> {
  const more = [...new Set(members)].filter((member) => !before?.members.has(member)).sort((a, b) => a - b)
  if (before && more.length === 0) return before
  const [, at] = await Promise.all([tx.sql.query(advanceSql.lockMembers, [numbers(more)]), clockOf(tx)])
  return { members: new Set([...(before?.members ?? []), ...more]), at }
}

/** Wakes the installation's clock, once this transaction commits, to look at its fires again. */
export const pokeClock = (tx: Tx): void => tx.sql.write(eventsSql.poke, [tx.tenant, 2, '{0}', '{0}'])
