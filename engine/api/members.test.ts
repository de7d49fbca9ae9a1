import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { ownApi } from '../testing/own-api.ts'

const { w, api } = await ownApi()
const { cookie } = await api.person('ana@x.io', 'analyst')

const get = async (path: string) => {
  const answer = await api.app.inject({ url: `/api/w/t${path}`, headers: { cookie } })
  return { status: answer.statusCode, ...answer.json() }
}
const link = (member: MemberId, namespace: string, value: string) =>
  w.query('INSERT INTO identity (tenant_id, namespace, value, member_id) VALUES ($1, $2, $3, $4)', [
    w.tenant,
    namespace,
    value,
    member,
  ])

/** Every id of a list, page after page. */
async function pages(path: string): Promise<string[]> {
  const ids: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: { members: { id: string }[]; next: string | null } & { status: number } = await get(
      `${path}${next && `&after=${encodeURIComponent(next)}`}`,
    )
    expect(page.status).toBe(200)
    ids.push(...page.members.map((member) => member.id))
    next = page.next
  }
  return ids
}

describe('the list of members', () => {
  let all: MemberId[]
  beforeAll(async () => {
    all = await w.members(
      Array.from({ length: 120 }, (_, i) => ({ name: i % 2 ? `Ann ${i}` : `王${i}`, city: '上海' })),
    )
    for (const [i, member] of all.entries()) await link(member, 'user', `U-${i}`)
    await link(all[7] as MemberId, 'email', 'ann@x.io') // also called Ann 7
  })

  it('shows the newest first, page after page, each once, and how many there are', async () => {
    expect((await get('/members?')).total).toBe(120)
    expect(await pages('/members?')).toEqual(all.map(String).reverse())
  })

  it('shows what a row needs', async () => {
    const { members } = await get('/members?search=u-7')
    expect(members.find((m: { id: string }) => m.id === String(all[7]))).toMatchObject({
      name: 'Ann 7',
      status: 'member',
      identities: { user: 'U-7', email: 'ann@x.io' },
      tags: [],
      points: 0,
      lastEventAt: null,
    })
  })

  it('finds by the beginning of a name or an identity in any case, by number, and each member once', async () => {
    expect((await pages('/members?search=ANN')).sort()).toEqual(
      all
        .filter((_, i) => i % 2)
        .map(String)
        .sort(),
    )
    expect(await pages('/members?search=王11')).toHaveLength(5) // 110, 112 … 118
    expect(await pages('/members?search=u-119')).toEqual([String(all[119])])
    expect(await pages(`/members?search=%23${all[3]}`)).toEqual([String(all[3])])
    expect(await pages('/members?search=nn')).toEqual([])
    expect(await pages('/members?search=%25')).toEqual([])
  })

  it('refuses a place that no list answered', async () => {
    expect(await get('/members?after=x')).toMatchObject({ status: 400, code: 'place-unknown' })
  })

  it('looks names and identities up in an index, under row-level security, however many there are', async () => {
    await w.query(
      `INSERT INTO member (tenant_id, attributes, created_at)
       SELECT $1, jsonb_build_object('name', 'Many ' || n), now() FROM generate_series(1, 5000) n`,
      [w.tenant],
    )
    const { peopleSql } = await import('../store/sql/people.ts')
    const literal = peopleSql.matching.text
      .replaceAll('$1', "'ann'")
      .replaceAll('$2', "''")
      .replaceAll('$3', '0')
      .replaceAll('$4', '51')
    const plan = (await w.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${literal}`)).map((row) => row['QUERY PLAN'])
    expect(plan.join('\n')).toMatch(/Index Cond: .*ROW\(name_key, id\) > ROW\('ann'/)
    expect(plan.join('\n')).toMatch(/Index Cond: .*ROW\(value_key, member_id\) > ROW\('ann'/)
  })
})

describe('one member', () => {
  it('shows attributes, identities, tags, points with those that lapse next, and consents', async () => {
    const member = await w.member({ name: '李雷', tier: '金卡' })
    await link(member, 'phone', '13800000000')
    await w.query(
      `WITH t AS (INSERT INTO member_tag VALUES ($1, $2, 'vip', 'import', ts($3), NULL), ($1, $2, 'gone', 'import', ts($3), ts($3))),
        a AS (INSERT INTO point_account VALUES ($1, $2, 0, 30)),
        l AS (INSERT INTO point_lot (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, remaining, available_at, expires_at)
          VALUES ($1, $2, 1, 1, 1, 0, 10, 10, ts($3), ts($3 + 1000)), ($1, $2, 2, 1, 1, 0, 20, 20, ts($3), ts($3 + 2000)))
       INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at) VALUES ($1, $2, 'email', 'marketing', true, 'form', ts($3))`,
      [w.tenant, member, w.now],
    )
    const at = new Date(w.now).toISOString()
    expect(await get(`/members/${member}`)).toMatchObject({
      id: String(member),
      attributes: { name: '李雷', tier: '金卡' },
      identities: [{ namespace: 'phone', value: '13800000000' }],
      tags: [{ tag: 'vip', source: 'import', at, expiresAt: null }],
      points: [{ account: 'spendable', balance: 30, lapses: { at: new Date(w.now + 1000).toISOString(), points: 10 } }],
      consents: [{ channel: 'email', purpose: 'marketing', granted: true }],
    })
  })

  it('that is not there is told so, whatever its number looks like', async () => {
    expect(await get('/members/999999')).toMatchObject({ status: 404, code: 'not-found' })
    expect(await get('/members/1e3')).toMatchObject({ status: 400, code: 'invalid-request' })
  })
})

describe('what happened to a member', () => {
  const document = {
    schema: 1,
    key: 'gift',
    name: '有礼',
    nodes: [
      { id: 'order', type: 'trigger-event', version: 1, name: '下单', settings: { events: [{ event: 'order' }] } },
      {
        id: 'points',
        type: 'grant-points',
        version: 1,
        name: '积分',
        settings: { amount: { kind: 'fixed', points: 5 } },
      },
      { id: 'tag', type: 'tag-member', version: 1, name: '打标', settings: { kind: 'add', tags: ['buyer'] } },
      {
        id: 'tell',
        type: 'send-inbox',
        version: 1,
        name: '告诉',
        settings: { title: '{{member.name}}，你好', body: '+5' },
      },
    ],
    edges: [
      { from: 'order', outcome: 'next', to: 'points' },
      { from: 'points', outcome: 'granted', to: 'tag' },
      { from: 'tag', outcome: 'next', to: 'tell' },
    ],
  }
  let member: MemberId
  beforeAll(async () => {
    await w.publish(document)
    member = await w.member({ name: '小王' })
    for (let i = 0; i < 60; i++) await w.post(member, 'view', { page: i }, { at: w.now - 1000 })
    await w.post(member, 'order', { amount: 9 })
    await w.drain()
  })

  it('is one timeline, newest first, page after page, nothing twice and nothing lost', async () => {
    const first = await get(`/members/${member}/timeline`)
    const kinds = first.items.slice(0, 6).map((item: { kind: string }) => item.kind)
    expect(kinds).toEqual(['left', 'entered', 'tags', 'points', 'message', 'event'])
    const second = await get(`/members/${member}/timeline?before=${encodeURIComponent(first.next)}`)
    const ids = [...first.items, ...second.items].map((item: { id: string }) => item.id)
    expect([ids.length, new Set(ids).size, second.next]).toEqual([66, 66, null])
  })

  it('says what each thing was, and in which journey', async () => {
    const journey = { key: 'gift', name: '有礼' }
    const { items } = await get(`/members/${member}/timeline?kinds=message,points,tags,left`)
    expect(items).toMatchObject([
      { kind: 'left', journey, entry: 1, state: 'completed' },
      { kind: 'tags', journey, added: ['buyer'], removed: [], replaced: false },
      { kind: 'points', journey, account: 'spendable', amount: 5 },
      { kind: 'message', journey, channel: 'inbox', state: 'accepted', node: '告诉' },
    ])
    expect(await get(`/members/${member}/timeline?kinds=rumours`)).toMatchObject({ status: 400 })
  })

  it('shows messages as they were read, and the inbox alone', async () => {
    const { messages } = await get(`/members/${member}/messages?channel=inbox`)
    expect(messages).toMatchObject([
      { channel: 'inbox', state: 'accepted', journey: { key: 'gift' }, content: { title: '小王，你好', text: '+5' } },
    ])
    expect((await get(`/members/${member}/messages?channel=email`)).messages).toEqual([])
  })
})
