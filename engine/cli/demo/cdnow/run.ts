import { readFileSync } from 'node:fs'
import { id, type TenantId } from '../../../core/ids.ts'
import { importEvents, importMembers, type Row } from '../../../members/face.ts'
import type { Engine } from '../../../runtime/engine.ts'
import { type Published, publish } from '../../../runtime/publish.ts'
import { takeIn } from '../../../runtime/take-in.ts'
import { settled, wind } from '../../../runtime/wind.ts'
import { type LaterOrder, NOON_MS, pastOrders, readCdnow, START } from './file.ts'

const DAY_MS = 86_400_000
/** The key of the journey. */
export const JOURNEY = 'win-back'
/** To the end of June. */
const DAYS = 181
const ORDER = 'order completed'

/** At least two orders, and none in the 180 days before the end of 1997. */
const LAPSED = {
  all: [
    { events: { event: ORDER, atLeast: 2 } },
    { events: { event: ORDER, did: false, window: { kind: 'between', from: '1997-07-04', to: '1997-12-31' } } },
  ],
}

/** Told what is done: lines imported, and days gone by of how many. */
export interface Watch {
  readonly imported?: (lines: number) => void
  readonly lived?: (days: number, of: number) => void
}

/** Where the journey's e-mail goes. */
export interface MailServer {
  readonly host: string
  readonly port: number
}

/** A workspace whose clock stands at the beginning of 1998. */
export async function makeWorkspace({ store }: Engine, mail: MailServer): Promise<TenantId> {
  const [made] = await store.acrossTenants((sql) =>
    sql.query<{ id: number }>(
      "INSERT INTO tenant (key, name, zone, wound_at) VALUES ('cdnow', 'CDNOW', 'UTC', ts($1)) RETURNING id",
      [START],
    ),
  )
  const tenant = id<TenantId>(made?.id ?? 0)
  const { host, port } = mail
  const from = { name: 'CDNOW', address: 'news@example.com' }
  const account = { host, port, security: 'none', from, unsubscribe: 'mailto:stop@example.com' }
  await store.inTenant(tenant, async (tx) => {
    await tx.sql.query("INSERT INTO account (tenant_id, key, channel, settings) VALUES ($1, 'main', 'email', $2)", [
      tenant,
      account,
    ])
    await tx.sql.query("INSERT INTO segment (tenant_id, key, name, rule) VALUES ($1, 'lapsed', 'Lapsed', $2)", [
      tenant,
      LAPSED,
    ])
  })
  return tenant
}

/** Imports the customers and their orders of 1997. All agreed to e-mail but those whose number ends in 7. */
async function importPast(
  { store }: Engine,
  tenant: TenantId,
  file: string,
  members: readonly Row[],
  onProgress: (lines: number) => void = () => {},
): Promise<void> {
  const user = { namespace: 'user', column: 'customer_id' }
  await importMembers(store, tenant, {
    source: 'customers',
    rows: each(members),
    onProgress,
    map: {
      identities: [user, { namespace: 'email', column: 'email' }],
      attributes: { spend: { column: 'spend', as: 'number' } },
    },
  })
  await store.inTenant(tenant, (tx) =>
    tx.sql.query(
      `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
       SELECT tenant_id, member_id, 'email', 'marketing', true, 'demo', ts($1) FROM identity
       WHERE namespace = 'user' AND value NOT LIKE '%7'`,
      [START],
    ),
  )
  await importEvents(store, tenant, {
    source: 'orders',
    rows: pastOrders(file),
    onProgress: (lines) => onProgress(members.length + lines),
    map: {
      identities: [user],
      event: { name: ORDER },
      at: { column: 'date', zone: 'UTC', time: '12:00' },
      properties: { amount: { column: 'dollar_value', as: 'number' } },
    },
  })
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Imports the file's past, publishes the journey, and lives through half a year of its orders, day by day. */
export async function runCdnow(
  engine: Engine,
  tenant: TenantId,
  file: string,
  { imported, lived }: Watch = {},
): Promise<Published> {
  const { members, later } = await readCdnow(file)
  await importPast(engine, tenant, file, members, imported)
  const document: unknown = JSON.parse(readFileSync(new URL('./win-back.journey.json', import.meta.url), 'utf8'))
  const published = await engine.store.withDb(tenant, (tx) => publish(engine, tx, document, 'demo'))
  for (let day = 0; day < DAYS; day++) {
    const noon = START + day * DAY_MS + NOON_MS
    await wind(engine.store, tenant, noon)
    const orders = later.get(new Date(noon).toISOString().slice(0, 10)) ?? []
    await takeIn(engine, tenant, [orders.map((order) => toldOf(order, noon))])
    lived?.(day + 1, DAYS)
  }
  await settled(engine.store, tenant)
  return published
}

const toldOf = ({ line, customer, amount }: LaterOrder, at: number) => ({
  person: [{ namespace: 'user', value: customer }],
  event: { name: ORDER, at, properties: { amount } },
  messageId: `line ${line}`,
})
