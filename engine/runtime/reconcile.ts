import type { JourneyId, LaneRef, TenantId } from '../core/ids.ts'
import { pokesSql } from '../store/sql/pokes.ts'
import type { Store } from '../store/store.ts'
import type { Send } from './dispatcher.ts'

/** Wakes, without asking first, every shard and every lane with something overdue by a minute. Answers how many. */
export async function reconcile(store: Store, send: Send): Promise<number> {
  const rows = await store.acrossTenants((sql) =>
    sql.query<{ tenant_id: TenantId; journey_id: JourneyId; shard: number }>(pokesSql.overdue),
  )
  const lanes = await store.acrossTenants((sql) => sql.query<LaneRef & Record<string, unknown>>(pokesSql.overdueLanes))
  for (const { tenant_id: tenant, journey_id: journey, shard } of rows)
    await send({ kind: 'shard', shard: { tenant, journey, shard } })
  for (const lane of lanes) await send({ kind: 'lane', lane })
  await send({ kind: 'clock' })
  return rows.length + lanes.length
}
