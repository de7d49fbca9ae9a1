import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { temporalConfig } from '../../temporal.config.ts'
import type { TenantId } from '../core/ids.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import { workflowBundle } from '../drivers/temporal/bundle.ts'
import { startTemporalDriver } from '../drivers/temporal/driver.ts'
import { type Engine, engineOf } from '../runtime/engine.ts'
import { report } from '../runtime/report.ts'
import { type Driver, workOf } from '../runtime/work.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/store.ts'
import { demoWorkspace, streamOrders } from './demo/workspace.ts'
import { chooseDatabase } from './set-up/choose-database.ts'
import { claimData } from './set-up/claim.ts'
import { dataRoot } from './set-up/data-root.ts'
import { findTemporal } from './set-up/find-temporal.ts'
import { checkTemporal, startTemporal } from './set-up/local-temporal.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const FUNNEL_MS = 5_000

interface Temporal {
  readonly address?: string
  readonly why: string
  stop(): Promise<void>
}

/** `npm start`: database, driver, demo workspace, one banner, and a clean stop at Ctrl-C. */
export async function start({ empty }: { empty?: boolean }): Promise<void> {
  const root = dataRoot(PROJECT)
  const claim = await claimData(root)
  const stops: (() => Promise<void> | void)[] = [() => claim.release()]
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  try {
    const database = await chooseDatabase(root, claim)
    stops.push(() => database.stop())
    await migrate(database.url)
    const store = openStore(database.url)
    stops.push(() => store.close())
    const engine = engineOf(store, registry, effects)
    const temporal = await chooseTemporal(root, claim)
    stops.push(() => temporal.stop())
    const driver = await startDriver(engine, temporal.address)
    stops.push(() => driver.stop())
    console.log(`\nWaymark\n  database  ${database.url} (PostgreSQL ${database.version}, ${database.from})`)
    console.log(`  driver    ${driver.name}: ${temporal.why}\n`)
    if (!empty) stops.push(await showDemo(engine))
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await ended
    console.log('\nStopping …')
  } finally {
    await stopAll()
  }
}

async function chooseTemporal(root: string, claim: Awaited<ReturnType<typeof claimData>>): Promise<Temporal> {
  const address = process.env.TEMPORAL_ADDRESS
  const nothing = async () => {}
  if (address) {
    await checkTemporal(address)
    return { address, why: `TEMPORAL_ADDRESS, ${address}`, stop: nothing }
  }
  const found = await findTemporal({ get: false })
  if ('none' in found) return { why: `${found.none} Journeys run all the same, on PostgreSQL alone.`, stop: nothing }
  const server = await startTemporal({ program: found.program, dbFile: join(root, 'temporal.db'), claim })
  return { address: server.address, why: `${found.from}, ${server.address}`, stop: () => server.stop() }
}

async function startDriver(engine: Engine, address: string | undefined): Promise<Driver> {
  const work = workOf(engine)
  if (!address) return startEmbedded(engine.store, work)
  return startTemporalDriver({ ...temporalConfig, address }, engine.store, work, await workflowBundle())
}

/** Feeds the demo journey and prints its funnel every five seconds. */
async function showDemo(engine: Engine): Promise<() => void> {
  const tenant: TenantId = await demoWorkspace(engine)
  const stopOrders = await streamOrders(engine, tenant)
  const timer = setInterval(async () => {
    const rows = await engine.store.withDb(tenant, (tx) => report(engine, tx, 'order-thanks'))
    console.log(rows.map((r) => `${r.name} ${r.in}${r.waiting > 0 ? ` (${r.waiting} 等待)` : ''}`).join(' → '))
  }, FUNNEL_MS)
  return () => {
    stopOrders()
    clearInterval(timer)
  }
}
