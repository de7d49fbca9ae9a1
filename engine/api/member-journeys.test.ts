import { beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../core/ids.ts'
import { ownApi } from '../testing/own-api.ts'

const MINUTE = 60_000
const orders = { id: 'order', type: 'trigger-event', version: 1, name: '下单' }
const entering = (event: string) => ({ ...orders, settings: { events: [{ event, filter: BIG }] } })
const BIG = { field: 'event.amount', op: 'gte', value: 1 }

const thanks = {
  schema: 1,
  key: 'thanks',
  name: '感谢',
  nodes: [
    entering('order'),
    {
      id: 'big',
      type: 'attribute-check',
      version: 1,
      name: '大单',
      settings: { rule: { field: 'event.amount', op: 'gte', value: 200 } },
    },
    {
      id: 'again',
      type: 'wait',
      version: 1,
      name: '再下单',
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 10, unit: 'minute' } },
    },
    { id: 'small', type: 'grant-points', version: 1, name: '小礼', settings: { amount: { kind: 'fixed', points: 1 } } },
  ],
  edges: [
    { from: 'order', outcome: 'next', to: 'big' },
    { from: 'big', outcome: 'yes', to: 'again' },
    { from: 'big', outcome: 'no', to: 'small' },
  ],
}
const called = (key: string, trigger: object) => ({
  schema: 1,
  key,
  name: key,
  nodes: [trigger, { id: 'end', type: 'end', version: 1, name: '结束' }],
  edges: [{ from: 'order', outcome: 'next', to: 'end' }],
})

const { w, api } = await ownApi()
let cookie: string
let member: MemberId
const get = async (path: string) => {
  const answer = await api.app.inject({ url: `/api/w/t/members/${path}`, headers: { cookie } })
  return { status: answer.statusCode, ...answer.json() }
}
const iso = (at: number) => new Date(at).toISOString()

beforeAll(async () => {
  cookie = (await api.person('ana@x.io', 'analyst')).cookie
  member = await w.member({ city: '上海', tier: '银卡' })
  await w.segment('gold', {
    all: [
      { field: 'member.city', op: 'eq', value: '上海' },
      { field: 'member.tier', op: 'eq', value: '金卡' },
    ],
  })
  await w.publish(thanks)
  await w.publish(called('visits', entering('visit')))
  await w.publish(called('logins', entering('login')))
  const audience = { ...orders, type: 'trigger-audience' }
  await w.publish(called('for-gold', { ...audience, settings: { include: ['gold'], firing: { kind: 'now' } } }))
  const later = { kind: 'at', local: '2026-04-01T09:00' }
  await w.publish(called('in-april', { ...audience, settings: { include: ['gold'], firing: later } }))
  await w.drain()
  await w.post(member, 'order', { amount: 250 })
  await w.post(member, 'login', { amount: 0 })
  await w.drain()
})

describe('a member’s journeys', () => {
  it('tell where the member stands and when it wakes', async () => {
    const { entries, next } = await get(`${member}/journeys`)
    expect(next).toBeNull()
    expect(entries).toMatchObject([
      {
        journey: { key: 'thanks', name: '感谢', state: 'running' },
        ...{ version: 1, entry: 1, state: 'live', endedAt: null },
        stands: { node: '再下单', failed: false, wakesAt: iso(w.now + 10 * MINUTE) },
      },
    ])
  })

  it('that the member is not in say why not: the audience as it judges now, events that did not come or did not fit', async () => {
    const { whyNot } = await get(`${member}/journeys`)
    const because = Object.fromEntries(
      whyNot.map((answer: { journey: { key: string }; because: object }) => [answer.journey.key, answer.because]),
    )
    expect(because).toEqual({
      'for-gold': {
        kind: 'not-in-audience',
        at: iso(w.now),
        segments: [
          {
            ...{ key: 'gold', name: 'gold', use: 'include', holds: false },
            unmet: [{ field: 'member.tier', op: 'eq', value: '金卡' }],
            found: { 'member.tier': '银卡' },
          },
        ],
      },
      'in-april': { kind: 'not-yet', at: '2026-04-01T09:00:00.000Z' },
      visits: {
        ...{ kind: 'no-event', asked: [{ event: 'visit', filter: BIG }], since: expect.any(String) },
        ...{ unmet: [], found: {} },
      },
      logins: { kind: 'not-asked', event: 'login', at: iso(w.now), unmet: [BIG], found: { 'event.amount': 0 } },
    })
  })

  it('tell of a refusal that came after the last entry', async () => {
    const other = await w.member({})
    await w.post(other, 'order', { amount: 5 })
    await w.drain()
    const of = async () =>
      (await get(`${other}/journeys`)).whyNot.find((a: { journey: { key: string } }) => a.journey.key === 'thanks')
        .because
    expect(await of()).toEqual({ kind: 'left', enteredAt: iso(w.now) })
    await w.post(other, 'order', { amount: 6 })
    expect(await of()).toMatchObject({ kind: 'refused', reason: 'already-entered', event: 'order' })
  })

  it('are none for somebody whom nobody knows', async () => {
    expect(await get('999999/journeys')).toMatchObject({ entries: [], next: null })
  })
})

describe('why one journey does not have the member', () => {
  const textOf = async (path: string) => (await get(path)).text

  it('is told in the language asked for, or the reader’s, with what is asked and what is there instead', async () => {
    expect(await textOf(`${member}/why-not/logins?language=en`)).toBe(
      'Did “login” 1 Mar 00:00, which is not what the trigger asks for: amount is at least 1 (now: amount is 0).',
    )
    expect(await textOf(`${member}/why-not/for-gold`)).toBe(
      '3 月 1 日 00:00 定向时不在人群。现在不满足人群「gold」：等级 是 金卡（现为：等级 是 银卡）。',
    )
    expect(await textOf(`${member}/why-not/visits?language=en`)).toBe(
      'Did not do “visit” (amount is at least 1) since it was published.',
    )
    expect(await textOf(`${member}/why-not/thanks?language=en`)).toBe('Entered 1 Mar 00:00, and is inside.')
  })

  it('lists every attempt, newest first', async () => {
    const again = await w.member({})
    for (const amount of [5, 6, 7]) {
      await w.post(again, 'order', { amount })
      await w.drain()
    }
    const { attempts, because } = await get(`${again}/why-not/thanks?language=en`)
    expect(because).toMatchObject({ kind: 'refused', reason: 'already-entered' })
    const text = '“order” 1 Mar 00:00 did not let the member in: a member enters once, and did.'
    expect(attempts).toEqual([
      { at: iso(w.now), reason: 'already-entered', event: 'order', unmet: [], found: {}, text },
      { at: iso(w.now), reason: 'already-entered', event: 'order', unmet: [], found: {}, text },
    ])
  })

  it('tells of a refusal by the condition on members which of its parts was not met then, whatever changed since', async () => {
    const often = { events: { event: 'order', window: { kind: 'ever' }, did: true, atLeast: 2 } }
    const here = { field: 'member.city', op: 'eq', value: '上海' }
    const gold = { field: 'member.tier', op: 'eq', value: '金卡' }
    const asking = (member: object) => ({ ...orders, settings: { events: [{ event: 'call' }], member } })
    await w.publish(called('calls', asking({ all: [often, here, gold] })))
    const other = await w.member({ city: '上海', tier: '银卡' })
    await w.post(other, 'call')
    // What is asked, and what is there, is another by now.
    await w.query('UPDATE member SET attributes = attributes || \'{"tier": "钻石"}\' WHERE id = $1', [other])
    await w.publish(called('calls', asking({ field: 'member.city', op: 'eq', value: '北京' })))
    const { because, attempts } = await get(`${other}/why-not/calls?language=en`)
    const refused = { reason: 'member-filter', event: 'call', unmet: [often, gold], found: { 'member.tier': '银卡' } }
    expect(because).toEqual({ kind: 'refused', at: iso(w.now), ...refused })
    expect(attempts).toMatchObject([refused])
    expect(await textOf(`${other}/why-not/calls`)).toBe(
      '3 月 1 日 00:00 的「call」没有让会员进入：不满足触发的会员条件，没满足：曾经做过「order」至少 2 次；等级 是 金卡（当时：等级 是 银卡）。',
    )
  })

  it('of a journey that nobody knows is a problem', async () => {
    expect(await get(`${member}/why-not/nothing`)).toMatchObject({ status: 404, code: 'journey-unknown' })
  })
})

describe('an entry explained', () => {
  it('tells what began it, the way with its facts, where it stands, and the nodes it went past, each in words too', async () => {
    const { entries } = await get(`${member}/journeys`)
    const told = await get(`${member}/journeys/${entries[0].enrolment}/explain?language=en`)
    expect(told).toMatchObject({
      ...{ journey: { key: 'thanks' }, zone: 'UTC', version: 1, entry: 1, state: 'live', ended: null, goals: [] },
      began: {
        by: { kind: 'event', name: 'order', at: iso(w.now), properties: { amount: 250 } },
        text: 'Did “order” 1 Mar 00:00 (amount 250), and so entered.',
      },
      visits: [
        { node: 'order', outcome: 'next', because: {} },
        {
          ...{ node: 'big', outcome: 'yes', because: { 'event.amount': 250 }, outcomeName: 'Yes' },
          text: 'Meets “amount is at least 200”: amount is 250.',
        },
      ],
      stands: {
        ...{ node: 'again', failed: false, wakesAt: iso(w.now + 10 * MINUTE), listens: [{ event: 'order' }] },
        here: 'At “再下单” since 1 Mar 00:00: came from “大单” by “Yes”.',
        next: 'Wakes 1 Mar 00:10 (in 10 min), or sooner by “order”. It can be pushed on by hand.',
      },
      notReached: [
        { node: 'small', from: 'big', needed: ['no'], took: 'yes', text: 'Left “大单” by “Yes”; “No” leads there.' },
      ],
    })
    expect(told.text).toBe([told.began.text, told.stands.here, told.stands.next].join(' '))
    expect(told.nodes.map((node: { id: string }) => node.id)).toEqual(['order', 'big', 'again', 'small'])
    expect(told.nodes[1]).toMatchObject({ name: '大单', category: 'condition', outcomes: ['yes', 'no'] })
  })

  it('is in the reader’s language where none is asked for', async () => {
    const { entries } = await get(`${member}/journeys`)
    const url = `/api/w/t/members/${member}/journeys/${entries[0].enrolment}/explain`
    const textFor = async (language: string) =>
      (await api.app.inject({ url, headers: { cookie, 'accept-language': language } })).json().began.text
    expect(await textFor('en-GB,en;q=0.9')).toBe('Did “order” 1 Mar 00:00 (amount 250), and so entered.')
    expect(await textFor('zh')).toBe('3 月 1 日 00:00 做了「order」（amount 250），因此进入。')
  })

  it('of another member is not there', async () => {
    const { entries } = await get(`${member}/journeys`)
    const stranger = await w.member({})
    const answer = await get(`${stranger}/journeys/${entries[0].enrolment}/explain`)
    expect(answer).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('tells how often was done so far what an event check waits for', async () => {
    const check = {
      ...{ events: [{ event: 'read', filter: BIG }, { event: 'liked' }], match: 'all', atLeast: 3 },
      judge: { kind: 'wait', for: { amount: 10, unit: 'minute' } },
    }
    const nodes = [
      { ...orders, settings: { events: [{ event: 'opened' }] } },
      { id: 'fan', type: 'event-check', version: 1, name: '常客', settings: check },
    ]
    const edges = [
      ['order', 'next', 'fan'],
      ['fan', 'yes', 'end'],
      ['fan', 'no', 'end'],
    ]
    await w.publish({
      ...called('fans', orders),
      nodes: [...nodes, { id: 'end', type: 'end', version: 1, name: '结束' }],
      edges: edges.map(([from, outcome, to]) => ({ from, outcome, to })),
    })
    const fan = await w.member({})
    await w.post(fan, 'liked')
    await w.windOnly(w.now + MINUTE)
    await w.post(fan, 'opened')
    await w.drain()
    for (const amount of [1, 0, 2]) await w.post(fan, 'read', { amount })
    await w.post(fan, 'liked')
    await w.drain()
    const [entry] = (await get(`${fan}/journeys`)).entries
    const told = async (language: string) =>
      (await get(`${fan}/journeys/${entry.enrolment}/explain?language=${language}`)).stands
    const en = await told('en')
    expect(en.soFar).toEqual({ counts: [2, 1] })
    expect(en.next).toMatch(
      /^So far: “read” \(amount is at least 1\) 2 times, “liked” 1 time since entering; asked for at least 3 of each\. Wakes /,
    )
    expect((await told('zh-CN')).next).toMatch(
      /^到现在：进入旅程后，「read」（amount 大于等于 1）2 次、「liked」1 次，每个要求至少 3 次。/,
    )
  })
})
