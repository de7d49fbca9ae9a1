import { pokesSql } from '../store/sql/pokes.ts'
import type { Store } from '../store/store.ts'

/**
 * Pokes, without asking first, everything that is overdue by a minute: a poke, a timer or all of a driver's memory may have
 * been lost. Answers how many pokes it wrote, which the dispatcher then carries.
 */
export async function reconcile(store: Store): Promise<number> {
  const written = await store.acrossTenants((sql) => sql.query(pokesSql.reconcile))
  return written.length
}
