import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { id, type TenantId } from '../core/ids.ts'
import { startFakeService } from '../testing/fake-service.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const [other] = await w.engine.store.acrossTenants((sql) =>
  sql.query<{ id: number }>("INSERT INTO tenant (key, name) VALUES ('other', 'Other') RETURNING id"),
)
const { cookie } = await api.person('ann@x.io', 'admin')
const stranger = await api.person('eve@x.io', 'admin', id<TenantId>(other?.id ?? 0))

const crm = { name: 'CRM', url: 'https://crm.example.com/v1' }
const put = async (payload: object, key = 'crm') => {
  const url = `/api/w/t/connections/${key}`
  return (await api.app.inject({ method: 'PUT', url, headers: { cookie }, payload })).json()
}
const list = async (as = cookie, ws = 't') =>
  (await api.app.inject({ url: `/api/w/${ws}/connections`, headers: { cookie: as } })).json().connections
const sealed = async () => {
  const [row] = await w.query<{ settings: { sealed: string } }>("SELECT settings FROM account WHERE key = 'crm'")
  return row?.settings.sealed ?? ''
}

describe('connections', () => {
  it('tell their signing secret once, and their headers never', async () => {
    const { secret } = await put({ ...crm, headers: { Authorization: 'Bearer top-secret' } })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(await list()).toEqual([{ key: 'crm', ...crm, timeoutSeconds: 10, headers: ['Authorization'], pace: null }])
    const rows = JSON.stringify(await w.query('SELECT settings FROM account UNION ALL SELECT detail FROM audit'))
    expect(rows).not.toContain('top-secret')
    expect(rows).not.toContain(secret)
  })

  it('keep their secrets when something else is changed, and change them when told', async () => {
    const before = await sealed()
    expect(await put({ ...crm, name: 'Members' })).toEqual({ secret: null })
    expect(await sealed()).not.toBe(before)
    expect(await list()).toMatchObject([{ name: 'Members', headers: ['Authorization'], pace: null }])
    expect((await put({ ...crm, headers: {}, renew: true })).secret).toMatch(/^whsec_/)
    expect(await list()).toMatchObject([{ headers: [] }])
  })

  it.each([
    { url: 'ftp://example.com' },
    { url: 'https://ann:pw@example.com' },
    { url: 'https://example.com/#x' },
    { url: 'nowhere' },
    { timeoutSeconds: 0 },
    { timeoutSeconds: 31 },
    { headers: { Host: 'x' } },
    { headers: { 'Webhook-Signature': 'x' } },
    { headers: { 'Bad Name': 'x' } },
    { headers: { Fine: 'a\r\nEvil: b' } },
    { surprise: 1 },
    { pace: { calls: 0, per: 'second' } },
    { pace: { calls: 1, per: 'hour' } },
  ])('refuse %j', async (bad) => expect((await put({ ...crm, ...bad })).code).toBe('invalid-request'))

  it('take no key of an account of another kind', async () => {
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
    expect((await put(crm, 'main')).code).toBe('key-taken')
  })

  it('are those of one workspace: a seal opens nowhere else', async () => {
    expect(await list(stranger.cookie, 'other')).toEqual([])
    await w.engine.store.acrossTenants((sql) =>
      sql.query(
        'INSERT INTO account (tenant_id, key, channel, settings) SELECT $1, key, channel, settings FROM account WHERE key = $2',
        [other?.id, 'crm'],
      ),
    )
    expect(await list(stranger.cookie, 'other')).toMatchObject([{ key: 'crm', headers: [] }])
    expect(await list()).toHaveLength(1)
  })
})

describe('the pace of a connection', () => {
  const pace = async () => (await list())[0].pace
  it.each([
    { calls: 5, per: 'second' },
    { calls: 30, per: 'minute' },
    { calls: 90, per: 'minute' },
    { calls: 1_000, per: 'minute' },
  ])('is told as it was set: %j', async (set) => {
    await put({ ...crm, pace: set })
    expect(await pace()).toEqual(set)
    await put({ ...crm, name: 'Another name' })
    expect(await pace()).toEqual(set)
  })

  it('keeps what it has left when it becomes slower, and goes when it is taken away', async () => {
    await put({ ...crm, pace: { calls: 10, per: 'second' } })
    await w.query('UPDATE token_bucket SET tokens = 7')
    await put({ ...crm, pace: { calls: 4, per: 'second' } })
    expect(await w.query('SELECT per_second, burst, tokens FROM token_bucket')).toEqual([
      { per_second: 4, burst: 4, tokens: 4 },
    ])
    await put({ ...crm, pace: null })
    expect(await pace()).toBeNull()
    expect(await w.query('SELECT FROM token_bucket')).toEqual([])
  })
})

const audited = async (action: string) =>
  w.query('SELECT actor, subject, detail FROM audit WHERE action = $1 ORDER BY id', [action])

describe('a test call', async () => {
  const service = await startFakeService()
  afterAll(() => service.stop())
  let secret = ''
  beforeEach(async () => {
    service.calls.length = 0
    service.answer = (response) => void response.end(JSON.stringify({ score: 7, tier: { name: 'gold' } }))
    const local = { name: 'CRM', url: service.url, timeoutSeconds: 1, headers: { authorization: 'Bearer x' } }
    secret = (await put({ ...local, renew: true }, 'local')).secret
  })
  const call = async (payload: object, { key = 'local', as = cookie } = {}) => {
    const url = `/api/w/t/connections/${key}/test`
    return (await api.app.inject({ method: 'POST', url, headers: { cookie: as }, payload })).json()
  }

  it('is signed as that of a journey is, says that it is a test, and tells what was answered', async () => {
    const told = await call({ path: '/members/A%207', data: { amount: 5 } })
    expect(told).toMatchObject({ went: 'well', status: 200, reason: null, isCut: false, isJson: true })
    expect(JSON.parse(told.body)).toEqual({ score: 7, tier: { name: 'gold' } })
    expect(told.ms).toBeGreaterThanOrEqual(0)
    expect(told.fields).toEqual([
      { from: 'score', type: 'number', value: 7 },
      { from: 'tier.name', type: 'text', value: 'gold' },
    ])
    expect(service.calls).toMatchObject([
      {
        path: '/members/A%207',
        body: { amount: 5 },
        headers: { authorization: 'Bearer x', 'waymark-test': 'true' },
      },
    ])
    expect(service.calls[0]?.isSignedBy(secret)).toBe(true)
    expect(service.calls[0]?.id).toMatch(/^test_/)
  })

  it('touches no member and no journey, and stands in the audit', async () => {
    await call({ path: '/x', data: {} })
    for (const table of ['member', 'event', 'message', 'enrolment', 'token'])
      expect(await w.query(`SELECT FROM ${table}`)).toEqual([])
    const [last] = (await audited('connection.test')).slice(-1)
    expect(last).toMatchObject({ subject: 'local', detail: { path: '/x' } })
    expect(JSON.stringify(await audited('connection.test'))).not.toContain(secret)
  })

  it.each([
    ['says no', (r) => void r.writeHead(404).end('nobody'), { went: 'wrong', status: 404, reason: 'http-404' }],
    ['is out of order', (r) => void r.writeHead(503).end(), { went: 'again', status: 503, reason: 'http-503' }],
    ['sends elsewhere', (r) => void r.writeHead(302, { location: '/' }).end(), { went: 'wrong', reason: 'http-302' }],
    ['hangs', () => {}, { went: 'again', status: null, reason: 'timeout' }],
    ['answers too much', (r) => void r.end('x'.repeat(70_000)), { went: 'wrong', reason: 'answer-too-long' }],
    ['answers a text', (r) => void r.end('hello'), { went: 'well', body: 'hello', isJson: false, fields: [] }],
    ['answers at length', (r) => void r.end('x'.repeat(5_000)), { went: 'well', body: 'x'.repeat(4_000), isCut: true }],
  ] satisfies [string, typeof service.answer, object][])(
    'tells how it went where the service %s, once',
    async (_, answer, told) => {
      service.answer = answer
      expect(await call({ data: {} })).toMatchObject(told)
      expect(service.calls).toHaveLength(1)
    },
  )

  it.each(['http://10.0.0.1', 'http://169.254.169.254', 'http://[::ffff:10.0.0.1]'])(
    'reaches no private address: %s',
    async (url) => {
      await put({ ...crm, url }, 'local')
      expect(await call({ data: {} })).toMatchObject({ went: 'wrong', status: null, reason: 'address-refused' })
    },
  )

  it('says so where what is sealed does not open', async () => {
    await w.query('UPDATE account SET settings = settings || \'{"sealed": "x"}\' WHERE key = \'local\'')
    expect(await call({ data: {} })).toMatchObject({ went: 'again', reason: 'account-invalid' })
    await w.query("DELETE FROM account WHERE key = 'local'")
  })

  it.each([{ path: 'x', data: {} }, { path: '/a b', data: {} }, { path: '/\0', data: {} }, { data: [] }, {}])(
    'refuses %j',
    async (bad) => {
      expect((await call(bad)).code).toBe('invalid-request')
      expect(service.calls).toEqual([])
    },
  )

  it('is for admins, of services that are there', async () => {
    const operator = await api.person('oli@x.io', 'operator')
    expect((await call({ data: {} }, { as: operator.cookie })).code).toBe('not-allowed')
    expect((await call({ data: {} }, { key: 'nothing' })).code).toBe('connection-unknown')
    expect(service.calls).toEqual([])
  })
})

describe('deleting a connection', () => {
  const remove = async (key: string) =>
    (await api.app.inject({ method: 'DELETE', url: `/api/w/t/connections/${key}`, headers: { cookie } })).json()
  const journey = (key: string, connection: string) => ({
    ...{ schema: 1, key, name: key, settings: { zone: 'UTC' } },
    nodes: [
      { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: key }] } },
      { id: 'ask', type: 'call-service', version: 1, name: 'ask', settings: { connection } },
    ],
    edges: [{ from: 'start', outcome: 'next', to: 'ask' }],
  })
  const draw = (document: object) =>
    api.app.inject({ method: 'POST', url: '/api/w/t/journeys', headers: { cookie }, payload: { document } })

  it('takes its secrets and its pace with it, and is audited', async () => {
    await put({ ...crm, pace: { calls: 1, per: 'second' } }, 'spare')
    expect(await remove('spare')).toEqual({ done: true })
    expect(await w.query("SELECT FROM account WHERE key = 'spare'")).toEqual([])
    expect(await w.query('SELECT FROM token_bucket')).toEqual([])
    expect(await audited('connection.delete')).toMatchObject([{ subject: 'spare' }])
    expect((await remove('spare')).code).toBe('connection-unknown')
  })

  it('is refused while journeys use it: live, drawn, or with people inside an older version', async () => {
    await put(crm, 'old')
    await put(crm, 'new')
    await w.publish(journey('live', 'old'))
    const member = await w.member({})
    await w.post(member, 'live', {})
    await w.drain()
    await w.publish(journey('live', 'new'))
    await draw(journey('drawn', 'new'))
    expect(await remove('old')).toMatchObject({
      code: 'connection-used',
      journeys: [{ key: 'live', state: 'running' }],
    })
    const both = [
      { key: 'drawn', name: 'drawn', state: 'draft' },
      { key: 'live', name: 'live', state: 'running' },
    ]
    expect(await remove('new')).toMatchObject({ code: 'connection-used', journeys: both })
    await w.control('live', 'stop')
    await w.drain()
    expect(await remove('old')).toEqual({ done: true })
    expect(await remove('new')).toMatchObject({ journeys: both.slice(0, 1) })
  })

  it('waits for whoever publishes a journey that names it', async () => {
    await put(crm, 'raced')
    const answers = await Promise.allSettled([
      remove('raced'),
      ...Array.from({ length: 4 }, (_, i) => w.publish(journey(`raced-${i}`, 'raced'))),
    ])
    const [removed, ...published] = answers
    const isLive = published.some(({ status }) => status === 'fulfilled')
    expect(removed).toMatchObject({ value: isLive ? { code: 'connection-used' } : { done: true } })
    const there = await w.query("SELECT FROM account WHERE key = 'raced'")
    expect(there).toHaveLength(isLive ? 1 : 0)
  })
})
