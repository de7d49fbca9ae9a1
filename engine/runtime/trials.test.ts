import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { pickWinner, trialResults } from './trials.ts'
import { storeEvents } from './unit-of-work.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const goal = {
  ...{ event: 'order', within: { amount: 1, unit: 'day' }, horizon: { amount: 7, unit: 'day' } },
  ...{ minimumSample: 20, winner: 'at-horizon' },
}

/** Enters at each `hello`, is drawn, and is over. */
const journey = (more: object = {}, percentA = 50) => ({
  ...{ schema: 1, key: 'test', name: 'test', settings: { zone: 'UTC', shards: 2, reentry: { rule: 'any-time' } } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'hello' }] }),
    node('ab', 'ab-test', {
      arms: [
        { id: 'a', name: 'A', percent: percentA, control: true },
        { id: 'b', name: 'B', percent: 100 - percentA },
      ],
      goal: { ...goal, ...more },
    }),
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'ab' }],
})

describe('a test of arms', () => {
  let w: TestWorkspace
  let members: MemberId[]
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    members = await w.members(Array.from({ length: 300 }, () => ({})))
  })
  afterEach(() => w.close())

  const all = (name: string, who: readonly MemberId[], properties: JsonObject = {}) =>
    w.engine.store.inTenant(w.tenant, (tx) =>
      storeEvents(
        w.engine,
        tx,
        who.map((member) => ({ member, name, at: w.now, properties })),
      ),
    )
  const drawn = async () => {
    const rows = await w.query<{ member_id: MemberId; arm: string }>('SELECT member_id, arm FROM arm ORDER BY 1')
    const of = (arm: string) => rows.filter((row) => row.arm === arm).map((row) => row.member_id)
    return { a: of('a'), b: of('b') }
  }
  const result = async () => {
    const [only] = await w.engine.store.inTenant(w.tenant, (tx) => trialResults(w.engine, tx, 'test'))
    if (!only) throw new Error('no test')
    return only
  }
  const armsOf = async () =>
    (await result()).verdict.arms.map(({ arm, drawn: n, measured, conversions, sum }) => [
      arm,
      n,
      measured,
      conversions,
      sum,
    ])
  const pick = (arm: string | undefined, node = 'ab') =>
    w.engine.store.withDb(w.tenant, (tx) => pickWinner(w.engine, tx, { key: 'test', node, arm }, 'ann'))
  const enter = async (who: readonly MemberId[]) => {
    await all('hello', who)
    await w.drain()
  }

  it('counts who did the goal in time, each once, and their money', async () => {
    await w.publish(journey({ revenue: 'event.amount', filter: { field: 'event.shop', op: 'eq', value: 1 } }))
    await all('order', members.slice(0, 50), { shop: 1, amount: 9 })
    await w.windOnly(w.now + HOUR)
    await enter(members)
    const { a, b } = await drawn()
    await all('order', b.slice(0, 3), { shop: 1, amount: 10 })
    await w.windOnly(w.now + HOUR)
    await all('order', b.slice(0, 2), { shop: 1, amount: 5.5 })
    await all('order', a.slice(0, 4), { shop: 2, amount: 100 })
    await all('order', a.slice(4, 5), { shop: 1, amount: 'x' })
    expect(await armsOf()).toEqual([
      ['a', a.length, 0, 0, 0],
      ['b', b.length, 0, 0, 0],
    ])
    await w.windOnly(w.now + 23 * HOUR)
    await all('order', a.slice(0, 9), { shop: 1, amount: 7 })
    expect(await armsOf()).toEqual([
      ['a', a.length, a.length, 1, 0],
      ['b', b.length, b.length, 3, 41],
    ])
    const [, second] = (await result()).verdict.arms
    expect(second?.sumOfSquares).toBe(15.5 ** 2 * 2 + 100)
  })

  it('is judged once at the horizon: the winner gets the newcomers, stored arms stay', async () => {
    await w.publish(journey())
    const [first, late] = [members.slice(0, 200), members.slice(200)]
    await enter(first)
    const before = await drawn()
    await all('order', [...before.b.slice(0, 50), ...before.a.slice(0, 10)])
    await w.wind(w.now + 6 * DAY)
    expect((await result()).trial).not.toHaveProperty('winner')
    await w.wind(w.now + 2 * DAY)
    const { trial, verdict } = await result()
    expect(verdict.best).toBe('b')
    expect(trial).toMatchObject({ judged: true, winner: { arm: 'b', by: 'clock' } })
    await enter(late)
    await enter(first)
    const after = await drawn()
    expect(after.a).toEqual(before.a)
    expect(after.b).toEqual([...before.b, ...late].sort((x, y) => x - y))
    expect((await result()).verdict).toEqual(verdict)
    expect(await w.query("SELECT actor, detail FROM audit WHERE action = 'journey.pick-winner'")).toEqual([
      { actor: 'clock', detail: { node: 'ab', arm: 'b' } },
    ])
  })

  it.each([
    ['no winner where arms do not differ', 10, 10, {}, 'no-difference'],
    ['no winner where people are missing', 10, 50, { minimumSample: 500 }, 'too-few'],
  ])('has %s', async (_title, ofA, ofB, more, undecided) => {
    await w.publish(journey(more))
    await enter(members)
    const { a, b } = await drawn()
    await all('order', [...a.slice(0, ofA), ...b.slice(0, ofB)])
    await w.wind(w.now + 8 * DAY)
    const { trial, verdict } = await result()
    expect([verdict.undecided, trial.judged, trial.winner]).toEqual([undecided, true, undefined])
  })

  it('tells a sample-ratio mismatch instead of a winner', async () => {
    await w.publish(journey())
    await enter(members)
    const { a, b } = await drawn()
    await all('order', b.slice(0, 60))
    await w.query('DELETE FROM arm WHERE member_id = ANY($1)', [a.slice(0, 80)])
    await w.wind(w.now + 8 * DAY)
    const { trial, verdict } = await result()
    expect([verdict.undecided, verdict.best, trial.winner]).toEqual(['sample-ratio', undefined, undefined])
  })

  it('is left to people where they are to pick; they may take it back', async () => {
    await w.publish(journey({ winner: 'by-hand' }))
    await enter(members.slice(0, 100))
    const { b } = await drawn()
    await all('order', b.slice(0, 30))
    await w.wind(w.now + 8 * DAY)
    expect((await result()).trial.winner).toBeUndefined()
    await pick('a')
    expect((await result()).trial.winner).toMatchObject({ arm: 'a', by: 'ann' })
    await enter(members.slice(100, 200))
    expect((await drawn()).b).toEqual(b)
    await pick(undefined)
    await enter(members.slice(200))
    expect((await drawn()).b.length).toBeGreaterThan(b.length)
    await expect(pick('c')).rejects.toThrow('no arm “c”: a, b')
    await expect(pick('a', 'start')).rejects.toThrow('tests nothing')
  })

  it('goes on in the next version, and begins anew where arms or goal are others', async () => {
    await w.publish(journey())
    await enter(members.slice(0, 100))
    const { since } = (await result()).trial
    await w.windOnly(w.now + DAY)
    await w.publish(journey({ minimumSample: 5 }))
    expect((await result()).trial.since).toBe(since)
    await pick('b')
    await w.publish(journey({}, 80))
    const { trial, verdict } = await result()
    expect(trial).toEqual({ nodeKey: trial.nodeKey, since: w.now, dueAt: w.now + 7 * DAY, judged: false })
    expect(verdict.arms.map((arm) => arm.drawn)).toEqual([0, 0])
  })
})
