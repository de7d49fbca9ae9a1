import { pokesSql } from '../store/sql/pokes.ts'
import type { Store } from '../store/store.ts'

/** How busy an installation is. */
export interface Load {
  /** Pokes that no advance has consumed yet, counted up to 10,000, as the dispatcher last saw them. */
  readonly pokesWaiting: number
  /** Shards of one member that are alive, counted up to 10,000. */
  readonly memberShards: number
  /** Ids given to events since the beginning: a little more than there are. */
  readonly eventsStored: number
}

/** Reads three numbers that somebody else keeps up to date. */
export async function loadOf(store: Store): Promise<Load> {
  const [load] = await store.acrossTenants((sql) => sql.query(pokesSql.seen))
  return load ?? { pokesWaiting: 0, memberShards: 0, eventsStored: 0 }
}
