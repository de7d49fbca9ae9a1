import { join } from 'node:path'
import { Command } from 'commander'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import { temporalConfig } from '../../../temporal.config.ts'
import { makeOwner, type Owner, welcomeOwner } from '../../access/face.ts'
import type { TemporalAddress } from '../../drivers/temporal/connection.ts'
import { engineOf } from '../../runtime/engine.ts'
import { report } from '../../runtime/report.ts'
import { migrate } from '../../store/migrate.ts'
import { openStore } from '../../store/store.ts'
import { Funnel } from '../demo/funnel.ts'
import { orderStream } from '../demo/stream.ts'
import { type DemoWorkspace, demoWorkspace } from '../demo/workspace.ts'
import { every } from '../every.ts'
import { openLog } from '../log.ts'
import { Parts, startDriver, startHttp, startSignIn, startUpkeep } from '../parts.ts'
import { type ChosenDatabase, chooseDatabase } from '../set-up/choose-database.ts'
import { type Claim, claimData } from '../set-up/claim.ts'
import { dataRoot } from '../set-up/data-root.ts'
import { findTemporal } from '../set-up/find-temporal.ts'
import { checkTemporal, startTemporal } from '../set-up/local-temporal.ts'
import { PROJECT } from '../workspace.ts'

const FUNNEL_MS = process.stdout.isTTY ? 1_000 : 5_000
const FUNNEL_OF = 'order-thanks'
const FUNNEL_TITLE = `下单感谢 (${FUNNEL_OF})`
/** A gentle stream. */
const ORDER_MS = 500

export const startCommand = (): Command =>
  new Command('start')
    .description('set up what is missing and run: database, driver, HTTP API, demo workspace')
    .option('--empty', 'make no demo workspace')
    .action(start)

interface Temporal {
  readonly at?: TemporalAddress
  readonly why: string
  stop(): Promise<void>
}

/** `npm start`: everything in one process, one banner, and a clean stop at Ctrl-C. */
async function start({ empty }: { empty?: boolean }): Promise<void> {
  const parts = new Parts()
  await parts.whileRunning(async () => {
    console.log('Starting …')
    const root = dataRoot(PROJECT)
    const claim = await parts.add(
      () => claimData(root),
      (it) => it.release(),
    )
    const database = await parts.add(
      () => chooseDatabase(root, claim),
      (it) => it.stop(),
    )
    await migrate(database.url)
    const store = await parts.add(
      () => openStore(database.url),
      (it) => it.close(),
    )
    const engine = engineOf(store, registry, effects)
    const log = openLog('warn')
    const signIn = await parts.add(
      () => startSignIn(store, root),
      (it) => it.close(),
    )
    const http = await parts.add(
      () => startHttp(engine, signIn, database.url, log),
      (it) => it.close(),
    )
    const temporal = await parts.add(
      () => chooseTemporal(root, claim),
      (it) => it.stop(),
    )
    const driver = await parts.add(
      () => startDriver(engine, temporal.at, log),
      (it) => it.stop(),
    )
    await parts.add(
      () => startUpkeep(engine, log),
      (it) => it.stop(),
    )
    const demo = empty ? undefined : await demoWorkspace(engine)
    const { WAYMARK_OWNER_EMAIL: email, WAYMARK_OWNER_PASSWORD: password } = process.env
    const owner = await makeOwner(store, signIn, { email, password })
    if (demo?.key) await welcomeOwner(store, demo.tenant) // made just now
    console.log(banner(http.url, database, `${driver.name}: ${temporal.why}`, owner, demo))
    if (!demo) return
    const { tenant } = demo
    const failed = (err: unknown) => log.warn({ err }, 'the demo stumbled')
    await parts.add(
      () => every(ORDER_MS, orderStream(engine, tenant), failed),
      (it) => it.stop(),
    )
    const funnel = new Funnel(FUNNEL_TITLE)
    const look = async () => funnel.show(await store.withDb(tenant, (tx) => report(engine, tx, FUNNEL_OF)))
    await parts.add(
      () => every(FUNNEL_MS, look, failed),
      (it) => it.stop(),
    )
  })
}

function banner(
  url: string,
  database: ChosenDatabase,
  driver: string,
  owner: Owner | undefined,
  demo: DemoWorkspace | undefined,
): string {
  const key = demo?.key
  const lines = [
    '',
    'Waymark',
    `  address   ${url} (its description: ${url}/openapi.json)`,
    `  database  ${database.url} (PostgreSQL ${database.version}, ${database.from})`,
    `  driver    ${driver}`,
  ]
  if (owner) {
    const password = owner.password ? `${owner.password} (shown this once)` : 'the one in WAYMARK_OWNER_PASSWORD'
    lines.push(`  sign in   ${owner.email}`, `  password  ${password}`)
  }
  if (demo) {
    lines.push(
      `  write key ${key ?? 'shown when it was made; `npx waymark keys create` makes another'}${key ? ' (shown this once)' : ''}`,
      '',
      '  Post an order of your own:',
      `    curl ${url}/v1/track -u ${key ?? 'KEY'}: -H 'content-type: application/json' \\`,
      `      -d '{"userId": "me", "event": "order completed", "properties": {"amount": 299}}'`,
      `    npx waymark journeys trace ${FUNNEL_OF} me`,
    )
  }
  return [...lines, '', '  Ctrl-C stops everything; the data is kept.', ''].join('\n')
}

async function chooseTemporal(root: string, claim: Claim): Promise<Temporal> {
  const address = process.env.TEMPORAL_ADDRESS
  const nothing = async () => {}
  if (address) {
    await checkTemporal(address, temporalConfig)
    return { at: { address, tls: temporalConfig.tls }, why: `TEMPORAL_ADDRESS names ${address}`, stop: nothing }
  }
  const found = await findTemporal({ get: false })
  if ('none' in found) return { why: `${found.none}; journeys run all the same, on PostgreSQL alone`, stop: nothing }
  const { namespace } = temporalConfig
  const server = await startTemporal({ program: found.program, dbFile: join(root, 'temporal.db'), namespace, claim })
  return { at: server, why: `${found.from}, at ${server.address}`, stop: () => server.stop() }
}
