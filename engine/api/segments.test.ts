import { beforeAll, describe, expect, it } from 'vitest'
import { countRule } from '../members/face.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const { cookie } = await api.person('ana@x.io', 'analyst')

const call = async (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
) => {
  const answer = await api.app.inject({
    ...{ method, url: `/api/w/t${path}`, headers: { cookie, ...headers } },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, etag: String(answer.headers.etag), ...answer.json() }
}
const rule = (city: string) => ({ field: 'member.city', op: 'eq', value: city })
const make = (key: string) => call('PUT', `/segments/${key}`, { name: key, rule: rule('上海') })

describe('a segment', () => {
  it('is made, read with its ETag, and listed', async () => {
    const made = await call('PUT', '/segments/lapsed', { name: '沉睡客户', rule: rule('上海') })
    expect(made).toMatchObject({ status: 200, key: 'lapsed', name: '沉睡客户' })
    const read = await call('GET', '/segments/lapsed')
    expect(read).toMatchObject({ etag: made.etag, name: '沉睡客户', rule: rule('上海'), usedBy: [] })
    expect((await call('GET', '/segments')).segments).toMatchObject([{ key: 'lapsed', rule: rule('上海') }])
  })

  it('is changed by who saw it as it is; who comes second is shown what the first made of it', async () => {
    const { etag } = await make('vip')
    const change = (city: string) =>
      call('PUT', '/segments/vip', { name: 'VIP', rule: rule(city) }, { 'if-match': etag })
    const [one, two] = await Promise.all([change('北京'), change('广州')])
    const [won, lost] = one.status === 200 ? [one, two] : [two, one]
    expect(won.status).toBe(200)
    const { rule: kept } = await call('GET', '/segments/vip')
    expect(lost).toMatchObject({
      ...{ status: 412, code: 'segment-changed' },
      segment: { key: 'vip', name: 'VIP', rule: kept },
    })
    expect(lost.etag).toBe(won.etag)
  })

  it('is not made over another', async () => {
    await make('taken')
    expect(await make('taken')).toMatchObject({ status: 412, code: 'segment-changed' })
  })

  it('is refused with what is wrong with its rule', async () => {
    const bad = { name: 'x', rule: { field: 'member.city', op: 'gt', value: 'x' } }
    const answer = await call('PUT', '/segments/bad', bad)
    expect([answer.status, answer.code]).toEqual([400, 'segment-invalid'])
    expect(await call('PUT', '/segments/Not%20A%20Key', { name: 'x', rule: rule('x') })).toMatchObject({ status: 400 })
  })

  it('that a live journey uses is not deleted, and the answer says which', async () => {
    const { etag } = await make('used')
    await w.publish({
      ...{ schema: 1, key: 'mail', name: '召回' },
      nodes: [
        {
          ...{ id: 'a', type: 'trigger-audience', version: 1, name: 'A' },
          settings: { include: ['used'], firing: { kind: 'at', local: '2026-05-01T09:00' } },
        },
        { id: 'e', type: 'end', version: 1, name: 'E' },
      ],
      edges: [{ from: 'a', outcome: 'next', to: 'e' }],
    })
    expect((await call('GET', '/segments/used')).usedBy).toEqual([{ key: 'mail', name: '召回', state: 'running' }])
    const refused = await call('DELETE', '/segments/used')
    expect(refused).toMatchObject({ status: 409, code: 'segment-used', journeys: [{ key: 'mail' }] })
    expect(refused.detail).toContain('召回')
    await w.control('mail', 'stop')
    expect(await call('DELETE', '/segments/used', undefined, { 'if-match': etag })).toMatchObject({ status: 200 })
    expect(await call('GET', '/segments/used')).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('that was changed since is not deleted by who has not seen it', async () => {
    const { etag } = await make('moved')
    await call('PUT', '/segments/moved', { name: 'M', rule: rule('北京') }, { 'if-match': etag })
    const answer = await call('DELETE', '/segments/moved', undefined, { 'if-match': etag })
    expect(answer).toMatchObject({ status: 412, code: 'segment-changed' })
  })
})

describe('a rule', () => {
  beforeAll(() => w.members(Array.from({ length: 70 }, (_, i) => ({ city: i < 60 ? '成都' : '西安', n: i }))))

  it('is counted while somebody types', async () => {
    expect(await call('POST', '/segments/count', { rule: rule('成都') })).toMatchObject({ count: 60 })
    expect(await call('POST', '/segments/count', { rule: { all: [] } })).toMatchObject({ status: 200 })
    const asksEvent = { rule: { field: 'event.amount', op: 'gt', value: 1 } }
    expect(await call('POST', '/segments/count', asksEvent)).toMatchObject({ status: 400, code: 'rule-asks-event' })
  })

  it('shows its people, page after page', async () => {
    const first = await call('POST', '/segments/people', { rule: rule('成都') })
    const second = await call('POST', '/segments/people', { rule: rule('成都'), after: first.next })
    expect([first.members.length, second.members.length, second.next]).toEqual([50, 10, null])
  })

  it('that takes too long is given up with a sentence that says what would help', async () => {
    const slow = { zone: 'UTC', milliseconds: 1 }
    const events = (event: string) => ({ events: { event, filter: { field: 'event.x', op: 'contains', value: 'y' } } })
    await w.query(
      `INSERT INTO event (tenant_id, member_id, name, at, received_at, properties)
       SELECT $1, m.id, 'view', ts($2), ts($2), '{"x": "z"}' FROM member m CROSS JOIN generate_series(1, 300)`,
      [w.tenant, w.now - 1000],
    )
    const count = w.engine.store.inTenant(w.tenant, (tx) => countRule(tx, { any: [events('view')] }, slow))
    await expect(count).rejects.toMatchObject({ code: 'too-slow', message: expect.stringContaining('fewer events') })
  })
})

describe('the catalogue', () => {
  it('tells attributes, tags, events and their properties with types and common values, segments and accounts', async () => {
    const [ann, bo] = await w.members([
      { tier: '金卡', spend: 10, vip: true, birthday: '1990-01-02', note: 'only once' },
      { tier: '金卡', spend: 20, vip: true, birthday: '1991-01-02' },
    ])
    for (const member of [ann, bo])
      if (member) await w.post(member, 'order', { amount: 30, ship: { city: '上海' }, at: '2026-01-01T00:00:00Z' })
    await w.query(
      `INSERT INTO member_tag (tenant_id, member_id, tag, source, at) VALUES ($1, $2, 'loyal', 'x', now())`,
      [w.tenant, ann],
    )
    await w.query("INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email')", [w.tenant])
    const catalogue = await call('GET', '/catalogue')
    const of = (list: { name: string }[], name: string) => list.find((field) => field.name === name)
    expect(of(catalogue.attributes, 'tier')).toEqual({ name: 'tier', type: 'text', samples: ['金卡'] })
    expect(of(catalogue.attributes, 'spend')).toEqual({ name: 'spend', type: 'number', samples: [] })
    expect(of(catalogue.attributes, 'vip')).toEqual({ name: 'vip', type: 'boolean', samples: [true] })
    expect(of(catalogue.attributes, 'birthday')).toMatchObject({ type: 'date' })
    expect(of(catalogue.attributes, 'note')).toMatchObject({ samples: [] }) // nobody else's is shown
    expect(catalogue.tags).toEqual(['loyal'])
    const { properties } = of(catalogue.events, 'order') as unknown as { properties: { name: string }[] }
    expect(properties).toEqual([
      { name: 'amount', type: 'number', samples: [30] },
      { name: 'at', type: 'date', samples: ['2026-01-01T00:00:00Z'] },
      { name: 'ship.city', type: 'text', samples: ['上海'] },
    ])
    expect(catalogue.segments).toContainEqual(expect.objectContaining({ key: 'lapsed', name: '沉睡客户' }))
    expect(catalogue.accounts).toEqual([{ key: 'main', channel: 'email' }])
    expect((await call('GET', '/accounts')).accounts).toEqual([{ key: 'main', channel: 'email' }])
  })
})
