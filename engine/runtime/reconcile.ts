import type { JourneyId, TenantId } from '../core/ids.ts'
import { pokesSql } from '../store/sql/pokes.ts'
import type { Store } from '../store/store.ts'
import type { Send } from './dispatcher.ts'

/** Wakes, without asking first, every shard with something overdue by a minute. Answers how many. */
export async function reconcile(store: Store, send: Send): Promise<number> {
  const rows = await store.acrossTenants((sql) =>
    sql.query<{ tenant_id: TenantId; journey_id: JourneyId; shard: number }>(pokesSql.overdue),
  )
  for (const { tenant_id: tenant, journey_id: journey, shard } of rows)
    await send({ kind: 'shard', shard: { tenant, journey, shard } })
  await send({ kind: 'clock' })
  return rows.length
}
