import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { id, type TenantId } from '../../core/ids.ts'
import { importEvents, importMembers, issueApiKey, readRows, saveSegment } from '../../members/face.ts'
import type { Engine } from '../../runtime/engine.ts'
import { publish } from '../../runtime/publish.ts'
import type { DbTx } from '../../store/store.ts'
import { Progress } from '../progress.ts'
import { membersCsv, ordersCsv } from './people.ts'

const ACTOR = 'demo'
const SOURCE = 'demo'
const ZONE = 'Asia/Shanghai'
const JOURNEYS = ['order-thanks', 'win-back', 'gold-monday']

export interface DemoWorkspace {
  readonly tenant: TenantId
  /** A write key, where one was made: it is never to be seen again. */
  readonly key?: string
}

const readDemo = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

/**
 * The demo workspace, made on a database without any; undefined on one that has others only. Every step can be done again:
 * one that was cut short is finished by the next start.
 */
export async function demoWorkspace(engine: Engine): Promise<DemoWorkspace | undefined> {
  const made = await tenantOf(engine)
  if (!made) return undefined
  const { tenant, createdAt } = made
  await importDemo(engine, tenant, createdAt)
  const key = await engine.store.withDb(tenant, async (tx) => {
    const segments = readDemo('segments.json') as Parameters<typeof saveSegment>[1][] // our own file; their rules are checked
    for (const segment of (await tx.db.segment.count()) === 0 ? segments : []) await saveSegment(tx, segment)
    for (const journey of JOURNEYS) await publishOnce(engine, tx, journey)
    return (await tx.db.apiKey.count()) === 0 ? issueApiKey(tx, 'demo', ['write'], ACTOR) : undefined
  })
  return { tenant, ...(key === undefined ? {} : { key }) }
}

async function tenantOf({ store }: Engine): Promise<{ tenant: TenantId; createdAt: number } | undefined> {
  const [row] = await store.acrossTenants(async (sql) => {
    await sql.query(
      "INSERT INTO tenant (key, name, zone) SELECT 'demo', '示例商店', $1 WHERE NOT EXISTS (SELECT FROM tenant)",
      [ZONE],
    )
    return sql.query<{ id: number; created_at: number }>("SELECT id, created_at FROM tenant WHERE key = 'demo'")
  })
  return row && { tenant: id<TenantId>(row.id), createdAt: row.created_at }
}

async function importDemo({ store }: Engine, tenant: TenantId, until: number): Promise<void> {
  const done = await store.withDb(tenant, ({ db }) =>
    db.import.findMany({ where: { source: SOURCE, state: 'finished' } }),
  )
  const progress = new Progress('demo workspace', 'lines')
  const lines = (csv: Iterable<string>) => ({
    source: SOURCE,
    rows: readRows(Readable.from(bytes(csv)), { delimiter: ',', header: true }),
    onProgress: (count: number) => progress.show(count),
  })
  const text = (column: string) => ({ column })
  if (!done.some((it) => it.kind === 'members')) {
    const attributes = ['name', 'gender', 'city', 'birthday', 'tier', 'joined'].map(
      (name) => [name, text(name)] as const,
    )
    const map = { identities: [{ namespace: 'user', column: 'id' }], attributes: Object.fromEntries(attributes) }
    await importMembers(store, tenant, { ...lines(membersCsv()), map })
  }
  if (!done.some((it) => it.kind === 'events')) {
    const map = {
      identities: [{ namespace: 'user', column: 'user' }],
      event: { name: 'order completed' },
      at: { column: 'at', zone: ZONE, time: '00:00' },
      properties: { amount: { column: 'amount', as: 'number' }, goods: text('goods') },
      id: 'id',
    } as const
    await importEvents(store, tenant, { ...lines(ordersCsv(until)), map })
  }
  progress.end()
}

function* bytes(texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text)
}

async function publishOnce(engine: Engine, tx: DbTx, key: string): Promise<void> {
  if (await tx.db.journey.findFirst({ where: { key } })) return
  await publish(engine, tx, readDemo(`${key}.journey.json`), ACTOR)
}
