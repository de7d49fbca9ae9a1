import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/postgres.ts'
import { type Program, startProgram } from '../testing/program.ts'
import { noTemporal } from '../testing/temporal.ts'
import { checkTemporal } from './set-up/local-temporal.ts'

const withoutTemporal = await noTemporal()

let database: TestDatabase
let directory: string
let running: Program[]
beforeEach(async () => {
  database = await testDatabase({ empty: true })
  directory = mkdtempSync(join(tmpdir(), 'waymark-running-'))
  chmodSync(directory, 0o755) // PostgreSQL may run as another user
  running = []
})
afterEach(async () => {
  for (const { process } of running) process.kill('SIGKILL')
  await Promise.all(running.map((program) => program.ended()))
  await database.drop()
  rmSync(directory, { recursive: true })
})

/** On the test's database, without Temporal and on any free port, unless told otherwise. */
function start(args: string[], env: Record<string, string | undefined> = {}): Program {
  const program = startProgram(args, {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: undefined,
    WAYMARK_DATA: directory,
    WAYMARK_CACHE: join(directory, 'none'),
    PATH: dirname(process.execPath),
    PORT: '0',
    WAYMARK_SECRET: 'only for tests, and long enough for them',
    WAYMARK_OWNER_EMAIL: undefined,
    WAYMARK_OWNER_PASSWORD: undefined,
    ...env,
  })
  running.push(program)
  return program
}

async function ask<R>(sql: string): Promise<R[]> {
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function interrupt(program: Program): Promise<number | null> {
  program.process.kill('SIGINT')
  return (await program.ended()).code
}

const track = (url: string, key: string, call: object, path = '/v1/track') =>
  fetch(url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(call),
  })

/** Signs somebody in; answers the cookie to send. */
async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

describe('waymark start', () => {
  it('makes a demo workspace on an empty database and runs it; a second start keeps the data', async () => {
    const first = start(['start'])
    const [, url = ''] = await first.says(/address {3}(\S+)/)
    const [, key = ''] = await first.says(/write key (wm_\S+)/)
    const [, email = '', password = ''] = await first.says(/sign in {3}(\S+)\n {2}password {2}(\S+)/)
    const cookie = await signIn(url, email, password)
    const me = await fetch(`${url}/api/me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ workspaces: [{ key: 'demo', role: 'admin' }] })
    expect(first.written.out).toMatch(/driver {4}embedded: .*on PostgreSQL alone/)
    const [made] = await ask<{ members: number; orders: number }>(
      'SELECT (SELECT count(*)::int FROM member) AS members, (SELECT count(*)::int FROM event) AS orders',
    )
    expect(made?.members).toBe(2_000)
    expect(made?.orders).toBeGreaterThan(10_000)
    expect(await ask('SELECT key FROM segment ORDER BY 1')).toEqual([{ key: 'gold' }, { key: 'lapsed' }])
    expect((await track(url, key, { userId: 'me', event: 'order completed', properties: { amount: 1 } })).status).toBe(
      200,
    )
    await first.says(/下单 [1-9]/)
    expect(await interrupt(first)).toBe(0)
    const kept = await ask('SELECT id, attributes FROM member ORDER BY id')

    const second = start(['start'])
    await second.says(/下单 [1-9]/)
    expect(second.written.out).not.toMatch(/wm_|password/)
    expect(await interrupt(second)).toBe(0)
    expect(await ask('SELECT id, attributes FROM member ORDER BY id')).toEqual(kept)
    expect(await ask('SELECT DISTINCT number FROM version')).toEqual([{ number: 1 }])
    const [now] = await ask<{ orders: number }>('SELECT count(*)::int AS orders FROM event')
    expect(now?.orders).toBeGreaterThan((made?.orders ?? 0) + 1)
  })

  it('makes nothing when it is told so', async () => {
    const program = start(['start', '--empty'])
    await program.says(/Ctrl-C/)
    expect(await interrupt(program)).toBe(0)
    expect(await ask('SELECT FROM tenant')).toEqual([])
  })

  it.skipIf(withoutTemporal)('gives a Temporal that it starts the namespace of TEMPORAL_NAMESPACE', async () => {
    const { PATH, WAYMARK_CACHE } = process.env
    // The second one finds the data of a server that did not have the namespace.
    for (const TEMPORAL_NAMESPACE of [undefined, 'shop']) {
      const program = start(['start', '--empty'], { PATH, WAYMARK_CACHE, TEMPORAL_NAMESPACE, TEMPORAL_TLS: '1' })
      const [, address = ''] = await program.says(/driver {4}temporal: .*, at (\S+)/)
      await checkTemporal(address, { tls: false, namespace: TEMPORAL_NAMESPACE ?? 'default' })
      expect(await interrupt(program)).toBe(0)
    }
  })

  it('ends what it has started when it is interrupted on the way', async () => {
    const program = start(['start'], { DATABASE_URL: undefined, PATH: process.env.PATH })
    await program.says(/Starting/)
    program.process.kill('SIGINT')
    expect(await program.ended()).toMatchObject({ code: 0, err: '' })
    expect(['running.json', 'postgres/postmaster.pid'].filter((file) => existsSync(join(directory, file)))).toEqual([])
  })

  const foreign = 'CREATE TABLE theirs (id int)'
  const newer = `CREATE TABLE _prisma_migrations (id text, checksum text, finished_at timestamptz, migration_name text, rolled_back_at timestamptz);
    INSERT INTO _prisma_migrations VALUES ('x', 'x', now(), '29990101000000_later', NULL)`
  it.each([
    ['a foreign database', foreign, () => ({}), /^The database holds 1 tables that are not Waymark's: .*\n$/],
    ['a newer database', newer, () => ({}), /^The database was made by a newer Waymark .*: upgrade this program\.\n$/],
    [
      'no PostgreSQL',
      '',
      () => ({ DATABASE_URL: undefined, WAYMARK_PG_BIN: directory }),
      /^WAYMARK_PG_BIN .* holds no PostgreSQL .*\n$/,
    ],
    [
      'a Temporal that does not answer',
      '',
      () => ({ TEMPORAL_ADDRESS: '127.0.0.1:1' }),
      /^Temporal at 127\.0\.0\.1:1 does not answer: .*\n$/,
    ],
    ['a port that is none', '', () => ({ PORT: 'http' }), /^PORT is “http”: .*\n$/],
  ])('is refused in a sentence: %s', async (_, sql, env, sentence) => {
    if (sql) await ask(sql)
    const { code, err } = await start(['start'], env()).ended()
    expect(err).toMatch(sentence)
    expect(code).toBe(1)
  })

  it('is refused in a sentence: a busy port', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const address = holder.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const { code, err } = await start(['start'], { PORT: port }).ended()
    holder.close()
    expect(err).toBe(`Port ${port} is in use: stop the program that holds it, or set PORT to another.\n`)
    expect(code).toBe(1)
  })
})

describe('waymark serve and worker', () => {
  it('are refused in a sentence without a secret to sign cookies by', async () => {
    expect((await start(['migrate']).ended()).code).toBe(0)
    const { code, err } = await start(['serve'], { WAYMARK_SECRET: undefined }).ended()
    expect([code, err]).toEqual([1, expect.stringMatching(/^Set WAYMARK_SECRET to 32 random characters or more/)])
  })

  it('let in the owner that the environment names, and show no invitation in the log', async () => {
    expect((await start(['migrate']).ended()).code).toBe(0)
    const owner = { WAYMARK_OWNER_EMAIL: 'me@x.io', WAYMARK_OWNER_PASSWORD: 'a long password' }
    const serve = start(['serve', '--no-worker'], owner)
    const [, url = ''] = await serve.says(/listening at (http:[^"]+)/)
    expect((await start(['workspaces', 'create', 'shop']).ended()).code).toBe(0)
    const link = (await start(['people', 'invite', 'new@x.io', '--workspace', 'shop']).ended()).out.trim()
    const token = link.split('/').at(-1) ?? ''
    await fetch(`${url}/invitation/${token}`)
    const cookie = await signIn(url, 'me@x.io', 'a long password')
    const people = await fetch(`${url}/api/w/shop/people`, { headers: { cookie } })
    expect(await people.json()).toMatchObject({ people: [{ email: 'me@x.io', role: 'admin' }] })
    expect((await start(['people', 'list', '--workspace', 'shop']).ended()).out).toMatch(
      /me@x\.io .*admin.*works here\nnew@x\.io .*operator.*invited/,
    )
    const password = (await start(['people', 'password', 'me@x.io']).ended()).out.trim()
    expect((await fetch(`${url}/api/me`, { headers: { cookie } })).status).toBe(401)
    expect(await signIn(url, 'me@x.io', password)).not.toBe('')
    expect(await interrupt(serve)).toBe(0)
    expect(serve.written.err).toContain('/invitation/[removed]')
    for (const secret of [token, password, 'a long password', 'x.io']) expect(serve.written.err).not.toContain(secret)
  })

  it('share the work, and log nothing of anybody', async () => {
    const phone = '13800138000'
    expect((await start(['migrate']).ended()).code).toBe(0)
    expect((await start(['workspaces', 'create', 'demo']).ended()).code).toBe(0)
    const key = (await start(['keys', 'create']).ended()).out.trim()
    const serve = start(['serve', '--no-worker'])
    const [, url = ''] = await serve.says(/listening at (http:[^"]+)/)
    const answers = await Promise.all([
      track(url, key, { userId: phone, event: 'order', properties: { phone } }),
      track(url, key, { userId: phone, event: 7 }, `/v1/track?phone=${phone}`),
      track(url, 'wm_no', { userId: phone, event: 'order' }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 400, 401])
    const worker = start(['worker'])
    await worker.says(/carried out by the driver embedded/)
    expect(await Promise.all([interrupt(serve), interrupt(worker)])).toEqual([0, 0])
    const logged = serve.written.err + worker.written.err
    expect(logged).toContain('"path":"/v1/track"')
    for (const secret of [phone, key, 'wm_no', 'remoteAddress']) expect(logged).not.toContain(secret)
  })
})
