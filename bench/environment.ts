import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../engine/cli/set-up/local-postgres.ts'
import { id, type TenantId } from '../engine/core/ids.ts'
import { type Engine, engineOf } from '../engine/runtime/engine.ts'
import { publish } from '../engine/runtime/publish.ts'
import { migrate } from '../engine/store/migrate.ts'
import { openStore } from '../engine/store/store.ts'
import { registry } from '../nodes/definitions.ts'
import { effects } from '../nodes/effects.ts'

/** Durable, as in production; sized for the machine that `docs/performance.md` names. */
const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '6GB',
  checkpoint_timeout: '30min',
  max_connections: '100',
}

/** A PostgreSQL of its own with one tenant, for one benchmark. */
export async function benchEnvironment(more: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  chmodSync(directory, 0o755) // PostgreSQL may run as another user
  const postgres = await startPostgres({ dataDir: join(directory, 'postgres'), settings: { ...SETTINGS, ...more } })
  await migrate(postgres.url)
  /** The database's owner, past every policy: what the limits run on. */
  const owner = new pg.Client(postgres.url)
  await owner.connect()
  const store = openStore(postgres.url, { connections: 20, advancers: 2 })
  const engine: Engine = engineOf(store, registry, effects)
  const { rows } = await owner.query<{ id: string }>(
    "INSERT INTO tenant (key, name, zone) VALUES ('bench', 'Bench', 'UTC') RETURNING id",
  )
  const tenant = id<TenantId>(Number(rows[0]?.id))
  return {
    url: postgres.url,
    directory,
    owner,
    engine,
    tenant,
    publish: (document: unknown) => store.withDb(tenant, (tx) => publish(engine, tx, document, 'bench')),
    async close() {
      await store.close()
      await owner.end()
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type BenchEnvironment = Awaited<ReturnType<typeof benchEnvironment>>
