import { maintenanceSql } from './sql/maintenance.ts'
import type { Store } from './store.ts'

/** Rows deleted in one transaction. */
const PURGE_BATCH = 10_000

/** SQLSTATEs of who waited too long for a lock, or in a ring: trying again later is all that it takes. */
const BUSY = new Set(['55P03', '40P01'])

export interface MadeMonths {
  /** The partitions made, `trace 2026-12-01`. */
  readonly made: readonly string[]
  /** Those that must be tried again: their table was busy. Until then their rows go to the DEFAULT partition. */
  readonly busy: readonly string[]
  /** Rows that had gone to a DEFAULT partition and lie in their month now. */
  readonly moved: number
}

/**
 * Makes the month partitions of traces, effects and messages that a clock needs on its way between two instants (epoch
 * milliseconds); without a span, from PostgreSQL's present month to three months ahead. To be called before a clock is wound
 * and before old members are enrolled: rows of a month that has no partition go to the DEFAULT partition.
 */
export async function makeMonths(store: Store, span?: { from: number; to: number }): Promise<MadeMonths> {
  const missing = await store.acrossTenants((sql) =>
    sql.query(maintenanceSql.missingMonths, [span?.from ?? null, span?.to ?? null]),
  )
  const made: string[] = []
  const busy: string[] = []
  let moved = 0
  for (const { parent, month } of missing) {
    const name = `${parent} ${month}`
    try {
      // Each in a transaction of its own: it locks the DEFAULT partition for as long as that lasts.
      const [row] = await store.acrossTenants((sql) => sql.query(maintenanceSql.makeMonth, [parent, month]))
      if (row?.moved == null) continue // another was quicker
      made.push(name)
      moved += row.moved
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && BUSY.has(String(error.code)))) throw error
      busy.push(name)
    }
  }
  return { made, busy, moved }
}

/**
 * What an installation needs done at its start and once a day: month partitions three months ahead, and message ids older than 30
 * days by their tenant's clock deleted, 10,000 in a transaction, what members counted where no count looks at it any more likewise,
 * and notices older than 180 days. Safe to run anywhere at any time, also twice at once.
 */
export async function maintain(store: Store): Promise<MadeMonths & { readonly purged: number }> {
  const months = await makeMonths(store)
  await store.acrossTenants((sql) => sql.query(maintenanceSql.purgeNotices))
  await clearCounted(store)
  return { ...months, purged: await inBatches(store, maintenanceSql.purgeMessageIds, PURGE_BATCH) }
}

/** Clears places in counters of members that no count looks at any more, `batch` in a transaction; answers how many. */
export async function clearCounted(store: Store, batch = PURGE_BATCH): Promise<number> {
  const old = await inBatches(store, maintenanceSql.clearCounted, batch)
  return old + (await inBatches(store, maintenanceSql.clearEnded, batch))
}

type Purge = (typeof maintenanceSql)['purgeMessageIds' | 'clearCounted' | 'clearEnded']

/** Deletes until nothing is left to delete; answers how many rows. */
async function inBatches(store: Store, purge: Purge, batch: number): Promise<number> {
  let all = 0
  for (;;) {
    const [gone] = await store.acrossTenants((sql) => sql.query(purge, [batch]))
    const n = gone?.n ?? 0
    all += n
    if (n < batch) return all
  }
}

/** How many rows lie outside every month partition, counted to 1,000; 0 is well. */
export async function rowsOutsideMonths(store: Store): Promise<number> {
  const [row] = await store.acrossTenants((sql) => sql.query(maintenanceSql.outsideMonths))
  return row?.n ?? 0
}
