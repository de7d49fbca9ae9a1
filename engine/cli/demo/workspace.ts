import { readFileSync } from 'node:fs'
import { id, type MemberId, type TenantId } from '../../core/ids.ts'
import type { Engine } from '../../runtime/engine.ts'
import { publish } from '../../runtime/publish.ts'
import { storeEvents } from '../../runtime/unit-of-work.ts'

const MEMBERS = 2_000

/** The demo workspace: made once on an empty database; answers its tenant. */
export async function demoWorkspace(engine: Engine): Promise<TenantId> {
  const [made] = await engine.store.acrossTenants((sql) =>
    sql.query<{ id: number }>(
      "INSERT INTO tenant (key, name) VALUES ('demo', '示例商店') ON CONFLICT DO NOTHING RETURNING id",
    ),
  )
  if (!made) {
    const [there] = await engine.store.acrossTenants((sql) =>
      sql.query<{ id: number }>("SELECT id FROM tenant WHERE key = 'demo'"),
    )
    return id<TenantId>(there?.id ?? 0)
  }
  const tenant = id<TenantId>(made.id)
  await engine.store.inTenant(tenant, (tx) =>
    tx.sql.query(
      `INSERT INTO member (tenant_id, attributes, created_at)
       SELECT $1, jsonb_build_object('name', '会员' || i, 'city', (ARRAY['上海', '北京', '广州', '成都'])[1 + i % 4], 'spend', i * 7 % 2000), now()
       FROM generate_series(1, $2::int) i`,
      [tenant, MEMBERS],
    ),
  )
  const document = JSON.parse(readFileSync(new URL('./welcome.journey.json', import.meta.url), 'utf8'))
  await engine.store.withDb(tenant, (tx) => publish(engine, tx, document, 'demo'))
  return tenant
}

/** A gentle stream of orders by random members, until it is stopped. */
export async function streamOrders(engine: Engine, tenant: TenantId): Promise<() => void> {
  const members = await engine.store.inTenant(tenant, (tx) => tx.sql.query<{ id: MemberId }>('SELECT id FROM member'))
  const timer = setInterval(() => {
    const member = members[Math.floor(Math.random() * members.length)]?.id
    if (!member) return
    const event = {
      member,
      name: 'order completed',
      at: Date.now(),
      properties: { amount: Math.round(Math.random() * 500) },
    }
    engine.store.inTenant(tenant, (tx) => storeEvents(engine, tx, [event])).catch(() => {})
  }, 500)
  return () => clearInterval(timer)
}
