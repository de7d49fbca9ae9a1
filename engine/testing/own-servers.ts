import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../cli/set-up/child-program.ts'
import { findTemporal } from '../cli/set-up/find-temporal.ts'
import { startPostgres } from '../cli/set-up/local-postgres.ts'
import { startTemporal } from '../cli/set-up/local-temporal.ts'

/** A server that a test may treat badly: it comes back at the same address, with what it had written. */
export interface OwnServer {
  readonly address: string
  /** Kills it on the spot (`SIGKILL`; PostgreSQL by its immediate shutdown), and starts it again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Its address is the URL of a superuser. */
export async function ownPostgres(): Promise<OwnServer> {
  const directory = mkdtempSync(join(tmpdir(), 'waymark-own-'))
  chmodSync(directory, 0o755) // PostgreSQL may run as another user
  const port = await freePort()
  // Commits outlive a shutdown at once: they are with the system, if not on the disk.
  const settings = { fsync: 'off', max_connections: '200' }
  const start = () => startPostgres({ dataDir: join(directory, 'postgres'), port, settings })
  let server = await start()
  return {
    address: server.url,
    async restart() {
      await server.kill('SIGQUIT')
      server = await start()
    },
    async stop() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Its address is host:port; the namespace is `default`. `lose` starts it again without its data. */
export async function ownTemporal(): Promise<OwnServer & { lose(): Promise<void> }> {
  const found = await findTemporal({ get: false })
  if ('none' in found) throw new Error(found.none)
  const directory = mkdtempSync(join(tmpdir(), 'waymark-own-'))
  const port = await freePort()
  const dbFile = join(directory, 'temporal.db')
  const start = () => startTemporal({ program: found.program, dbFile, port })
  let server = await start()
  const restart = async (meanwhile: () => void) => {
    await server.kill('SIGKILL')
    meanwhile()
    server = await start()
  }
  return {
    address: server.address,
    restart: () => restart(() => {}),
    lose: () =>
      restart(() => {
        for (const suffix of ['', '-shm', '-wal']) rmSync(`${dbFile}${suffix}`, { force: true })
      }),
    async stop() {
      await server.kill('SIGKILL') // its data goes with the test
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
