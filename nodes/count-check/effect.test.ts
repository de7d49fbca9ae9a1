import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import { advance } from '../../engine/runtime/advance.ts'
import type { ApplyEffect } from '../../engine/runtime/effects.ts'
import type { Published } from '../../engine/runtime/publish.ts'
import { storeEvents } from '../../engine/runtime/unit-of-work.ts'
import { advanceAtOnce } from '../../engine/testing/many-advancers.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to })

interface Counting {
  readonly scope: string
  readonly bound: number
  readonly name?: string
  readonly window?: object
}

/** Enters at each event named as the journey; counts; ends. Of an enrolment the counted go round until it is full. */
const journey = (key: string, settings: Counting, shards = 4) => ({
  ...{ schema: 1, key, name: key, settings: { zone: 'UTC', shards, reentry: { rule: 'any-time' } } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: key }] }),
    node('count', 'count-check', settings),
    node('passed', 'end'),
    node('full', 'end'),
  ],
  edges: [
    edge('start', 'next', 'count'),
    edge('count', 'within', settings.scope === 'enrolment' ? 'count' : 'passed'),
    edge('count', 'over', 'full'),
  ],
})

let w: TestWorkspace
let members: MemberId[]
beforeAll(async () => {
  w = await testWorkspace({ registry, effects }, Date.parse('2026-03-04T10:00:00Z'))
  members = await w.members(Array.from({ length: 20 }, () => ({})))
})
afterAll(() => w.close())

/** Everyone does something so many times at once. */
const all = (name: string, times: number) =>
  w.engine.store.inTenant(w.tenant, (tx) =>
    storeEvents(
      w.engine,
      tx,
      members.flatMap((member) => Array.from({ length: times }, () => ({ member, name, at: w.now, properties: {} }))),
    ),
  )
/** How many left by `within` and `over` in all, or only of one member. */
async function left({ journey: of }: Published, member?: MemberId) {
  const rows = await w.query<{ version_id: Published['version']; node: number; outcome: number; n: number }>(
    `SELECT t.version_id, x.node, x.outcome, count(*)::int AS n FROM trace t, unnest(t.nodes, t.outcomes) x(node, outcome)
      WHERE t.journey_id = $1 AND ($2::bigint IS NULL OR t.member_id = $2) GROUP BY 1, 2, 3`,
    [of, member ?? null],
  )
  const sums = { within: 0, over: 0 }
  for (const { version_id, node: index, outcome, n } of rows) {
    const name = (await w.plan(version_id)).nodes[index]?.outcomes[outcome]
    if (name === 'within' || name === 'over') sums[name] += n
  }
  return sums
}
const shardsOf = ({ journey: of }: Published, n = 4) =>
  Array.from({ length: n }, (_, shard) => ({ journey: of, shard }))

const hour = { amount: 1, unit: 'hour' }
const WINDOWS = [
  { kind: 'ever' },
  { kind: 'day' },
  { kind: 'week', zone: 'Asia/Shanghai' },
  { kind: 'month' },
  { kind: 'last', duration: hour },
]

describe.each(WINDOWS)('with 16 advances at once, over %j, exactly as many pass as may', (window) => {
  let months = 0
  /** Past every window. */
  const later = () => w.windOnly(w.now + 32 * 86_400_000 * ++months)
  const again = window.kind === 'ever' ? 1 : 2

  it.each(['node', 'journey'])('counting everyone: %s', async (scope) => {
    const published = await w.publish(journey(`${scope}-${window.kind}`, { scope, bound: 37, window }))
    for (let round = 1; round <= 2; round++) {
      await all(`${scope}-${window.kind}`, 8)
      expect(await advanceAtOnce(w, shardsOf(published))).toBe(0)
      const within = 37 * Math.min(round, again)
      expect(await left(published)).toEqual({ within, over: 160 * round - within })
      await later()
    }
  })

  it('counting each member in a journey', async () => {
    const published = await w.publish(journey(`member-${window.kind}`, { scope: 'member', bound: 3, window }))
    for (let round = 1; round <= 2; round++) {
      await all(`member-${window.kind}`, 8)
      expect(await advanceAtOnce(w, shardsOf(published))).toBe(0)
      for (const member of members) {
        const within = 3 * Math.min(round, again)
        expect(await left(published, member)).toEqual({ within, over: 8 * round - within })
      }
      await later()
    }
  })

  it('counting each member across journeys', async () => {
    const key = (n: number) => `across-${window.kind}-${n}`
    const settings = { scope: 'name', name: `across-${window.kind}`, bound: 5, window }
    const journeys = await Promise.all([1, 2, 3, 4].map((n) => w.publish(journey(key(n), settings))))
    for (let round = 1; round <= 2; round++) {
      for (const n of [1, 2, 3, 4]) await all(key(n), 3)
      expect(
        await advanceAtOnce(
          w,
          journeys.flatMap((one) => shardsOf(one)),
        ),
      ).toBe(0)
      for (const member of members) {
        const sums = await Promise.all(journeys.map((one) => left(one, member)))
        expect(sums.reduce((sum, { within }) => sum + within, 0)).toBe(5 * Math.min(round, again))
      }
      await later()
    }
  })

  it('counting the rounds of each enrolment', async () => {
    const settings = { scope: 'enrolment', bound: 4, window }
    const published = await w.publish(journey(`round-${window.kind}`, settings))
    await all(`round-${window.kind}`, 2)
    expect(await advanceAtOnce(w, shardsOf(published))).toBe(0)
    expect(await left(published)).toEqual({ within: 4 * 40, over: 40 })
  })
})

describe('a counter', () => {
  it('is not moved by an advance that is rolled back, and once by the one that follows', async () => {
    const published = await w.publish(journey('back', { scope: 'node', bound: 5 }, 1))
    await all('back', 1)
    const shard = { tenant: w.tenant, journey: published.journey, shard: 0 }
    const count = effects.get('count-check')
    const broken: ApplyEffect = async (tx, batch) => {
      await count?.(tx, batch)
      throw new Error('after the draw')
    }
    const engine = { ...w.engine, effects: new Map([...effects, ['count-check', broken] as const]) }
    await expect(advance(engine, w.tenant, [shard], { most: 2_000 })).rejects.toThrow('after the draw')
    expect(await w.query('SELECT FROM counter WHERE journey_id = $1', [published.journey])).toEqual([])
    await w.drain()
    expect(await left(published)).toEqual({ within: 5, over: 15 })
  })

  it('lets in those who came first, by the moment and then the enrolment', async () => {
    const published = await w.publish(journey('order', { scope: 'node', bound: 7 }, 1))
    await all('order', 1)
    await w.drain()
    const passed = await w.query<{ member_id: MemberId }>(
      'SELECT member_id FROM trace WHERE journey_id = $1 AND outcomes[2] = 0 ORDER BY enrolment_id',
      [published.journey],
    )
    expect(passed.map((row) => row.member_id)).toEqual(members.slice(0, 7))
  })

  it('goes on where it was in the next version, and lets in what the bound was raised by', async () => {
    const key = 'raised'
    await w.publish(journey(key, { scope: 'node', bound: 5 }))
    await all(key, 1)
    await w.drain()
    const second = await w.publish(journey(key, { scope: 'node', bound: 8 }))
    await all(key, 1)
    await w.drain()
    expect(await left(second)).toEqual({ within: 8, over: 32 })
  })

  it('of a whole journey is shared by its nodes, and by them alone', async () => {
    const twice = {
      ...journey('shared', { scope: 'journey', bound: 1 }),
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'shared' }] }),
        node('one', 'count-check', { scope: 'journey', bound: 10 }),
        node('two', 'count-check', { scope: 'journey', bound: 30 }),
        node('three', 'count-check', { scope: 'node', bound: 6 }),
        node('end', 'end'),
      ],
      edges: [
        edge('start', 'next', 'one'),
        ...['within', 'over'].flatMap((outcome) => [
          edge('one', outcome, 'two'),
          edge('two', outcome, 'three'),
          edge('three', outcome, 'end'),
        ]),
      ],
    }
    const published = await w.publish(twice)
    await all('shared', 1)
    await w.drain()
    // Ten of the twenty by the first, the twenty that are left of thirty by the second, and six by the third.
    expect(await left(published)).toEqual({ within: 10 + 20 + 6, over: 10 + 0 + 14 })
  })

  it('is exact where two are drawn from in opposite orders: whom a deadlock ends draws again', async () => {
    const ever = { scope: 'journey', bound: 30 }
    const daily = { ...ever, window: { kind: 'day' } }
    const ways = [
      ['there', 'first', 'second'],
      ['back', 'third', 'fourth'],
    ] as const
    const crossed = {
      ...journey('crossed', { scope: 'journey', bound: 1 }),
      nodes: [
        node('there', 'trigger-event', { events: [{ event: 'there' }] }),
        node('back', 'trigger-event', { events: [{ event: 'back' }] }),
        node('first', 'count-check', ever),
        node('second', 'count-check', daily),
        node('third', 'count-check', daily),
        node('fourth', 'count-check', ever),
        node('end', 'end'),
      ],
      edges: ways.flatMap(([start, one, two]) => [
        edge(start, 'next', one),
        edge(one, 'within', two),
        edge(one, 'over', two),
        edge(two, 'within', 'end'),
        edge(two, 'over', 'end'),
      ]),
    }
    const published = await w.publish(crossed)
    await all('there', 2)
    await all('back', 2)
    await advanceAtOnce(w, shardsOf(published))
    expect(await left(published)).toEqual({ within: 30 + 30, over: 50 + 50 })
  })
})
