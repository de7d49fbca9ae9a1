import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { isHeldOut } from '../core/journey/reentry.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { countsOf } from './journeys/counts.ts'
import { goalPeople } from './journeys/goals.ts'
import { journeyReport } from './journeys/report.ts'
import { storeEvents } from './unit-of-work.ts'
import { whyNotIn } from './why-not.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const goal = (id: string, event: string, more: object = {}) => ({
  ...{ id, name: id, events: [{ event }], within: { amount: 2, unit: 'day' } },
  ...more,
})

/** Joined → points → wait a day → end. */
const journey = (settings: object) => ({
  ...{ schema: 1, key: 'goals', name: 'goals', settings: { zone: 'UTC', ...settings } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'joined' }] }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'day' },
    { from: 'day', outcome: 'done', to: 'end' },
  ],
})

describe('goals', () => {
  let w: TestWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    ann = await w.member({ name: 'Ann' })
  })
  afterEach(() => w.close())

  const join = async (member = ann) => {
    await w.post(member, 'joined')
    await w.drain()
  }
  const reached = () => w.query('SELECT goal, value, held_out FROM goal_reached ORDER BY goal, enrolment_id')
  const report = () => w.engine.store.inTenant(w.tenant, (tx) => journeyReport(w.engine, tx, 'goals', {}))
  const live = () => w.engine.store.inTenant(w.tenant, (tx) => countsOf(w.engine, tx, 'goals'))
  const people = (id: string, was: boolean) =>
    w.engine.store.inTenant(w.tenant, (tx) => goalPeople(w.engine, tx, 'goals', id, { reached: was }))

  it('are reached by an event that meets the filter, once, with what it is worth', async () => {
    const filter = { field: 'event.amount', op: 'gte', value: 100 }
    const settings = { goals: [{ ...goal('buy', ''), events: [{ event: 'order', filter }], value: 'event.amount' }] }
    const published = await w.publish(journey(settings))
    await join()
    await w.post(ann, 'order', { amount: 99 })
    expect(await reached()).toEqual([])
    await w.post(ann, 'order', { amount: 120 })
    await w.post(ann, 'order', { amount: 500 })
    expect(await reached()).toEqual([{ goal: 'buy', value: 120, held_out: false }])
    const [buy] = (await report()).goals
    expect(buy).toMatchObject({ entered: 1, reached: 1, value: 120 })
    await w.drain()
    expect(await w.states()).toEqual({ live: 1 })
    await w.reconcileCounts(published)
  })

  it('count until their window ends, also after the enrolment ended, and not at its end', async () => {
    await w.publish(journey({ goals: [goal('buy', 'order'), goal('see', 'visit'), goal('late', 'call')] }))
    await join()
    await w.wind(w.now + DAY + HOUR)
    expect(await w.states()).toEqual({ completed: 1 })
    await w.post(ann, 'order')
    await w.wind(w.now + 23 * HOUR - 1)
    await w.post(ann, 'visit')
    await w.wind(w.now + 1)
    await w.post(ann, 'call')
    expect(await reached()).toMatchObject([{ goal: 'buy' }, { goal: 'see' }])
  })

  it('count only what came after the entry: neither the event that began it nor one whose own time is before', async () => {
    await w.publish(journey({ goals: [goal('join', 'joined'), goal('buy', 'order')] }))
    await join()
    await w.post(ann, 'order', {}, { at: w.now - 1 })
    expect(await reached()).toEqual([])
    await w.post(ann, 'order')
    expect(await reached()).toMatchObject([{ goal: 'buy' }])
  })

  it('are reached by an event that comes together with the one that began the entry, after it', async () => {
    await w.publish(journey({ goals: [goal('buy', 'order')] }))
    const event = (name: string) => ({ member: ann, name, at: w.now, properties: {} })
    await w.engine.store.inTenant(w.tenant, (tx) => storeEvents(w.engine, tx, [event('joined'), event('order')]))
    expect(await reached()).toMatchObject([{ goal: 'buy' }])
  })

  it('let a member leave where they are set to, as goal and not as exit where an event is both', async () => {
    const both = { goals: [goal('buy', 'order', { leave: true })], exitRules: { events: [{ event: 'order' }] } }
    const published = await w.publish(journey(both))
    await join()
    await w.post(ann, 'order')
    await w.drain()
    expect(await w.states()).toEqual({ goal: 1 })
    expect(await reached()).toHaveLength(1)
    await w.reconcileCounts(published)
    expect((await report()).days).toMatchObject([{ entered: 1, completed: 0, left: { goal: 1 } }])
  })

  it('are recorded first where the event is an exit too, and the goal does not leave', async () => {
    await w.publish(journey({ goals: [goal('buy', 'order')], exitRules: { events: [{ event: 'order' }] } }))
    await join()
    await w.post(ann, 'order')
    await w.drain()
    expect(await w.states()).toEqual({ exited: 1 })
    expect(await reached()).toHaveLength(1)
  })

  it('raise an event of Waymark’s own, one deeper, by which another journey begins', async () => {
    await w.publish(journey({ goals: [goal('buy', 'order'), goal('see', 'visit')] }))
    const filter = { field: 'event.goal', op: 'eq', value: 'buy' }
    await w.publish({
      ...journey({}),
      key: 'next',
      nodes: [
        node('start', 'trigger-event', { events: [{ event: 'journey goal reached', filter }] }),
        ...journey({}).nodes.slice(1),
      ],
    })
    await join()
    await w.post(ann, 'visit')
    await w.post(ann, 'order')
    await w.drain()
    expect(
      await w.query("SELECT properties, depth FROM event WHERE name = 'journey goal reached' ORDER BY id"),
    ).toEqual([
      { properties: { journey: 'goals', goal: 'see', name: 'see', primary: false }, depth: 1 },
      { properties: { journey: 'goals', goal: 'buy', name: 'buy', primary: true }, depth: 1 },
    ])
    expect(await w.states()).toEqual({ live: 2 })
  })

  it('are counted per version and day of entering, and list who reached them and who did not', async () => {
    const twice = { reentry: { rule: 'any-time' } }
    const bob = await w.member({ name: 'Bob' })
    await w.publish(journey({ ...twice, goals: [goal('buy', 'order')] }))
    await join()
    await join(bob)
    await w.wind(w.now + DAY)
    await w.publish(journey({ ...twice, goals: [goal('see', 'visit'), goal('buy', 'order')] }))
    await join(bob)
    await w.post(ann, 'order')
    await w.post(bob, 'order')
    const { goals, days } = await report()
    expect(goals.map(({ id, entered, reached }) => [id, entered, reached])).toEqual([
      ['see', 1, 0],
      ['buy', 3, 3],
    ])
    expect(goals[1]?.versions).toEqual([
      { version: 2, entered: 1, reached: 1 },
      { version: 1, entered: 2, reached: 2 },
    ])
    expect(goals[1]?.days).toEqual([
      { day: '2026-03-01', entered: 2, reached: 2 },
      { day: '2026-03-02', entered: 1, reached: 1 },
    ])
    expect(days.map((day) => day.day)).toEqual(['2026-03-01', '2026-03-02'])
    expect((await people('buy', true)).people.map(({ name, version }) => [name, version])).toEqual([
      ['Bob', 2],
      ['Bob', 1],
      ['Ann', 1],
    ])
    expect((await people('see', false)).people.map(({ name }) => name)).toEqual(['Bob'])
    await expect(people('none', true)).rejects.toThrow('has a goal “none”')
    const over = { entered: 0, reached: 0 }
    expect((await live()).goals).toEqual([
      { id: 'see', name: 'see', entered: 1, reached: 0, over },
      { id: 'buy', name: 'buy', entered: 1, reached: 1, over },
    ])
  })

  describe('of those who are held out', () => {
    const held = { holdout: 50, goals: [goal('buy', 'order', { value: 'event.amount', leave: true })] }

    async function split(settings: object, count = 200) {
      const published = await w.publish(journey(settings))
      const members = await w.members(Array.from({ length: count }, () => ({})))
      for (const member of members) await w.post(member, 'joined')
      await w.drain()
      const { journey: id } = published
      const out = members.filter((member) => isHeldOut({ holdout: 50 }, id, member))
      return { published, members, out, inside: members.filter((member) => !out.includes(member)) }
    }

    it('are measured, and nothing of the journey happens to them', async () => {
      const { published, out, inside } = await split(held)
      expect(Math.abs(out.length - 100)).toBeLessThan(30)
      expect(await w.states()).toEqual({ live: inside.length, holdout: out.length })
      const touched = async (table: string) =>
        (await w.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE member_id = ANY($1)`, [out]))[0]?.n
      for (const table of ['token', 'trace', 'point_entry', 'stimulus'])
        expect([table, await touched(table)]).toEqual([table, 0])
      for (const member of [...out.slice(0, 10), ...inside.slice(0, 20)]) await w.post(member, 'order', { amount: 3 })
      await w.drain()
      const { goals, totals } = await report()
      expect(goals).toMatchObject([
        { entered: inside.length, reached: 20, value: 60, heldOut: { entered: out.length, reached: 10, value: 30 } },
      ])
      expect(totals.entered).toBe(inside.length)
      expect(await w.query("SELECT FROM event WHERE name = 'journey goal reached'")).toHaveLength(20)
      await w.reconcileCounts(published)
    })

    it('are compared once the time of their day is over, with an interval', async () => {
      const { out, inside } = await split(held)
      for (const member of [...out.slice(0, 10), ...inside.slice(0, 40)]) await w.post(member, 'order', { amount: 3 })
      await w.drain()
      const none = { entered: 0, reached: 0 }
      expect((await report()).goals).toMatchObject([{ over: none, lift: null, heldOut: { over: none } }])
      // They entered on 1 March: the last moment of that day, and two days more.
      await w.wind(Date.parse('2026-03-04T00:00Z') - 1)
      expect((await report()).goals).toMatchObject([{ over: none }])
      await w.wind(w.now + 1)
      const { goals } = await report()
      const own = { entered: inside.length, reached: 40 }
      const others = { entered: out.length, reached: 10 }
      expect(goals).toMatchObject([{ ...own, over: own, heldOut: { over: others } }])
      // Whoever comes now may reach it yet, and counts in no rate: neither in the report nor in the running view.
      await w.post(await w.member({}), 'joined')
      await w.post(await w.member({}), 'joined')
      await w.drain()
      const newcomers = (await live()).totals.entered - own.entered
      expect((await live()).goals).toEqual([
        { id: 'buy', name: 'buy', reached: 40, entered: own.entered + newcomers, over: own },
      ])
      const difference = 40 / inside.length - 10 / out.length
      expect(goals[0]?.lift?.difference).toBeCloseTo(difference, 12)
      expect(goals[0]?.lift?.low).toBeGreaterThan(0)
      expect(goals[0]?.lift?.high).toBeGreaterThan(difference)
    })

    it('are the same members in every version and entry, and enter again once the window is over', async () => {
      const { members, out } = await split({ ...held, reentry: { rule: 'after-leaving' } }, 40)
      await w.publish(journey({ ...held, reentry: { rule: 'after-leaving' } }))
      for (const member of members) await w.post(member, 'joined')
      expect((await w.states()).holdout).toBe(out.length)
      await w.wind(w.now + 2 * DAY)
      for (const member of members) await w.post(member, 'joined')
      expect((await w.states()).holdout).toBe(2 * out.length)
    })

    it('are told so where it is asked why they are not in', async () => {
      const { out } = await split(held, 20)
      const [member] = out
      const answers = await w.engine.store.withDb(w.tenant, (tx) => whyNotIn(w.engine, tx, member ?? ann))
      expect(answers).toMatchObject([{ because: { kind: 'held-out' } }])
    })
  })
})
