import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import type { MemberId } from '../core/ids.ts'
import { RefundRules } from '../core/journey/refunds.ts'
import { saveRefundRules } from '../loyalty/face.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { countsOf } from './journeys/counts.ts'
import { journeyReport } from './journeys/report.ts'
import { memberTimeline } from './timeline.ts'
import { storeEvents } from './unit-of-work.ts'

const DAY = 86_400_000
const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const rate = { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } }

/** Ordered → points of the order → 10 points of it → wait two days → end; reversed → a tag → wait a day → end. */
const journey = (settings: object = {}, key = 'orders') => ({
  ...{ schema: 1, key, name: key, settings: { zone: 'UTC', ...settings } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'ordered' }] }),
    node('gift', 'grant-points', { ...rate, order: {} }),
    node('bonus', 'grant-points', { amount: { kind: 'fixed', points: 10 }, order: {} }),
    node('stay', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'day' } }),
    node('end', 'end'),
    node('sorry', 'tag-member', { kind: 'add', tags: ['refunded'] }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
  ],
  edges: [
    ['start', 'next', 'gift'],
    ['gift', 'granted', 'bonus'],
    ['gift', 'reversed', 'sorry'],
    ['bonus', 'granted', 'stay'],
    ['stay', 'done', 'end'],
    ['sorry', 'next', 'day'],
    ['day', 'done', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

const MAIN = 'start:next gift:granted bonus:granted'

describe('refunds', () => {
  let w: TestWorkspace
  let ann: MemberId
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects })
    ann = await w.member({ name: 'Ann' })
  })
  afterEach(() => w.close())

  const order = (id: string, amount: number, member = ann) => w.post(member, 'ordered', { orderId: id, amount })
  const refund = (id: string, refundId: string, amount: number, member = ann) =>
    w.post(member, 'order refunded', { orderId: id, refundId, amount })
  const balance = async (member = ann) =>
    (await w.query<{ balance: number }>('SELECT balance FROM point_account WHERE member_id = $1', [member]))[0]?.balance
  const entries = () =>
    w.query(
      'SELECT visit, refund, amount, missed, order_id FROM point_entry ORDER BY member_id, enrolment_id, refund, visit',
    )
  const lots = () => w.query<{ n: number }>('SELECT sum(remaining)::int AS n FROM point_lot')
  const rule = (rules: object) =>
    w.engine.store.inTenant(w.tenant, async (tx) => saveRefundRules(tx, RefundRules.parse(rules), 'test'))

  it('take back their part of all that was given for the order, last first, and begin the branch beside its parent', async () => {
    const published = await w.publish(journey())
    await order('A1', 100)
    await w.drain()
    expect(await balance()).toBe(110)
    await refund('A1', 'R1', 30)
    expect(await balance()).toBe(77)
    expect(await lots()).toEqual([{ n: 77 }])
    expect(await entries()).toEqual([
      { visit: 2, refund: 0, amount: 100, missed: null, order_id: null },
      { visit: 3, refund: 0, amount: 10, missed: null, order_id: null },
      { visit: 2, refund: 1, amount: -30, missed: null, order_id: 'A1' },
      { visit: 3, refund: 1, amount: -3, missed: null, order_id: 'A1' },
    ])
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: `${MAIN} | sorry:next` })
    expect(await w.states()).toEqual({ live: 2 })
    expect(await w.query('SELECT entry_no, parent_visit, data FROM enrolment ORDER BY id')).toEqual([
      { entry_no: 1, parent_visit: null, data: { orderId: 'A1', amount: 100 } },
      { entry_no: -1, parent_visit: 2, data: { orderId: 'A1', refundId: 'R1', amount: 30 } },
    ])
    await w.reconcileCounts(published)
    await w.wind(w.now + 3 * DAY)
    expect(await w.paths()).toEqual({ [ann]: `${MAIN} stay:done end:ended | sorry:next day:done end:ended` })
    await w.reconcileCounts(published)
  })

  it('count once for each id, however often and at whatever time they are posted', async () => {
    await w.publish(journey())
    await order('A1', 100)
    await w.drain()
    await Promise.all(Array.from({ length: 8 }, () => refund('A1', 'R1', 30)))
    await w.engine.store.inTenant(w.tenant, (tx) => {
      const properties = { orderId: 'A1', refundId: 'R2', amount: 20 }
      const event = { member: ann, name: 'Order Refunded', at: w.now, properties }
      return storeEvents(w.engine, tx, [event, event])
    })
    await w.drain()
    expect(await balance()).toBe(55)
    expect(await w.paths()).toEqual({ [ann]: `${MAIN} | sorry:next | sorry:next` })
  })

  it('take back no more than was given, and nothing of other orders or other members', async () => {
    await w.publish(journey({ reentry: { rule: 'any-time' } }))
    const bob = await w.member({ name: 'Bob' })
    await order('A1', 100)
    await order('A2', 40)
    await order('A1', 7, bob)
    await w.drain()
    await refund('A1', 'R1', 90)
    await refund('A1', 'R2', 90)
    await refund('A1', 'R3', 90)
    await refund('A3', 'R1', 90)
    expect([await balance(), await balance(bob)]).toEqual([50, 17])
    await w.drain()
    // The third took nothing back: no branch begins.
    expect((await w.paths())[ann]).toBe(`${MAIN} | ${MAIN} | sorry:next | sorry:next`)
  })

  it('of the whole order before the grant make it answer reversed, and write nothing', async () => {
    const published = await w.publish(journey())
    await refund('A1', 'R1', 60)
    await refund('A1', 'R2', 40)
    await order('A1', 100)
    await w.drain()
    expect(await balance()).toBeUndefined()
    expect(await w.query('SELECT FROM order_reward')).toEqual([])
    expect(await w.paths()).toEqual({ [ann]: 'start:next gift:reversed sorry:next' })
    await w.reconcileCounts(published)
  })

  it('of a part before the grant end as they would after it', async () => {
    await w.publish(journey())
    await refund('A1', 'R1', 30)
    await order('A1', 100)
    await w.drain()
    expect(await balance()).toBe(77)
    expect(await w.paths()).toEqual({ [ann]: `${MAIN} | sorry:next` })
    await refund('A1', 'R2', 70)
    expect(await balance()).toBe(0)
  })

  it('leave no balance below zero: what is not there is recorded as missed', async () => {
    await w.publish(journey())
    await order('A1', 100)
    await w.drain()
    await w.query('UPDATE point_account SET balance = 25')
    await w.query('UPDATE point_lot SET remaining = CASE amount WHEN 10 THEN 0 ELSE 25 END')
    await refund('A1', 'R1', 50)
    expect(await balance()).toBe(0)
    expect(await lots()).toEqual([{ n: 0 }])
    expect((await entries()).slice(2)).toEqual([
      { visit: 2, refund: 1, amount: -20, missed: 30, order_id: 'A1' },
      { visit: 3, refund: 1, amount: -5, missed: null, order_id: 'A1' },
    ])
    const page = { kinds: ['points'] as const, limit: 9 }
    const { rows } = await w.engine.store.inTenant(w.tenant, (tx) => memberTimeline(tx, ann, page))
    const reversals = rows.flatMap((row) => (row.kind === 'points' && row.refund ? [row.refund] : []))
    expect(reversals.map(({ order, id, missed }) => [order, id, missed])).toEqual([
      ['A1', 'R1', 0],
      ['A1', 'R1', 30],
    ])
  })

  it('take an account below zero where the workspace lets them, and are what it calls a refund', async () => {
    await rule({ events: ['returned'], amount: 'event.sum', belowZero: ['spendable'] })
    await w.publish(journey())
    await order('A1', 100)
    await w.drain()
    await w.query('UPDATE point_account SET balance = 5')
    await w.query('UPDATE point_lot SET remaining = CASE amount WHEN 10 THEN 0 ELSE 5 END')
    await refund('A1', 'R1', 50)
    expect(await balance()).toBe(5)
    await w.post(ann, 'returned', { orderId: 'A1', refundId: 'R1', sum: 50 })
    expect(await balance()).toBe(-50)
    expect(await lots()).toEqual([{ n: 0 }])
    expect((await entries()).slice(2)).toMatchObject([
      { amount: -50, missed: null },
      { amount: -5, missed: null },
    ])
  })

  it('are not heard by the branch that they begin, where they are an exit, a goal or waited for as well', async () => {
    const goals = [
      { id: 'back', name: 'back', events: [{ event: 'order refunded' }], within: { amount: 7, unit: 'day' } },
    ]
    const published = await w.publish(journey({ exitRules: { events: [{ event: 'order refunded' }] }, goals }))
    await order('A1', 100)
    await w.drain()
    await refund('A1', 'R1', 30)
    await w.drain()
    expect(await w.paths()).toEqual({ [ann]: `${MAIN} stay:undefined | sorry:next` })
    expect(await w.states()).toEqual({ exited: 1, live: 1 })
    // The next one is as much an exit for the first branch as for anybody.
    await refund('A1', 'R2', 30)
    await w.drain()
    expect(await w.states()).toEqual({ exited: 2, live: 1 })
    expect(await w.query('SELECT entry_no FROM goal_reached g JOIN enrolment e ON e.id = g.enrolment_id')).toEqual([
      { entry_no: 1 },
    ])
    await w.reconcileCounts(published)
  })

  it('count beside those who entered, and let nobody’s re-entry be told by them', async () => {
    const published = await w.publish(journey({ reentry: { rule: 'after-leaving' } }))
    await order('A1', 100)
    await w.drain()
    await w.wind(w.now + 2 * DAY)
    await refund('A1', 'R1', 30)
    await w.drain()
    await order('A2', 50)
    await w.drain()
    expect(await w.query('SELECT entry_no, state FROM enrolment ORDER BY id')).toEqual([
      { entry_no: 1, state: 2 },
      { entry_no: -1, state: 0 },
      { entry_no: 2, state: 0 },
    ])
    const inside = (tx: Parameters<Parameters<typeof w.engine.store.inTenant>[1]>[0]) =>
      countsOf(w.engine, tx, 'orders')
    const counts = await w.engine.store.inTenant(w.tenant, inside)
    expect(counts.totals).toMatchObject({ entered: 2, inside: 2 })
    expect(counts.nodes.gift).toMatchObject({ entered: 2, out: { granted: 2 }, reversed: 1 })
    expect(counts.nodes.sorry).toMatchObject({ entered: 1, reversed: 0 })
    await w.wind(w.now + 5 * DAY)
    const report = await w.engine.store.inTenant(w.tenant, (tx) => journeyReport(w.engine, tx, 'orders', {}))
    expect(report.totals).toMatchObject({ entered: 2, completed: 2, reversed: 1 })
    expect(report.versions).toMatchObject([{ entered: 2, completed: 2 }])
    expect(report.nodes.find(({ id }) => id === 'gift')).toMatchObject({ reversed: 1 })
    await w.reconcileCounts(published)
  })

  it('take back from a journey that was stopped, and begin nothing there', async () => {
    await w.publish(journey())
    await order('A1', 100)
    await w.drain()
    await w.control('orders', 'stop')
    await w.drain()
    await refund('A1', 'R1', 100)
    await w.drain()
    expect(await balance()).toBe(0)
    expect(await w.states()).toEqual({ stopped: 1 })
  })

  it('interleave with the grant of their order in every way, and end the same', async () => {
    await w.publish(journey({ reentry: { rule: 'any-time' } }))
    const members = await w.members(Array.from({ length: 24 }, () => ({})))
    await Promise.all(members.map((member, n) => order(`A${n}`, 100, member)))
    await Promise.all([
      w.drain(),
      ...members.flatMap((member, n) => [
        refund(`A${n}`, 'R1', n % 2 ? 100 : 40, member),
        refund(`A${n}`, 'R1', n % 2 ? 100 : 40, member),
      ]),
      w.drain(),
    ])
    await w.drain()
    const sums = await w.query<{ member_id: MemberId; n: number; lots: number }>(
      `SELECT m.id AS member_id, coalesce((SELECT balance FROM point_account a WHERE a.member_id = m.id), 0) AS n,
        coalesce((SELECT sum(remaining)::int FROM point_lot l WHERE l.member_id = m.id), 0) AS lots FROM member m
       WHERE m.id = ANY($1::bigint[]) ORDER BY m.id`,
      [members],
    )
    expect(sums).toEqual(members.map((member_id, n) => ({ member_id, n: n % 2 ? 0 : 66, lots: n % 2 ? 0 : 66 })))
    // The branch ran once, whether the grant walked it or the refund began it.
    const ran = await w.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM member_tag WHERE tag = 'refunded' AND member_id = ANY($1::bigint[])",
      [members],
    )
    expect(ran).toEqual([{ n: 24 }])
  })

  it('in any parts, before and after the grant, take back exactly what was given', async () => {
    await w.publish(journey({ reentry: { rule: 'any-time' } }))
    const cuts = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 })
    let n = 0
    const both = fc.record({ cuts, early: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(both, async ({ cuts: at, early }) => {
        const id = `O${++n}`
        const edges = [0, ...at.sort((a, b) => a - b), 100]
        const parts = edges.slice(1).map((edge, i) => ((edge - (edges[i] ?? 0)) * 977) / 100)
        const post = (from: number, to?: number) =>
          Promise.all(parts.slice(from, to).map((part, i) => refund(id, `${from + i}`, part)))
        await post(0, early)
        await w.post(ann, 'ordered', { orderId: id, amount: 977 })
        await w.drain()
        await post(early)
        expect((await balance()) ?? 0).toBe(0)
      }),
      { numRuns: 12, seed: 20_261_127 },
    )
    expect(await w.query('SELECT FROM point_entry WHERE missed IS NOT NULL')).toEqual([])
  })
})
