import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type ApiScope, issueApiKey } from '../members/face.ts'
import { missingMigrations } from '../store/missing-migrations.ts'
import { testApi } from '../testing/api.ts'
import { ownApi } from '../testing/own-api.ts'
import { testDatabase } from '../testing/postgres.ts'

const { w, api } = await ownApi()
const { app } = api
const issue = (scopes: ApiScope[]) => w.engine.store.inTenant(w.tenant, (tx) => issueApiKey(tx, 'test', scopes, 'test'))
const key = await issue(['write'])

const basic = (name: string) => `Basic ${Buffer.from(`${name}:`).toString('base64')}`
const post = (path: string, payload: string | object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/v1/${path}`, payload, headers: { authorization: basic(key), ...headers } })
const track = (more: object = {}) => ({ type: 'track', userId: 'u', event: 'order', ...more })
const batch = (...calls: unknown[]) => post('batch', { batch: calls, sentAt: '2026-03-01T00:00:00Z' })
const events = () => w.query('SELECT name, ms(at) AS at, properties FROM event ORDER BY id')
const counted = async (outcome: string) =>
  Number(new RegExp(`outcome="${outcome}"} (\\d+)`).exec((await app.inject('/metrics')).body)?.[1])

afterEach(() => w.query('WITH e AS (DELETE FROM event), i AS (DELETE FROM identity) DELETE FROM member'))

describe('taking in', () => {
  it('takes a call with all that a library of Segment sends, and keeps what counts', async () => {
    const at = '2026-02-01T10:00:00.123456+08:00'
    const call = {
      ...track({ properties: { amount: 12.5, items: [{ sku: '甲' }] }, timestamp: at, messageId: 'full' }),
      ...{ anonymousId: null, context: { library: { name: 'x' } }, integrations: { All: true }, channel: 'server' },
      ...{ originalTimestamp: at, sentAt: at, receivedAt: at, version: '1', writeKey: key, _metadata: { a: 1 } },
    }
    const answer = await post('track', call)
    expect([answer.statusCode, answer.json()]).toEqual([200, { success: true, stored: 1, repeated: 0 }])
    expect(await events()).toEqual([
      { name: 'order', at: Math.floor(Date.parse(at)), properties: { amount: 12.5, items: [{ sku: '甲' }] } },
    ])
  })

  it('takes the moment of receipt for an event without its own', async () => {
    await post('track', { userId: 'u', event: 'order' }, { authorization: `Bearer ${key}` })
    expect(await events()).toEqual([{ name: 'order', at: w.now, properties: {} }])
  })

  it('takes a body that is packed, as libraries of Segment send it', async () => {
    const packed = gzipSync(JSON.stringify({ batch: [track()], writeKey: key }))
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json', authorization: basic(key) }
    const answer = await app.inject({ method: 'POST', url: '/v1/batch', payload: packed, headers })
    expect([answer.statusCode, answer.json().stored]).toEqual([200, 1])
  })

  it('knows a person by its traits, and by the device it came with', async () => {
    await post('track', { anonymousId: 'd', event: 'visit' })
    await post('identify', { userId: 'u', anonymousId: 'd', traits: { city: '上海', email: 'u@x.io', age: null } })
    expect(await w.query('SELECT attributes FROM member')).toEqual([{ attributes: { city: '上海', email: 'u@x.io' } }])
    expect(await w.query('SELECT namespace, value FROM identity ORDER BY 1')).toEqual([
      { namespace: 'anonymous', value: 'd' },
      { namespace: 'email', value: 'u@x.io' },
      { namespace: 'user', value: 'u' },
    ])
  })

  it('stores each of 200 events once, however they are repeated and in whatever order they come', async () => {
    const stored = await counted('stored')
    const ids = Array.from({ length: 200 }, () => randomUUID())
    const sent = [...ids, ...ids, ...ids]
      .map((messageId, i) => ({ messageId, key: (i * 7919) % 600 }))
      .sort((a, b) => a.key - b.key)
      .map(({ messageId }) =>
        track({ messageId, userId: `u${messageId.charCodeAt(0) % 5}`, properties: { messageId } }),
      )
    const parts = Array.from({ length: 30 }, (_, i) => batch(...sent.slice(i * 20, i * 20 + 20)))
    expect((await Promise.all(parts)).map((p) => p.statusCode)).toEqual(parts.map(() => 200))
    const rows = await w.query<{ m: string }>("SELECT properties ->> 'messageId' AS m FROM event")
    expect(rows.map((r) => r.m).sort()).toEqual(ids.toSorted())
    expect((await counted('stored')) - stored).toBe(200)
  })

  it('lets 64 clients post the first event of one new member at once: one member', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => post('track', track({ anonymousId: 'd' }))))
    expect(answers.map((a) => a.statusCode)).toEqual(answers.map(() => 200))
    expect(await w.query('SELECT count(*)::int AS n FROM member')).toEqual([{ n: 1 }])
    expect(await w.query('SELECT count(DISTINCT member_id)::int AS m, count(*)::int AS n FROM event')).toEqual([
      { m: 1, n: 64 },
    ])
  })
})

describe('bad input', () => {
  const nested = (levels: number): object => (levels === 1 ? {} : { a: nested(levels - 1) })
  const refusals: [string, object, string, RegExp][] = [
    ['nobody', { userId: null }, '/userId', /userId or anonymousId/],
    ['an empty user id', { userId: '' }, '/userId', />=1/],
    ['no event', { event: undefined }, '/event', /expected string/],
    ['a blank event', { event: '  ' }, '/event', />=1/],
    ['a long event', { event: 'x'.repeat(201) }, '/event', /<=200/],
    ['an event that cannot be stored', { event: 'a\0' }, '/event', /cannot be stored/],
    ['half a character in properties', { properties: { a: ['\ud800'] } }, '/properties', /cannot be stored/],
    ['NUL in the name of a property', { properties: { 'a\0': 1 } }, '/properties', /cannot be stored/],
    ['properties too deep', { properties: nested(9) }, '/properties', /deeper than 8/],
    ['a list for properties', { properties: [] }, '/properties', /expected record/],
    ['a local time', { timestamp: '2026-03-01T00:00:00' }, '/timestamp', /offset/],
    ['a day that is none', { timestamp: '2026-02-30T00:00:00Z' }, '/timestamp', /ISO 8601/],
    ['a time before 1970', { timestamp: '1969-12-31T00:00:00Z' }, '/timestamp', /1970/],
    ['a field nobody documents', { evnet: 'x' }, '', /evnet/],
    ['a type not handled yet', { type: 'page' }, '/type', /page are not handled yet/],
    ['a type that is none', { type: 'trak' }, '/type', /track or identify/],
  ]

  it.each(refusals)('refuses %s, and says where', async (_, wrong, pointer, detail) => {
    const answer = await batch(track(), track(wrong))
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    const { code, errors } = answer.json()
    expect(code).toBe('invalid-request')
    expect(errors).toEqual([{ pointer: `/batch/1${pointer}`, detail: expect.stringMatching(detail) }])
    expect(await events()).toEqual([])
    expect(await w.query('SELECT count(*)::int AS n FROM member')).toEqual([{ n: 0 }])
  })

  it('takes properties of eight levels', async () => {
    expect((await batch(track({ properties: nested(8) }))).statusCode).toBe(200)
  })

  it('lists every problem of a batch by index, and stores none of it', async () => {
    const refused = await counted('refused')
    const answer = await batch(track(), { type: 'group' }, track({ event: 1, userId: undefined }), 7)
    expect(answer.json().errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/batch/1/type',
      '/batch/2/event',
      '/batch/2/userId',
      '/batch/3',
    ])
    expect(await events()).toEqual([])
    expect((await counted('refused')) - refused).toBe(4)
  })

  const json = { 'content-type': 'application/json' }
  const packed = (payload: Buffer, encoding = 'gzip') =>
    app.inject({
      method: 'POST',
      url: '/v1/track',
      payload,
      headers: { ...json, 'content-encoding': encoding, authorization: basic(key) },
    })
  it.each([
    ['an empty batch', () => batch(), 400, 'invalid-request'],
    ['501 calls', () => batch(...Array.from({ length: 501 }, () => track())), 400, 'invalid-request'],
    ['no object', () => post('track', '7', json), 400, 'invalid-request'],
    ['broken JSON', () => post('track', '{"userId":', json), 400, 'invalid-json'],
    [
      'a number beyond all',
      () => post('track', '{"userId":"u","event":"e","properties":{"n":1e999}}', json),
      400,
      'invalid-request',
    ],
    ['a prototype', () => post('track', '{"userId":"u","event":"e","__proto__":{}}', json), 400, 'invalid-json'],
    ['no body', () => post('track', '', json), 400, 'invalid-json'],
    [
      'a body over 1 MiB',
      () => post('track', track({ properties: { a: 'x'.repeat(1_048_576) } })),
      413,
      'body-too-large',
    ],
    [
      'a small body that is over 1 MiB once it is unpacked',
      () => packed(gzipSync(JSON.stringify(track({ properties: { a: 'x'.repeat(1_048_576) } })))),
      413,
      'body-too-large',
    ],
    ['what is not packed as it says', () => packed(Buffer.from('{}')), 400, 'bad-request'],
    ['another packing', () => packed(Buffer.from('{}'), 'br'), 415, 'wrong-content-type'],
    ['plain text', () => post('track', '{}', { 'content-type': 'text/plain' }), 415, 'wrong-content-type'],
    ['no key', () => post('track', track(), { authorization: '' }), 401, 'unauthorised'],
    ['a wrong key', () => post('track', track(), { authorization: basic('wm_no') }), 401, 'unauthorised'],
    ['an unknown address', () => post('trak', track()), 404, 'not-found'],
    ['an address that cannot be read', () => post('%E0%A4', track()), 400, 'bad-request'],
  ] as const)('refuses %s', async (_, send, status, code) => {
    const answer = await send()
    expect([answer.statusCode, answer.json().status, answer.json().code]).toEqual([status, status, code])
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(await events()).toEqual([])
  })

  it('tells what methods an address takes', async () => {
    const answers = await Promise.all([app.inject('/v1/track'), app.inject({ method: 'DELETE', url: '/healthz' })])
    expect(answers.map((a) => [a.statusCode, a.json().code, a.headers.allow])).toEqual([
      [405, 'wrong-method', 'POST'],
      [405, 'wrong-method', 'GET'],
    ])
  })

  it('refuses a key without the scope, and one that was revoked', async () => {
    const other = await issue([])
    expect((await post('track', track(), { authorization: basic(other) })).json().code).toBe('forbidden')
    await w.query("UPDATE api_key SET revoked_at = now() WHERE scopes = '{}'")
    expect((await post('track', track(), { authorization: basic(other) })).json().code).toBe('unauthorised')
  })

  it('lets a key make so many requests a minute, and a stranger so many wrong guesses', async () => {
    const strict = await testApi(w, { perMinute: 2 })
    const from = (authorization: string) =>
      strict.app.inject({ method: 'POST', url: '/v1/track', payload: track(), headers: { authorization } })
    const statuses = async (authorization: string, times: number) => {
      const all: number[] = []
      for (let i = 0; i < times; i++) all.push((await from(authorization)).statusCode)
      return all
    }
    expect(await statuses(basic(key), 3)).toEqual([200, 200, 429])
    expect((await statuses(basic('wm_no'), 101)).slice(99)).toEqual([401, 429])
    expect((await from(basic(await issue(['write'])))).statusCode).toBe(200)
    await strict.close()
  })

  it('shows nothing of a bug', async () => {
    await w.asOwner('ALTER TABLE event RENAME TO gone')
    const answer = await post('track', track())
    await w.asOwner('ALTER TABLE gone RENAME TO event')
    expect(answer.statusCode).toBe(500)
    expect(answer.json().code).toBe('internal')
    expect(answer.body).not.toMatch(/event|relation|sql/i)
    expect(await w.query('SELECT count(*)::int AS n FROM member')).toEqual([{ n: 0 }])
  })
})

describe('health', () => {
  it('is ready with all migrations, and not without or with no database', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok', rowsOutsideMonths: 0 })
    const empty = await testDatabase({ empty: true })
    const bare = await testApi(w, { missingMigrations: () => missingMigrations(empty.url) })
    expect((await bare.app.inject('/readyz')).json().detail).toMatch(/lacks migrations: .*_hot_sql/)
    await empty.drop()
    const answer = await bare.app.inject('/readyz')
    expect([answer.statusCode, answer.json().detail]).toEqual([503, 'The database does not answer.'])
    await bare.close()
  })

  it('counts what is stored, and what waits', async () => {
    await batch(track(), track())
    const stored = async () => Number(/^waymark_events_stored (\d+)$/m.exec((await app.inject('/metrics')).body)?.[1])
    const before = await stored()
    await batch(track(), track(), track())
    expect((await stored()) - before).toBe(3)
    await w.asOwner('UPDATE installation SET poke_backlog = 7')
    expect((await app.inject('/metrics')).body).toMatch(/^waymark_pokes_waiting 7$/m)
  })

  it('publishes OpenAPI 3.1 with every route of /v1', async () => {
    const { openapi, paths } = (await app.inject('/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/healthz', '/readyz', '/v1/track', '/v1/identify', '/v1/batch']),
    )
    const { schema } = paths['/v1/track'].post.requestBody.content['application/json']
    expect(schema.required).toEqual(['event'])
    expect(schema.additionalProperties).toBe(false)
  })
})
