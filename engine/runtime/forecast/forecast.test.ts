import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { effects } from '../../../nodes/effects.ts'
import type { MemberId } from '../../core/ids.ts'
import { type TestWorkspace, testWorkspace } from '../../testing/workspace.ts'
import { countsOf } from '../journeys/counts.ts'
import { createJourney } from '../journeys/shelf.ts'
import { type Forecast, forecast } from './forecast.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-03-01T00:00:00Z')
const SPAN = 30
const node = (id: string, type: string, settings: object) => ({ id, type, version: 1, name: id, settings })
const edge = (from: string, outcome: string, to: string) => ({ from, outcome, to })
const hours = (amount: number) => ({ amount, unit: 'hour' })
const AUTHOR = { actor: 'test', name: 'test' }

/** Everything that needs what a member did before, or does while waiting, and what the journey itself did. */
const welcome = {
  schema: 1,
  key: 'welcome',
  name: 'welcome',
  settings: { reentry: { rule: 'after-leaving' } },
  nodes: [
    node('order', 'trigger-event', {
      events: [{ event: 'order', filter: { field: 'event.amount', op: 'gte', value: 10 } }],
      member: { field: 'member.city', op: 'neq', value: 'Lyon' },
    }),
    node('tag', 'tag-member', { kind: 'add', tags: ['buyer'] }),
    node('tagged', 'attribute-check', { rule: { field: 'tags', op: 'has', value: 'buyer' } }),
    node('pay', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } }),
    node('visit', 'wait', { kind: 'event', events: [{ event: 'visit' }], timeout: hours(72) }),
    node('again', 'event-check', { events: [{ event: 'order' }], judge: { kind: 'wait', for: hours(48) } }),
    node('ab', 'ab-test', {
      arms: [
        { id: 'a', name: 'A', percent: 50 },
        { id: 'b', name: 'B', percent: 50 },
      ],
    }),
    node('note', 'send-inbox', { title: 'thanks', body: '{{event.amount}}' }),
    node('end', 'end', {}),
  ],
  edges: [
    edge('order', 'next', 'tag'),
    edge('tag', 'next', 'tagged'),
    edge('tagged', 'yes', 'pay'),
    edge('tagged', 'no', 'end'),
    edge('pay', 'granted', 'visit'),
    edge('visit', 'event', 'again'),
    edge('visit', 'timeout', 'ab'),
    edge('again', 'yes', 'note'),
    edge('again', 'no', 'end'),
    edge('ab', 'arm:a', 'note'),
    edge('ab', 'arm:b', 'end'),
    edge('note', 'sent', 'end'),
  ],
}

describe('a forecast', () => {
  let w: TestWorkspace
  beforeEach(async () => {
    w = await testWorkspace({ registry, effects }, START)
  })
  afterEach(() => w.close())

  const draft = (document: typeof welcome) =>
    w.engine.store.withDb(w.tenant, (tx) => createJourney(tx, { document }, AUTHOR))
  const told = (key: string, days = SPAN) =>
    w.engine.store.withDb(w.tenant, (tx) => forecast(w.engine, tx, key, { days }))
  const counted = (key: string) => w.engine.store.inTenant(w.tenant, (tx) => countsOf(w.engine, tx, key))

  /** What 40 members do in a month, the same whenever it is asked: hour, member, event, amount. */
  const habits = (members: readonly MemberId[]) =>
    members
      .flatMap((member, i) =>
        Array.from({ length: 1 + (i % 4) }, (_, k) => {
          const hour = (i * 37 + k * 101) % (SPAN * 24 - 8)
          return [
            { member, hour, name: 'order', amount: (i * 7 + k * 5) % 40 },
            ...((i + k) % 3 === 0 ? [{ member, hour: hour + 5, name: 'visit', amount: 0 }] : []),
            ...((i + k) % 5 === 0 ? [{ member, hour: hour + 7, name: 'order', amount: 12 }] : []),
          ]
        }).flat(),
      )
      .sort((a, b) => a.hour - b.hour || a.member - b.member)

  async function live(from: number, members: readonly MemberId[]): Promise<void> {
    // No two at one moment, and none at the end of another's wait.
    for (const [nth, { member, hour, name, amount }] of habits(members).entries()) {
      await w.wind(from + hour * HOUR + nth * 1_000)
      await w.post(member, name, { amount })
      await w.drain()
    }
    await w.wind(from + SPAN * DAY - 1)
  }

  it.each([
    ['is what happens once members do again what they did', []],
    [
      'is what happens where budgets run out: who gets nothing, and since which day',
      [
        { of: 'points', most: 300 },
        { of: 'messages', most: 5 },
      ],
    ],
  ])('%s', async (_, budgets) => {
    const journey = { ...welcome, settings: { ...welcome.settings, budgets } }
    const people = Array.from({ length: 40 }, (_, i) => ({ city: i % 9 === 0 ? 'Lyon' : 'Rome' }))
    const members = await w.members(people)
    await live(START, members)
    await w.wind(START + SPAN * DAY)
    await draft(journey)
    const before = await told('welcome')
    await w.publish(journey)
    await live(START + SPAN * DAY, members)
    const { nodes, totals } = await counted('welcome')
    expect(before.nodes).toEqual(nodes)
    expect(totals.entered).toBeGreaterThan(40)
    expect(sum(before, (day) => day.entered)).toBe(totals.entered)
    const [{ points, notes } = { points: 0, notes: 0 }] = await w.query<{ points: number; notes: number }>(
      'SELECT (SELECT sum(amount)::int FROM point_entry) AS points, (SELECT count(*)::int FROM message) AS notes',
    )
    expect(sum(before, (day) => day.points.spendable ?? 0)).toBe(points)
    expect(sum(before, (day) => day.messages.inbox ?? 0)).toBe(notes)
    const standing = await w.query<{ kind: string; spent: number; refused: number; day: string | null }>(
      "SELECT kind, spent, refused, to_char(stopped_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM budget",
    )
    const foretold = before.budgets.map(({ of, spent, refused, outAt }) => ({
      ...{ kind: of, spent, refused, day: outAt === null ? null : new Date(outAt).toISOString().slice(0, 10) },
    }))
    expect(standing).toEqual(expect.arrayContaining(foretold))
    expect(standing).toHaveLength(budgets.length)
    for (const { refused } of standing) expect(refused).toBeGreaterThan(0)
  })

  it('leaves nothing behind', async () => {
    const members = await w.members([{ city: 'Rome' }])
    await live(START, members)
    await draft(welcome)
    const rows = () =>
      w.query(
        'SELECT (SELECT count(*) FROM enrolment) e, (SELECT count(*) FROM token) t, (SELECT count(*) FROM event) v',
      )
    const before = await rows()
    await told('welcome')
    expect(await rows()).toEqual(before)
  })

  it('takes an audience at each of its times, and stands for all where only a part is looked at', async () => {
    await w.segment('all', { all: [] })
    await w.members(Array.from({ length: 30_000 }, () => ({})))
    const document = {
      ...welcome,
      key: 'weekly',
      settings: { reentry: { rule: 'any-time' } },
      nodes: [
        node('start', 'trigger-audience', {
          include: ['all'],
          firing: { kind: 'recurring', rule: { every: 'week', weekdays: ['MO'] }, time: '10:00' },
        }),
        node('end', 'end', {}),
      ],
      edges: [edge('start', 'next', 'end')],
    }
    await draft(document)
    const { totals, perMille, days } = await told('weekly', 14)
    expect(perMille).toBe(666)
    expect(Math.abs(totals.entered - 60_000)).toBeLessThan(2_500)
    expect(days.filter((day) => day.entered > 0).map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-09'])
  })

  it('asks for a journey without errors', async () => {
    await draft({ ...welcome, edges: [] })
    await expect(told('welcome')).rejects.toMatchObject({ code: 'journey-invalid' })
  })
})

const sum = ({ days }: Forecast, of: (day: Forecast['days'][number]) => number) =>
  Math.round(days.reduce((all, day) => all + of(day), 0))
