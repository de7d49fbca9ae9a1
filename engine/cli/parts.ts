import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { temporalConfig } from '../../temporal.config.ts'
import { openSignIn, type SignIn } from '../access/face.ts'
import { buildServer } from '../api/server.ts'
import { UserError } from '../core/errors.ts'
import { startEmbedded } from '../drivers/embedded/driver.ts'
import type { TemporalAddress } from '../drivers/temporal/connection.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Driver, workOf } from '../runtime/work.ts'
import { maintain, rowsOutsideMonths } from '../store/maintenance.ts'
import { missingMigrations } from '../store/missing-migrations.ts'
import type { Store } from '../store/store.ts'
import { templates } from './demo/templates.ts'
import { every } from './every.ts'
import { loggedWork } from './log.ts'
import { PROJECT } from './workspace.ts'

/** What a process has started, to be stopped in the opposite order. */
export class Parts {
  private readonly stops: (() => Promise<unknown> | unknown)[] = []
  private readonly signalled: Promise<void>
  private over = false

  /** From here on Ctrl-C, SIGTERM and a closed terminal end what was started; a second one ends the process at once. */
  constructor() {
    this.signalled = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          if (this.over) process.exit(1)
          this.over = true
          resolve()
        })
      }
    })
  }

  /** Starts one part, unless the process was told to end meanwhile. */
  async add<T>(start: () => Promise<T> | T, stop: (part: T) => Promise<unknown> | unknown): Promise<T> {
    if (this.over) throw new Interrupted()
    const part = await start()
    this.stops.push(() => stop(part))
    return part
  }

  /** Runs until a signal comes, and stops all parts then, or as soon as `work` fails. */
  async whileRunning(work: () => Promise<void>): Promise<void> {
    try {
      await work()
      await this.signalled
      console.error('Stopping …')
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
    } finally {
      this.over = true
      for (const stop of this.stops.splice(0).reverse()) await stop()
    }
  }
}

/** The process was told to end while it started. */
class Interrupted extends Error {}

/** The address to listen on: HOST and PORT, 127.0.0.1 and 4000 unless told. Throws a UserError for what is no port. */
export function listenAddress(): { host: string; port: number } {
  const { HOST = '127.0.0.1', PORT = '4000' } = process.env
  const port = Number(PORT)
  if (!/^\d+$/.test(PORT) || port > 65_535)
    throw new UserError('port-invalid', `PORT is “${PORT}”: set it to a number from 1 to 65535.`)
  return { host: HOST, port }
}

/**
 * Who knows the people of an installation. Cookies are signed by WAYMARK_SECRET; without it by a secret that `root` keeps, where one
 * is given. Throws a UserError where there is neither.
 */
export function startSignIn(store: Store, root?: string): SignIn {
  const { WAYMARK_PUBLIC_URL } = process.env
  // The same secret seals what tables keep secret: whoever sends by an account reads it there.
  if (root !== undefined) process.env.WAYMARK_SECRET ??= keptSecret(root)
  const secret = process.env.WAYMARK_SECRET
  if (!secret)
    throw new UserError(
      'secret-unset',
      'Set WAYMARK_SECRET to 32 random characters or more, the same for every process: it signs the cookies of who is signed in.',
    )
  if (WAYMARK_PUBLIC_URL && !/^https?:\/\/[^/]+\/?$/.test(WAYMARK_PUBLIC_URL))
    throw new UserError(
      'public-url',
      `WAYMARK_PUBLIC_URL is “${WAYMARK_PUBLIC_URL}”: set it to the address alone, such as https://waymark.example.com.`,
    )
  return openSignIn(store, {
    secret,
    ...(WAYMARK_PUBLIC_URL ? { publicUrl: new URL(WAYMARK_PUBLIC_URL).origin } : {}),
  })
}

function keptSecret(root: string): string {
  const file = join(root, 'secret')
  if (!existsSync(file)) {
    mkdirSync(root, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

/** The HTTP API and the pages, listening; `url` is where. Throws a UserError where it cannot listen there. */
export async function startHttp(engine: Engine, signIn: SignIn, database: string, log: Logger) {
  const { host, port } = listenAddress()
  const app = buildServer({
    engine,
    signIn,
    templates,
    logger: log,
    pages: join(PROJECT, 'canvas-ui/dist'),
    missingMigrations: () => missingMigrations(database),
    rowsOutsideMonths: () => rowsOutsideMonths(engine.store),
  })
  try {
    return { url: await app.listen({ host, port }), close: () => app.close() }
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new UserError(
        'port-busy',
        `Port ${port} is in use: stop the program that holds it, or set PORT to another.`,
      )
    if (code === 'EACCES')
      throw new UserError('port-denied', `Port ${port} is not for you: set PORT to one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UserError('host-unknown', `This machine has no address ${host}: correct HOST.`)
    throw error
  }
}

/** Starts the driver that carries out journeys: the one on Temporal where there is one, else the embedded one. */
export async function startDriver(engine: Engine, temporal: TemporalAddress | undefined, log: Logger): Promise<Driver> {
  const work = loggedWork(workOf(engine), log)
  if (!temporal) return startEmbedded(engine.store, work)
  // Loaded here alone: it takes half of the time that a command takes to start.
  const { workflowBundle } = await import('../drivers/temporal/bundle.ts')
  const { startTemporalDriver } = await import('../drivers/temporal/driver.ts')
  const { address, tls } = temporal
  return startTemporalDriver({ ...temporalConfig, address, tls }, engine.store, work, await workflowBundle())
}

const DAY_MS = 86_400_000

/** Does what an installation needs done at its start and once a day. */
export const startUpkeep = (engine: Engine, log: Logger): { stop(): Promise<void> } =>
  every(
    DAY_MS,
    async () => {
      const { made, busy, moved, purged } = await maintain(engine.store)
      log.info({ made: made.length, busy, moved, purged }, 'upkeep')
    },
    (err) => log.warn({ err }, 'upkeep failed'),
  )
