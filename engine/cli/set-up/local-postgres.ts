import { execFile, execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { UserError } from '../../core/errors.ts'
import { type ChildProgram, freePort, startChild } from './child-program.ts'
import type { Claim } from './claim.ts'
import { isReachable, isRoot } from './data-root.ts'
import { findPostgres, majorOf, type PostgresPrograms } from './find-postgres.ts'

/** A PostgreSQL that we started; its `url` has the database waymark and the superuser waymark. */
export interface LocalPostgres extends PostgresPrograms, ChildProgram {
  url: string
}

/** Where the PostgreSQL of a data directory keeps its cluster. */
export const localData = (root: string): string => join(root, 'postgres')

const urlAt = (port: number | string) => `postgresql://waymark@127.0.0.1:${port}/waymark`

/** The database of the PostgreSQL that runs on a data directory; undefined where none does. */
export function runningPostgres(root: string): string | undefined {
  const lock = join(localData(root), 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const [pid = '', , , port = ''] = readFileSync(lock, 'utf8').split('\n')
  return commandOf(Number(pid)).includes(localData(root)) ? urlAt(port) : undefined
}

interface PostgresOptions {
  /** Made on first use; its parent takes the log. */
  dataDir: string
  /** Of 127.0.0.1; without it, any free one. */
  port?: number
  /** As in postgresql.conf. */
  settings?: Record<string, string>
  claim?: Claim
}

/**
 * Starts PostgreSQL on a directory, creating cluster and database if they are not there. Throws a UserError when there is
 * no PostgreSQL (of the directory's version), the port is busy, or another PostgreSQL holds the directory.
 */
export async function startPostgres({ dataDir, port, settings = {}, claim }: PostgresOptions): Promise<LocalPostgres> {
  const user = isRoot ? unprivileged() : undefined
  const made = existsSync(join(dataDir, 'PG_VERSION'))
  const found = await findFor(made ? majorOf(readFileSync(join(dataDir, 'PG_VERSION'), 'utf8')) : undefined, dataDir)
  mkdirSync(dirname(dataDir), { recursive: true })
  const bin = user ? reachableCopy(found, dirname(dataDir)) : found.bin
  if (!made) await initialise(bin, dataDir, settings.fsync === 'off', user)
  checkNotHeld(dataDir)

  const chosen = await freePort(port)
  const all = { ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const admin = `postgresql://waymark@127.0.0.1:${chosen}/postgres`
  const child = await startChild(
    {
      name: 'PostgreSQL',
      program: join(bin, 'postgres'),
      args: [
        '-D',
        dataDir,
        '-p',
        `${chosen}`,
        ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      log: `${dataDir}.log`,
      stopSignal: 'SIGINT', // disconnects everybody ("fast")
      patience: 30_000,
      claim,
      ...(user && { user }),
    },
    () => ensureDatabase(admin),
  )
  return { ...found, ...child, bin, url: urlAt(chosen) }
}

async function findFor(major: number | undefined, dataDir: string): Promise<PostgresPrograms> {
  if (major === undefined) return findPostgres()
  return findPostgres(major).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error
    throw new UserError(
      'postgres-version',
      `The data in ${dataDir} was made by PostgreSQL ${major}, which is not here: install PostgreSQL ${major}, or set WAYMARK_DATA to another directory to begin afresh.`,
    )
  })
}

function unprivileged(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (what: string) => Number(execFileSync('id', [what, name], { stdio: 'pipe', encoding: 'utf8' }))
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {} // no such user: try the next
  }
  throw new UserError(
    'postgres-as-root',
    'PostgreSQL refuses to run as root: add a user named postgres, or start Waymark as another user.',
  )
}

/** Programs below a closed directory (root's own, say) are copied, with the libraries beside them, to `parent`. */
function reachableCopy({ bin, version }: PostgresPrograms, parent: string): string {
  if (isReachable(bin)) return bin
  const copy = join(parent, `postgres-${version}`)
  if (!existsSync(copy)) {
    cpSync(dirname(bin), `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.new`, copy)
  }
  return join(copy, basename(bin))
}

async function initialise(
  bin: string,
  dataDir: string,
  noSync: boolean,
  user?: { uid: number; gid: number },
): Promise<void> {
  // Made aside and renamed, so that a start that was cut short leaves nothing that looks like a cluster.
  const fresh = `${dataDir}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (user) chownSync(fresh, user.uid, user.gid)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const args = ['-D', fresh, '-U', 'waymark', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-instructions']
  await promisify(execFile)(join(bin, 'initdb'), noSync ? [...args, '--no-sync'] : args, { cwd: '/', ...user })
  renameSync(fresh, dataDir)
}

/** Refuses a directory that a live PostgreSQL holds, and clears away the lock file of one that was killed. */
function checkNotHeld(dataDir: string): void {
  const lock = join(dataDir, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10)
  if (commandOf(pid).includes(dataDir)) {
    throw new UserError(
      'already-running',
      `A PostgreSQL (process ${pid}) is already running on ${dataDir}: stop it first, or set WAYMARK_DATA to another directory.`,
    )
  }
  rmSync(lock)
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return '' // no such process
  }
}

/** Makes the database waymark unless it is there; false while the server does not answer. */
async function ensureDatabase(admin: string): Promise<boolean> {
  const client = new pg.Client(admin)
  client.on('error', () => {}) // the server ending while we ask shows in the answer
  try {
    await client.connect()
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'waymark'`)
    if (rowCount === 0) await client.query('CREATE DATABASE waymark')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
