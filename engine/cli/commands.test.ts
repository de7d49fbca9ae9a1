import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { UserError } from '../core/errors.ts'
import { type TestDatabase, testDatabase } from '../testing/postgres.ts'
import { startProgram } from '../testing/program.ts'
import { waymarkProgram } from './program.ts'

const journey = {
  schema: 1,
  key: 'thanks',
  name: '感谢',
  nodes: [
    { id: 'order', type: 'trigger-event', version: 1, name: '下单', settings: { events: [{ event: 'order' }] } },
    { id: 'end', type: 'end', version: 1, name: '结束' },
  ],
  edges: [{ from: 'order', outcome: 'next', to: 'end' }],
}

let database: TestDatabase
let directory: string
const file = (name: string, content: string) => {
  writeFileSync(join(directory, name), content)
  return join(directory, name)
}

const waymark = (...args: string[]) => waymarkOn(database.url, ...args)

/** Runs a command in this process. Throws what it throws. */
async function waymarkOn(url: string, ...args: string[]): Promise<{ out: string; err: string; code: unknown }> {
  vi.stubEnv('DATABASE_URL', url)
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  const told = (spy: typeof out) => spy.mock.calls.map(([text]) => `${text}\n`).join('')
  try {
    await waymarkProgram().parseAsync(args, { from: 'user' })
    return { out: told(out), err: told(err), code: process.exitCode ?? 0 }
  } finally {
    process.exitCode = undefined
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}
const ask = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

beforeAll(async () => {
  database = await testDatabase()
  directory = mkdtempSync(join(tmpdir(), 'waymark-commands-'))
  await ask("INSERT INTO tenant (key, name, zone) VALUES ('demo', 'Demo', 'UTC')")
})
afterAll(async () => {
  await database.drop()
  rmSync(directory, { recursive: true })
})

describe('the commands', () => {
  it('publish a journey, list and steer it, and answer programs in JSON', async () => {
    const published = await waymark('journeys', 'publish', file('thanks.json', JSON.stringify(journey)), '--json')
    expect(JSON.parse(published.out)).toMatchObject({ number: 1 })
    const paused = await waymark('journeys', 'pause', 'thanks')
    expect([paused.code, paused.out]).toEqual([0, 'thanks is paused\n'])
    const listed = await waymark('journeys', 'list', '--json')
    const resumed = await waymark('journeys', 'resume', 'thanks', '--json')
    expect(JSON.parse(listed.out)).toMatchObject([{ key: 'thanks', version: 1, inside: 0 }])
    expect(JSON.parse(resumed.out)).toEqual({ key: 'thanks', state: 'running', people: 0 })
  })

  it('import members, then their orders as history or live, by line and without doubling', async () => {
    const members = file('members.csv', 'id,name,spend\nann,Ann,12.5\nbo,"Bo, B",x\n')
    const told = await waymark('import', 'members', members, '--map', 'user=id', '--map', 'spend:number=spend')
    expect([told.code, told.err]).toEqual([2, 'line 3: spend is no number: x\n'])
    expect(told.out).toBe('2 lines: 1 stored, 0 there already, 1 refused\n')
    const orders = file('orders.txt', ' ann 20260301  2\n ann 20260301  2\n')
    const options = ['--delimiter', 'whitespace', '--no-header', '--map', 'user=1', '--at', '2', '--event', 'order']
    const enrolled = () => ask('SELECT count(*)::int AS n FROM enrolment')
    const first = await waymark('import', 'events', orders, ...options, '--json')
    expect(JSON.parse(first.out)).toEqual({ lines: 2, stored: 2, repeated: 0, rejected: 0, problems: [] })
    expect(await enrolled()).toEqual([{ n: 0 }])
    const again = await waymark('import', 'events', orders, ...options)
    const live = await waymark('import', 'events', orders, ...options, '--source', 'live', '--live', '--time', '12:00')
    expect([again.out, live.out]).toEqual([
      '2 lines: 0 stored, 2 there already, 0 refused\n',
      '2 lines: 2 stored, 0 there already, 0 refused\n',
    ])
    expect(await enrolled()).toEqual([{ n: 1 }])
    const trace = await waymark('journeys', 'trace', 'thanks', 'user:ann', '--json')
    expect(JSON.parse(trace.out)).toMatchObject({ entries: [{ state: 'live' }], refusals: [{ event: 'order' }] })
  })

  it('make a workspace, and a key that is shown once', async () => {
    const made = await waymark('workspaces', 'create', 'shop', '--zone', 'UTC')
    expect(made.out).toBe('made workspace shop\n')
    const { out } = await waymark('keys', 'create', '--workspace', 'shop', '--name', 'till')
    expect(out).toMatch(/^wm_\S{32}\n$/)
    expect(await ask('SELECT name, scopes FROM api_key')).toEqual([{ name: 'till', scopes: ['write'] }])
  })

  it('save segments and accounts, and say of either what is wrong with it', async () => {
    const json = (name: string, value: unknown) => file(name, JSON.stringify(value))
    const rule = { field: 'member.city', op: 'eq', value: '上海' }
    const segment = await waymark('segments', 'save', 'locals', json('rule.json', rule))
    expect(segment.out).toBe('saved segment locals\n')
    const from = { name: 'Shop', address: 'shop@example.com' }
    const settings = { host: 'smtp.example.com', from, unsubscribe: 'mailto:stop@example.com' }
    const account = await waymark('accounts', 'save', 'main', json('account.json', settings))
    expect(account.out).toBe('saved account main; password: WAYMARK_EMAIL_MAIN_PASSWORD\n')
    expect(await ask("SELECT settings ->> 'port' AS port FROM account WHERE key = 'main'")).toEqual([{ port: '587' }])
    const wrong = json('wrong.json', { ...settings, host: '', port: 0 })
    await expect(waymark('accounts', 'save', 'main', wrong)).rejects.toThrow(/^Account “main”: host: .*; port: .*\.$/)
    await expect(waymark('accounts', 'save', 'main', wrong, '--channel', 'fax')).rejects.toThrow(
      /channel “fax”.* email/,
    )
    const odd = json('odd.json', { ...rule, op: 'like' })
    await expect(waymark('segments', 'save', 'locals', odd)).rejects.toThrow(/^Segment “locals”: /)
  })

  it('import holidays, and say of a file what is wrong with it', async () => {
    const days = [{ date: '2027-01-01', is: 'off', name: '元旦' }]
    const { out } = await waymark('holidays', 'import', file('holidays.json', JSON.stringify({ years: [2027], days })))
    expect(out).toBe('holidays are known from 2004 to 2027; of your own: 2027\n')
    const wrong = file('wrong-holidays.json', JSON.stringify({ years: [2028], days }))
    await expect(waymark('holidays', 'import', wrong)).rejects.toThrow(
      'These are no holidays: days.0.date: its year is not among the years (and 1 more).',
    )
  })

  it('wake what is overdue', async () => {
    await ask("UPDATE token SET due_at = now() - interval '1 hour'")
    await ask('DELETE FROM poke')
    const { out } = await waymark('reconcile', '--json')
    expect(JSON.parse(out)).toEqual({ overdue: 1 })
    expect(await ask('SELECT count(*)::int AS n FROM poke WHERE kind = 0')).toEqual([{ n: 1 }])
  })
})

describe('what cannot be done', () => {
  const events = ['--map', 'user=1', '--at', '2', '--event', 'order']
  const csv = () => file('some.csv', 'id,day\na,2026-03-01\n')
  const refusals: [string, () => string[], RegExp][] = [
    ['an unknown workspace', () => ['journeys', 'list', '--workspace', 'none'], /workspace “none”: name one .*demo/],
    ['an unknown journey', () => ['journeys', 'stop', 'none'], /no journey “none”.*journeys list/],
    ['a report of one that is not published', () => ['journeys', 'report', 'none'], /No journey “none” is published/],
    ['an unknown member', () => ['journeys', 'trace', 'thanks', 'nobody'], /no member user:nobody/],
    ['a file that is not there', () => ['journeys', 'publish', 'none.json'], /none\.json cannot be read: there is no/],
    [
      'a file to import that is not there',
      () => ['import', 'events', 'none.csv', ...events],
      /none\.csv cannot be read/,
    ],
    ['a folder', () => ['import', 'events', directory, ...events], /it is a folder/],
    [
      'malformed JSON',
      () => ['journeys', 'publish', file('bad.json', '{\n  "schema": 1,,\n}')],
      /is not JSON: look at line 2, column 15\./,
    ],
    [
      'a journey that is wrong',
      () => ['journeys', 'publish', file('wrong.json', JSON.stringify({ ...journey, key: 'wrong', nodes: [] }))],
      /WM\d+/,
    ],
    [
      'a column that is not there',
      () => ['import', 'events', csv(), '--map', 'user=who', '--at', '2', '--event', 'e'],
      /no column who, only/,
    ],
    ['nobody to import', () => ['import', 'members', csv(), '--map', 'name=id'], /--map user=1/],
    ['a map that cannot be read', () => ['import', 'members', csv(), '--map', 'user'], /--map user cannot be read/],
    ['a workspace that is there', () => ['workspaces', 'create', 'demo'], /is a workspace “demo” already/],
  ]

  it.each(refusals)('is told in a sentence: %s', async (_, args, sentence) => {
    const failing = waymark(...args())
    await expect(failing).rejects.toBeInstanceOf(UserError)
    await expect(failing).rejects.toThrow(sentence)
  })

  it('has stored nothing', async () => {
    expect(await ask("SELECT key FROM journey WHERE key = 'wrong'")).toEqual([])
    expect(await ask("SELECT count(*)::int AS n FROM import_line WHERE source = 'some.csv'")).toEqual([{ n: 0 }])
  })

  it('is told of a database that is behind', async () => {
    const empty = await testDatabase({ empty: true })
    await expect(waymarkOn(empty.url, 'journeys', 'list')).rejects.toThrow('run `waymark migrate` first')
    await empty.drop()
  })

  it('ends the program with 1 and one line on standard error', async () => {
    const away = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
    const { code, out, err } = await startProgram(['journeys', 'list'], away).ended()
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^The database in DATABASE_URL does not answer .*\n$/)
  })
})
