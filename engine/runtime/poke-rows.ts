import { pokesSql } from '../store/sql/pokes.ts'
import type { Store } from '../store/store.ts'
import type { Send, Target } from './dispatcher.ts'

/** Carries pokes as rows, for the dispatcher of another process to send. */
export const pokeRows =
  (store: Store): Send =>
  (target) =>
    store.acrossTenants((sql) => sql.query(pokesSql.add, rowOf(target)))

/** Tenant, kind, owner and part. */
function rowOf(target: Target): (number | null)[] {
  if (target.kind === 'clock') return [null, 2, 0, 0] // of no tenant; a row has one all the same
  if (target.kind === 'lane') return [target.lane.tenant, 1, target.lane.account, target.lane.lane]
  return [target.shard.tenant, 0, target.shard.journey, target.shard.shard]
}
