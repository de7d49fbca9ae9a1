import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noTemporal, testTemporal } from '../../testing/temporal.ts'
import { chooseDatabase } from './choose-database.ts'
import { claimData, isClaimed } from './claim.ts'
import { dataRoot, isRoot } from './data-root.ts'
import { findPostgres, majorOf } from './find-postgres.ts'
import { startPostgres } from './local-postgres.ts'
import { checkTemporal } from './local-temporal.ts'

const withoutTemporal = (await noTemporal()) !== undefined

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'waymark-set-up-'))
  chmodSync(directory, 0o755)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true, force: true })
})

const settings = { fsync: 'off' }

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('PostgreSQL of our own', () => {
  it('keeps its data over a stop and over a kill, and refuses a second start', async () => {
    const dataDir = join(directory, 'postgres')
    const first = await startPostgres({ dataDir, settings })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    await expect(startPostgres({ dataDir, settings })).rejects.toMatchObject({ code: 'already-running' })
    await first.stop()
    const second = await startPostgres({ dataDir, settings })
    await second.kill('SIGKILL')
    const third = await startPostgres({ dataDir, settings })
    expect(await ask(third.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    await third.stop()
  })

  it('refuses data of another major version', async () => {
    writeFileSync(join(directory, 'PG_VERSION'), '9\n')
    await expect(startPostgres({ dataDir: directory })).rejects.toMatchObject({ code: 'postgres-version' })
  })

  it('refuses a busy port', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startPostgres({ dataDir: join(directory, 'postgres'), settings, port })).rejects.toMatchObject({
      code: 'port-busy',
    })
    holder.close()
  })

  it('says so when WAYMARK_PG_BIN has none', async () => {
    vi.stubEnv('WAYMARK_PG_BIN', directory)
    await expect(findPostgres()).rejects.toMatchObject({ code: 'no-postgres' })
  })

  it('is 15 or newer', async () => {
    expect(majorOf((await findPostgres()).version)).toBeGreaterThanOrEqual(15)
  })
})

describe('the database', () => {
  it('is the one that DATABASE_URL names', async () => {
    vi.stubEnv('DATABASE_URL', process.env.WAYMARK_TEST_PG)
    const claim = await claimData(directory)
    expect(await chooseDatabase(directory, claim)).toMatchObject({
      from: 'DATABASE_URL',
      url: process.env.WAYMARK_TEST_PG,
    })
  })

  it('is refused with a sentence when it does not answer', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
    const claim = await claimData(directory)
    await expect(chooseDatabase(directory, claim)).rejects.toMatchObject({ code: 'database-unreachable' })
  })
})

describe('a data directory', () => {
  it('is where WAYMARK_DATA says, else beside the project where PostgreSQL can reach it', () => {
    expect(dataRoot(directory)).toBe(join(directory, '.waymark'))
    chmodSync(directory, 0o700)
    expect(dataRoot(directory)).toMatch(isRoot ? /^\/var\/tmp\/waymark-[0-9a-f]{8}$/ : /\.waymark$/)
    vi.stubEnv('WAYMARK_DATA', join(directory, 'elsewhere'))
    expect(dataRoot(directory)).toBe(join(directory, 'elsewhere'))
  })

  it('is refused while another live process has it', async () => {
    const other = spawn('sleep', ['60'])
    await claimFor(other.pid)
    expect(isClaimed(directory)).toBe(true)
    await expect(claimData(directory)).rejects.toMatchObject({ code: 'already-running' })
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(isClaimed(directory)).toBe(false)
  })

  it('is freed of what a killed process left running, and of nothing else', async () => {
    const owner = spawn('sleep', ['60'])
    const orphan = spawn('sleep', ['60'])
    const stranger = spawn('sleep', ['60'])
    await claimFor(owner.pid, { orphan: orphan.pid, stranger: stranger.pid })
    // The stranger's number was an orphan's once: it began at another time.
    const running = JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8'))
    running.children[1].began = 'another time'
    writeFileSync(join(directory, 'running.json'), JSON.stringify(running))
    owner.kill('SIGKILL')
    const ended = once(orphan, 'exit')
    await once(owner, 'exit')
    const claim = await claimData(directory)
    expect(await ended).toEqual([null, 'SIGINT'])
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    stranger.kill('SIGKILL')
    claim.release()
    expect(existsSync(join(directory, 'running.json'))).toBe(false)
  })

  /** Writes running.json as if the process `owner` had claimed the directory and started `children`. */
  async function claimFor(owner: number | undefined, children: Record<string, number | undefined> = {}): Promise<void> {
    const claim = await claimData(directory)
    for (const [name, pid] of Object.entries({ owner, ...children })) claim.remember(name, pid ?? 0)
    const written = JSON.parse(readFileSync(join(directory, 'running.json'), 'utf8'))
    const [first, ...rest] = written.children
    writeFileSync(join(directory, 'running.json'), JSON.stringify({ owner: first, children: rest }))
  }
})

describe('Temporal', () => {
  it('is refused with a sentence when it does not answer', async () => {
    await expect(checkTemporal('127.0.0.1:1')).rejects.toMatchObject({ code: 'temporal-unreachable' })
  })

  it.skipIf(withoutTemporal)('is one server for the whole run', async () => {
    const [one, other] = await Promise.all([testTemporal(), testTemporal()])
    expect(one).toBe(other)
    await checkTemporal(one)
    await expect(checkTemporal(one, { tls: false, namespace: 'none' })).rejects.toMatchObject({
      code: 'temporal-namespace',
    })
  })
})
