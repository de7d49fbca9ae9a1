import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { type TestApi, testApi } from '../testing/api.ts'
import { journeyApi } from '../testing/journey-api.ts'
import { ownApi } from '../testing/own-api.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'

const DAY = 86_400_000

/** Points, then a wait for an order of two days, then an end; the second version has another name for the wait. */
const journey = (waitName: string) => ({
  ...{ schema: 1, key: 'welcome', name: 'welcome', settings: { shards: 1, reentry: { rule: 'any-time' } } },
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: '=cmd()', settings: { events: [{ event: 'joined' }] } },
    { id: 'gift', type: 'grant-points', version: 1, name: 'gift', settings: { amount: { kind: 'fixed', points: 5 } } },
    {
      ...{ id: 'order', type: 'wait', version: 1, name: waitName },
      settings: { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 2, unit: 'day' } },
    },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'order' },
    { from: 'order', outcome: 'event', to: 'end' },
    { from: 'order', outcome: 'timeout', to: 'end' },
  ],
})

interface Tally {
  entered: number
  waiting: number
  failed: number
  out: Record<string, number>
  left: Record<string, number>
}
const all = (ways: Record<string, number>) => Object.values(ways).reduce((sum, n) => sum + n, 0)
const adds = ({ entered, waiting, failed, out, left }: Tally) => entered === all(out) + all(left) + waiting + failed

/**
 * In Shanghai, where 1 March begins at 16:00 UTC of the day before. Day 1: six join, one orders after six hours, one breaks.
 * Day 2: one is pulled out, one joins the second version.
 */
describe('what became of people', () => {
  let w: TestWorkspace
  let server: TestApi
  let api: Awaited<ReturnType<typeof journeyApi>>
  let people: MemberId[]
  let breaks = 0
  const get = async (path: string) => (await api.get(`/journeys/welcome${path}`)).json()
  const at = async (node: string, query: string) => (await get(`/nodes/${node}/people?${query}`)).people
  const names = async (node: string, query: string) =>
    (await at(node, query)).map((p: { name: string }) => p.name).sort()

  beforeAll(async () => {
    const gift = effects.get('grant-points')
    if (!gift) throw new Error('the effect is gone')
    const broken = new Map(effects).set('grant-points', (tx, batch) => {
      if (batch.visits.some((visit) => visit.member === breaks)) throw new Error('no points')
      return gift(tx, batch)
    })
    w = await testWorkspace({ registry, effects: broken }, Date.parse('2026-02-28T16:30:00Z'))
    await w.query("UPDATE tenant SET zone = 'Asia/Shanghai'")
    server = await testApi(w)
    api = await journeyApi(server)
    await w.publish(journey('等下单'))
    people = await w.members(['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'].map((name) => ({ name })))
    const [ann = 0, bo, , , , flo = 0, gus] = people
    if (bo === undefined || gus === undefined) throw new Error('nobody was made')
    await w.query("INSERT INTO identity SELECT $1, 'email', 'ann@x.io', $2", [w.tenant, ann])
    breaks = flo
    for (const person of people.slice(0, 6)) await w.post(person, 'joined')
    await w.drain()
    await w.wind(w.now + DAY / 4)
    await w.post(bo, 'order')
    await w.drain()
    await w.wind(w.now + DAY)
    const [first] = await at('order', 'state=waiting&search=ann')
    await api.post('/journeys/welcome/people/pull-out', {
      enrolments: [{ member: first.member, enrolment: first.enrolment }],
    })
    await w.publish(journey('等下单或超时'))
    await w.post(gus, 'joined')
    await w.drain()
  })
  afterAll(async () => {
    await server.close()
    await w.close()
  })

  it('is counted per node of a version, and on every node as many came as left, wait and failed', async () => {
    const counts = await get('/counts?version=1')
    expect(counts.nodes).toEqual({
      start: { entered: 6, waiting: 0, failed: 0, out: { next: 6 }, left: {}, reversed: 0 },
      gift: { entered: 6, waiting: 0, failed: 1, out: { granted: 5 }, left: {}, reversed: 0 },
      order: { entered: 5, waiting: 3, failed: 0, out: { event: 1 }, left: { 'pulled-out': 1 }, reversed: 0 },
      end: { entered: 1, waiting: 0, failed: 0, out: { ended: 1 }, left: {}, reversed: 0 },
    })
    expect(Object.values<Tally>(counts.nodes).every(adds)).toBe(true)
    expect(counts.totals).toEqual({ entered: 6, inside: 4, waiting: 3, failed: 1, today: 0, reversed: 0 })
  })

  it('is counted of the live version unless told, and of none that is not there', async () => {
    expect(await get('/counts')).toMatchObject({ version: 2, totals: { entered: 1, inside: 1, today: 1 } })
    expect(await get('/counts?version=3')).toMatchObject({ status: 404, code: 'version-unknown' })
    await api.post('/journeys', { name: 'drawn' })
    expect((await api.get('/journeys/drawn/counts')).json()).toMatchObject({ status: 404, code: 'version-unknown' })
  })

  it('is reported over versions, nodes by id, the newest name first, with the time people stayed', async () => {
    const { nodes, versions, totals } = await get('/report')
    expect(nodes.map((n: { id: string; name: string; entered: number }) => [n.id, n.name, n.entered])).toEqual([
      ['start', '=cmd()', 7],
      ['gift', 'gift', 7],
      ['order', '等下单或超时', 6],
      ['end', 'end', 1],
    ])
    expect(nodes.every(adds)).toBe(true)
    // Bo ordered after six hours, Ann was pulled out a day later: the median lies between.
    expect(nodes.map((n: { medianMs: number | null }) => n.medianMs)).toEqual([
      null,
      null,
      ((6 + 30) / 2) * 3_600_000,
      null,
    ])
    expect(versions.map(({ publishedAt: _, ...version }: { publishedAt: string }) => version)).toEqual([
      { version: 2, entered: 1, completed: 0, inside: 1 },
      { version: 1, entered: 6, completed: 1, inside: 4 },
    ])
    expect(totals).toEqual({ entered: 7, completed: 1, inside: 5, waiting: 4, failed: 1, today: 1, reversed: 0 })
  })

  it("is reported per day of the workspace's zone, and between days", async () => {
    const { days } = await get('/report')
    expect(days).toEqual([
      { day: '2026-03-01', entered: 6, completed: 1, failed: 1, left: {} },
      { day: '2026-03-02', entered: 1, completed: 0, failed: 0, left: { 'pulled-out': 1 } },
    ])
    const second = await get('/report?from=2026-03-02&to=2026-03-02')
    expect([second.days, second.totals.entered]).toEqual([[days[1]], 1])
    expect(second.nodes.find((n: { id: string }) => n.id === 'order')).toMatchObject({
      entered: 1,
      waiting: 4,
      out: {},
    })
    expect((await get('/report?version=1')).totals.entered).toBe(6)
    expect(await get('/report?from=yesterday')).toMatchObject({ status: 400, code: 'invalid-request' })
  })

  it('is what SQL says', async () => {
    const { totals, nodes } = await get('/report')
    const [said] = await w.query(`SELECT (SELECT count(*)::int FROM enrolment) AS entered,
      (SELECT count(*)::int FROM enrolment WHERE state = 2) AS completed, (SELECT count(*)::int FROM token) AS inside,
      (SELECT count(*)::int FROM token WHERE failed) AS failed`)
    expect(totals).toMatchObject(said as object)
    const [left] = await w.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM trace t CROSS JOIN unnest(t.nodes, t.outcomes) x(node, outcome)',
    )
    expect(nodes.reduce((sum: number, n: Tally) => sum + all(n.out) + all(n.left), 0)).toBe(left?.n)
  })

  it('is told to spreadsheets, where no name is a formula', async () => {
    const answer = await api.get('/journeys/welcome/report.csv')
    expect(answer.headers).toMatchObject({
      ...{
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="welcome-nodes.csv"',
      },
    })
    const lines = answer.body.split('\r\n')
    expect(lines[1]).toBe("start,'=cmd(),trigger-event,7,0,0,next: 7,,,0")
    expect(lines).toHaveLength(6)
    expect((await api.get('/journeys/welcome/report.csv?rows=days')).body).toContain('2026-03-02,1,0,0,pulled-out: 1')
    expect((await api.get('/journeys/welcome/report.csv?rows=versions')).body).toContain(',6,1,4')
  })

  describe('at a node', () => {
    it('is told one by one: who waits, who failed and why, who left and how', async () => {
      expect(await names('order', 'state=waiting')).toEqual(['Cy', 'Di', 'Ed', 'Gus'])
      expect(await names('order', 'state=waiting&version=1')).toEqual(['Cy', 'Di', 'Ed'])
      expect(await at('gift', 'state=failed')).toMatchObject([
        { name: 'Flo', reason: 'node-threw: no points', entry: 1, wakesAt: null },
      ])
      expect(await names('order', 'state=left')).toEqual(['Ann', 'Bo'])
      expect(await names('order', 'state=left&outcome=event')).toEqual(['Bo'])
      expect(await at('order', 'state=left&outcome=pulled-out')).toMatchObject([
        { name: 'Ann', outcome: 'pulled-out', version: 1, identity: { namespace: 'email', value: 'ann@x.io' } },
      ])
      const [gus] = await at('order', 'state=waiting&search=gus')
      expect(Date.parse(gus.wakesAt) - Date.parse(gus.at)).toBe(2 * DAY)
    })

    it('is found by part of a name or an identity', async () => {
      expect(await names('start', 'state=left&search=ANN@')).toEqual(['Ann'])
      expect(await names('start', 'state=left&search=o')).toEqual(['Ann', 'Bo', 'Flo'])
      expect(await names('start', 'state=left&search=%25')).toEqual([])
    })

    it('is not told of a node that is not there', async () => {
      expect(await get('/nodes/nothing/people?state=waiting')).toMatchObject({ status: 404, code: 'node-unknown' })
    })

    it('comes in pages that miss none and repeat none', async () => {
      const many = await w.members(Array.from({ length: 120 }, () => ({})))
      for (const member of many) await w.post(member, 'joined')
      await w.drain()
      const seen: string[] = []
      for (let after = ''; ; ) {
        const { people: page, next } = await get(`/nodes/order/people?state=waiting&version=2${after}`)
        seen.push(...page.map((p: { enrolment: string }) => p.enrolment))
        if (next === null) break
        after = `&after=${next}`
      }
      expect([seen.length, new Set(seen).size]).toEqual([121, 121])
    })
  })
})

describe('orders about people', async () => {
  const { w, api: server } = await ownApi()
  const api = await journeyApi(server)
  beforeAll(() => w.publish(journey('wait')))

  it.each(['pull-out', 'push-on', 'retry'])('to %s tell of those who are not there', async (order) => {
    const answer = await api.post(`/journeys/welcome/people/${order}`, {
      enrolments: [{ member: '7', enrolment: '9' }],
    })
    expect([answer.statusCode, answer.json()]).toEqual([200, { done: 0, missed: ['9'] }])
  })

  it('find those who left a node twice on one walk by either outcome, and tell the last', async () => {
    await w.post(await w.member({ name: 'Hal' }), 'joined')
    await w.drain()
    await w.query("UPDATE trace SET nodes = '{2,2}', outcomes = '{0,1}'") // a wait that was over when it came back
    const left = async (query: string) => {
      const { people } = (await api.get(`/journeys/welcome/nodes/order/people?state=left${query}`)).json()
      return people.map(({ name, outcome }: { name: string; outcome: string }) => `${name} ${outcome}`)
    }
    expect(await left('')).toEqual(['Hal timeout'])
    expect(await left('&outcome=timeout')).toEqual(['Hal timeout'])
    expect(await left('&outcome=event')).toEqual(['Hal event'])
    expect(await left('&outcome=pulled-out')).toEqual([])
  })

  it('to retry all at a node say how many, and where there is no such node', async () => {
    const answer = await api.post('/journeys/welcome/nodes/gift/retry')
    expect([answer.statusCode, answer.json()]).toEqual([200, { people: 0 }])
    const nowhere = await api.post('/journeys/welcome/nodes/nothing/retry')
    expect(nowhere.json()).toMatchObject({ status: 404, code: 'node-unknown' })
  })

  it.each([
    [[]],
    [[{ member: '7' }]],
    [[{ member: '-1', enrolment: '9' }]],
    [new Array(1_001).fill({ member: '7', enrolment: '9' })],
  ])('are refused where they name nobody rightly (%#)', async (enrolments) => {
    expect((await api.post('/journeys/welcome/people/pull-out', { enrolments })).statusCode).toBe(400)
  })
})
