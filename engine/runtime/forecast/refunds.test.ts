import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import type { MemberId } from '../../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { countsOf } from '../journeys/counts.ts'
import { createJourney } from '../journeys/shelf.ts'
import { forecast } from './forecast.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-03-01T00:00:00Z')
const SPAN = 20
const DAY = 24 * HOUR
const node = (id: string, type: string, settings: object) => ({ id, type, version: 1, name: id, settings })
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to })

/** Points of an order, which its refunds take back; a goal that people leave by. */
const thanks = {
  schema: 1,
  key: 'thanks',
  name: 'thanks',
  settings: {
    reentry: { rule: 'any-time' },
    goals: [
      { id: 'rated', name: 'rated', events: [{ event: 'rated' }], within: { amount: 2, unit: 'day' }, leave: true },
    ],
    budgets: [{ of: 'points', most: 220 }],
  },
  nodes: [
    node('order', 'trigger-event', { events: [{ event: 'ordered' }] }),
    node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 }, order: {} }),
    node('stay', 'wait', { kind: 'duration', duration: { amount: 3, unit: 'day' } }),
    node('sorry', 'tag-member', { kind: 'add', tags: ['refunded'] }),
    node('cool', 'wait', { kind: 'event', events: [{ event: 'rated' }], timeout: { amount: 30, unit: 'hour' } }),
    node('end', 'end', {}),
  ],
  edges: [
    edge('order', 'next', 'gift'),
    edge('gift', 'granted', 'stay'),
    edge('gift', 'reversed', 'sorry'),
    edge('stay', 'done', 'end'),
    edge('sorry', 'next', 'cool'),
    edge('cool', 'event', 'end'),
    edge('cool', 'timeout', 'end'),
  ],
}

/** What somebody does about each order: hours after it, an event, and the refunded amount. */
const COURSES: readonly (readonly [hours: number, event: string, amount?: number])[][] = [
  [],
  [[5, 'rated']],
  [[10, 'order refunded', 8]],
  [
    [10, 'order refunded', 3],
    [20, 'order refunded', 5],
    [25, 'rated'],
  ],
  [[-1, 'order refunded', 20]],
  [
    [-1, 'order refunded', 4],
    [50, 'order refunded', 16],
  ],
]

describe('a forecast of a journey whose rewards refunds take back', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects }, START)
  })
  afterEach(() => w.close())

  async function live(month: number, members: readonly MemberId[]): Promise<void> {
    const from = START + month * SPAN * DAY
    const doings = members.flatMap((member, i) =>
      [0, 1].flatMap((k) => {
        const hour = 2 + ((i * 53 + k * 201) % (SPAN * 24 - 60))
        const orderId = `${month}/${i}/${k}`
        const course = COURSES[(i + k) % COURSES.length] ?? []
        return [
          { member, hour, name: 'ordered', properties: { orderId, amount: 20 } },
          ...course.map(([after, name, amount], n) => ({
            ...{ member, hour: hour + after, name },
            properties: { orderId, refundId: `${orderId}/${n}`, ...(amount && { amount }) },
          })),
        ]
      }),
    )
    doings.sort((a, b) => a.hour - b.hour)
    for (const [nth, { member, hour, name, properties }] of doings.entries()) {
      await w.wind(from + hour * HOUR + nth * 1_000)
      await w.post(member, name, properties)
      await w.drain()
    }
    await w.wind(from + SPAN * DAY - 1)
  }

  it('is what then happens: who comes back, whose points, what a budget has again, and who leaves by a goal', async () => {
    const members = await w.members(Array.from({ length: 12 }, () => ({})))
    await live(0, members)
    await w.wind(START + SPAN * DAY)
    await w.engine.store.withDb(w.tenant, (tx) =>
      createJourney(tx, { document: thanks }, { actor: 'test', name: 'test' }),
    )
    const before = await w.engine.store.withDb(w.tenant, (tx) => forecast(w.engine, tx, 'thanks', { days: SPAN }))
    await w.publish(thanks)
    await live(1, members)
    const { nodes, totals } = await w.engine.store.inTenant(w.tenant, (tx) => countsOf(w.engine, tx, 'thanks'))
    expect(before.nodes).toEqual(nodes)
    expect([before.totals.entered, before.totals.reversed]).toEqual([totals.entered, totals.reversed])
    expect(totals.reversed).toBeGreaterThan(5)
    expect(nodes.gift?.out.reversed).toBeGreaterThan(0)
    expect(nodes.stay?.left.goal).toBeGreaterThan(0)
    const [{ points } = { points: 0 }] = await w.query<{ points: number }>(
      'SELECT sum(amount)::int AS points FROM point_entry',
    )
    expect(before.days.reduce((sum, day) => sum + (day.points.spendable ?? 0), 0)).toBe(points)
    const [budget] = await w.query<{ spent: number; refused: number }>('SELECT spent, refused FROM budget')
    expect(before.budgets).toMatchObject([{ ...budget }])
    expect(budget?.refused).toBeGreaterThan(0)
  })
})
