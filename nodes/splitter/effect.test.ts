import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '../../engine/core/ids.ts'
import { storeEvents } from '../../engine/runtime/unit-of-work.ts'
import { advanceAtOnce } from '../../engine/testing/many-advancers.ts'
import { type TestWorkspace, testWorkspace } from '../../engine/testing/workspace.ts'
import { registry } from '../definitions.ts'
import { effects } from '../effects.ts'

const node = (of: string, type: string, settings: object = {}) => ({ id: of, type, version: 1, name: of, settings })

/** Enters at each `hello`, and is over at once. */
const journey = (quotas: Record<string, number>, reentry = 'any-time') => ({
  ...{ schema: 1, key: 'split', name: 'split', settings: { zone: 'UTC', shards: 8, reentry: { rule: reentry } } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('split', 'splitter', {
      by: 'quota',
      quotas: Object.entries(quotas).map(([of, first]) => ({ id: of, name: of, first })),
    }),
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'split' }],
})

describe('quotas of a splitter', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
  })
  afterEach(() => w.close())

  const hello = (members: readonly MemberId[]) =>
    w.engine.store.inTenant(w.tenant, (tx) =>
      storeEvents(
        w.engine,
        tx,
        members.map((member) => ({ member, name: 'hello', at: w.now, properties: {} })),
      ),
    )
  const ways = async () =>
    Object.values(await w.paths()).map((path) => path.split(' | ').map((way) => way.replace('start:next split:', '')))
  const tally = async () => {
    const counts: Record<string, number> = {}
    for (const [way = ''] of await ways()) counts[way] = (counts[way] ?? 0) + 1
    return counts
  }

  it('“first 100” are exactly 100 where 16 advance at once, and who comes again goes the same way', async () => {
    const members = await w.members(Array.from({ length: 300 }, () => ({})))
    const { journey: of } = await w.publish(journey({ a: 100, b: 50 }))
    const shards = Array.from({ length: 8 }, (_, shard) => ({ journey: of, shard }))
    await hello(members)
    await hello(members)
    expect(await advanceAtOnce(w, shards)).toBe(0)
    expect(await tally()).toEqual({ 'arm:a': 100, 'arm:b': 50, else: 150 })
    for (const [first, second] of await ways()) expect(second).toBe(first)
  })

  it('hold in the next version: who was sent somewhere stays so, newcomers fill what was added', async () => {
    const [one, two, three] = await w.members([{}, {}, {}])
    if (!one || !two || !three) throw new Error('three members')
    await w.publish(journey({ a: 1 }))
    await hello([one])
    await hello([two])
    await w.drain()
    await w.publish(journey({ a: 2, c: 5 }))
    await hello([two])
    await hello([three])
    await w.drain()
    expect(await ways()).toEqual([['arm:a'], ['else', 'else'], ['arm:a']])
  })

  it('whose arm is gone give another to those who had it', async () => {
    const member = await w.member({})
    for (const quotas of [{ a: 5 }, { b: 5 }, { b: 5 }]) {
      await w.publish(journey(quotas))
      await hello([member])
      await w.drain()
    }
    expect(await ways()).toEqual([['arm:a', 'arm:b', 'arm:b']])
    expect(await w.query('SELECT state FROM counter')).toEqual([{ state: { a: 1, b: 1 } }])
  })

  it('are taken by nobody who is held out, nor is any other counter', async () => {
    const cap = { scope: 'node', bound: 1_000 }
    const counting = {
      ...journey({ a: 1_000 }),
      settings: { zone: 'UTC', shards: 2, holdout: 50 },
      nodes: [
        ...journey({ a: 1_000 }).nodes,
        node('cap', 'count-check', cap),
        node('mine', 'count-check', { ...cap, scope: 'member' }),
        node('gate', 'rate-gate', { amount: 1_000_000, unit: 'minute' }),
        node('end', 'end', { closesAfter: 1_000 }),
      ],
      edges: [
        ...[
          ['start', 'next', 'cap'],
          ['cap', 'within', 'mine'],
          ['cap', 'over', 'mine'],
          ['mine', 'within', 'gate'],
        ],
        ...[
          ['mine', 'over', 'gate'],
          ['gate', 'next', 'split'],
          ['split', 'arm:a', 'end'],
          ['split', 'else', 'end'],
        ],
      ].map(([from, outcome, to]) => ({ from, outcome, to })),
    }
    const members = await w.members(Array.from({ length: 60 }, () => ({})))
    await w.publish(counting)
    await hello(members)
    await w.wind(w.now + 60_000)
    const { completed = 0, holdout = 0 } = await w.states()
    expect(completed + holdout).toBe(60)
    expect(Math.abs(holdout - 30)).toBeLessThan(20)
    const count = async (sql: string) => (await w.query<{ n: number }>(sql))[0]?.n
    expect(await count('SELECT count(*)::int AS n FROM counted')).toBe(completed)
    expect(await count('SELECT count(*)::int AS n FROM arm')).toBe(completed)
    const states = await w.query<{ name: string; state: unknown }>('SELECT name, state FROM counter ORDER BY name')
    const kept = Object.fromEntries(states.map(({ name, state }) => [name.replace(/\d+/, 'n'), state]))
    expect(kept).toMatchObject({
      ends: expect.objectContaining({}),
      'node/n/ever': { slots: [[0, completed]] },
      'node/n/quota': { a: completed },
    })
    expect(Object.values(Object(kept.ends))).toEqual([completed])
  })
})
