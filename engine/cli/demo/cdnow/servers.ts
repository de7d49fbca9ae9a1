import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '../../../../nodes/definitions.ts'
import { effects } from '../../../../nodes/effects.ts'
import { temporalConfig } from '../../../../temporal.config.ts'
import { UserError } from '../../../core/errors.ts'
import { type Engine, engineOf } from '../../../runtime/engine.ts'
import { migrate } from '../../../store/migrate.ts'
import { openStore } from '../../../store/store.ts'
import { type MailCatcher, startMailCatcher } from '../../../testing/mail-catcher.ts'
import { openLog } from '../../log.ts'
import { startDriver } from '../../parts.ts'
import { chooseDatabase } from '../../set-up/choose-database.ts'
import { type Claim, claimData } from '../../set-up/claim.ts'
import { dataRoot } from '../../set-up/data-root.ts'
import { findTemporal } from '../../set-up/find-temporal.ts'
import { type LocalTemporal, startTemporal } from '../../set-up/local-temporal.ts'
import { ownDatabase } from '../../set-up/own-database.ts'
import { PROJECT } from '../../workspace.ts'

export interface ServerOptions {
  /** Temporal where a program for it is found, unless told. */
  readonly driver?: 'embedded' | 'temporal'
  /** Leaves the database there until the next run. */
  readonly keep: boolean
}

export interface Servers {
  readonly engine: Engine
  readonly driver: string
  /** In words: where the database is. */
  readonly database: string
  readonly mail: MailCatcher
  stop(): Promise<void>
}

/**
 * Starts all that the demo needs, of its own, so that it runs beside `npm start`: a new database (on DATABASE_URL's server, else
 * on a PostgreSQL kept for it), a mail server that keeps what it gets, and a driver, with a new Temporal if it is that one.
 */
export async function startServers({ driver, keep }: ServerOptions): Promise<Servers> {
  if (keep && !process.env.DATABASE_URL)
    throw new UserError('keep-where', 'Set DATABASE_URL to keep the database: the demo’s own PostgreSQL ends with it.')
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const root = join(dataRoot(PROJECT), 'cdnow')
    const claim = await claimData(root)
    stops.push(() => claim.release())
    const server = await chooseDatabase(root, claim)
    stops.push(() => server.stop())
    const database = await ownDatabase(server.url, 'waymark_cdnow')
    if (!keep) stops.push(() => database.drop())
    await migrate(database.url)
    const store = openStore(database.url)
    stops.push(() => store.close())
    const engine = engineOf(store, registry, effects)
    stops.push(() => engine.senders.close())
    const mail = await startMailCatcher()
    stops.push(() => mail.stop())
    const temporal = driver === 'embedded' ? undefined : await freshTemporal(root, claim, driver === 'temporal', stops)
    const running = await startDriver(engine, temporal, openLog('warn'))
    stops.push(() => running.stop())
    return {
      engine,
      driver: running.name,
      database: `${database.url} (PostgreSQL ${server.version}, ${server.from})`,
      mail,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A Temporal that knows nothing yet; undefined where there is none, and it need not be. */
async function freshTemporal(
  root: string,
  claim: Claim,
  needed: boolean,
  stops: (() => Promise<void> | void)[],
): Promise<LocalTemporal | undefined> {
  const found = await findTemporal({ get: false })
  if ('none' in found) {
    if (needed) throw new UserError('temporal-missing', `${found.none}. Or use --driver embedded.`)
    return undefined
  }
  const dbFile = join(root, 'temporal.db')
  for (const suffix of ['', '-shm', '-wal']) rmSync(`${dbFile}${suffix}`, { force: true })
  const server = await startTemporal({ program: found.program, dbFile, namespace: temporalConfig.namespace, claim })
  stops.push(() => server.stop())
  return server
}
