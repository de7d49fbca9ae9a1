import { describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { compile } from '../journey/compile.ts'
import { bindPlan } from '../journey/plan.ts'
import { RefundRules } from '../journey/refunds.ts'
import { eventsHeardBy } from './asked.ts'
import { stranger } from './person.ts'
import { simulate } from './simulate.ts'
import type { Happening, Told } from './story.ts'

const START = Date.parse('2026-03-02T02:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })

/** Ordered → points of the order → wait two days → end; reversed → wait a day → end. */
const planOf = (settings: object = {}) => {
  const document = {
    ...{ schema: 1, key: 'test', name: 'test', settings },
    nodes: [
      node('start', 'trigger-event', { events: [{ event: 'ordered' }] }),
      node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 }, order: {} }),
      node('stay', 'wait', { kind: 'duration', duration: { amount: 2, unit: 'day' } }),
      node('end', 'end'),
      node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    ],
    edges: [
      ['start', 'next', 'gift'],
      ['gift', 'granted', 'stay'],
      ['gift', 'reversed', 'day'],
      ['stay', 'done', 'end'],
      ['day', 'done', 'end'],
    ].map(([from, outcome, to]) => ({ from, outcome, to })),
  }
  const { plan, problems } = compile(document, registry, { zone: 'UTC', exists: () => true })
  if (!plan) throw new Error(JSON.stringify(problems))
  return bindPlan(plan, registry)
}

const order = (at: number, orderId: string, amount: number): Happening => ({
  ...{ do: 'post', at: START + at, event: 'ordered', properties: { orderId, amount } },
})
const refund = (at: number, orderId: string, refundId: string, amount: number): Happening => ({
  ...{ do: 'post', at: START + at, event: 'order refunded', properties: { orderId, refundId, amount } },
})
const play = (happenings: readonly Happening[], settings?: object, refunds?: RefundRules) =>
  simulate(planOf(settings), { person: stranger(1), startsAt: START, happenings }, { ...(refunds && { refunds }) })

/** `+`entered, `0>1`: entry 1 begins beside entry 0, `-`points taken back (and missed), `node:outcome`, `?` unheard. */
const line = (story: readonly Told[]): string =>
  story
    .flatMap((told) => {
      if (told.kind === 'entered') return `+${told.entry}`
      if (told.kind === 'branched') return `${told.parent}>${told.entry}`
      if (told.kind === 'reversed') return `-${told.points}${told.missed > 0 ? `(${told.missed})` : ''}`
      if (told.kind === 'left') return `${told.entry}/${told.node}:${told.outcome}`
      if (told.kind === 'refused') return `!${told.reason}`
      return told.kind === 'unheard' ? '?' : told.kind === 'out' ? `${told.entry}/${told.way}` : []
    })
    .join(' ')

describe('a simulated refund', () => {
  it('takes its part back and goes the reversed branch beside the entry, which stays where it is', () => {
    const happenings = [order(0, 'A1', 100), refund(HOUR, 'A1', 'R1', 30)]
    const { story, person } = play([...happenings, { do: 'wait', at: START + 3 * DAY }])
    expect(line(story)).toBe('+0 0/start:next 0/gift:granted -30 0>1 1/day:done 1/end:ended 0/stay:done 0/end:ended')
    expect(person.points.spendable).toBe(70)
    expect(story.find((told) => told.kind === 'reversed')).toMatchObject({
      entry: 0,
      node: 'gift',
      to: 'day',
      order: 'A1',
    })
  })

  it('counts once for its id, and takes no more than was given', () => {
    const again = [1, 2, 3].map((n) => refund(n * HOUR, 'A1', n === 2 ? 'R1' : `R${n}`, 80))
    const { story, person } = play([order(0, 'A1', 100), ...again])
    expect(line(story)).toBe('+0 0/start:next 0/gift:granted -80 0>1 ? -20 0>2')
    expect(person.points.spendable).toBe(0)
  })

  it('before the grant makes it answer reversed; a part of it is taken back at once', () => {
    const whole = play([refund(0, 'A1', 'R1', 100), order(HOUR, 'A1', 100)])
    expect(line(whole.story)).toBe('? +0 0/start:next 0/gift:reversed')
    expect(whole.person.points.spendable).toBe(0)
    const part = play([refund(0, 'A1', 'R1', 30), order(HOUR, 'A1', 100)])
    expect(line(part.story)).toBe('? +0 0/start:next 0/gift:granted -30 0>1')
    expect(part.person.points.spendable).toBe(70)
  })

  it('is no entry: re-entry and goals do not know of it, and the branch hears nothing of what began it', () => {
    const settings = {
      reentry: { rule: 'any-time', atOnce: 2 },
      exitRules: { events: [{ event: 'order refunded' }] },
    }
    const { story } = play([order(0, 'A1', 100), refund(HOUR, 'A1', 'R1', 30), order(2 * HOUR, 'A2', 5)], settings)
    expect(line(story)).toBe('+0 0/start:next 0/gift:granted -30 0/exit 0>1 +2 2/start:next 2/gift:granted')
  })

  it('is what the workspace calls one, and nothing else', () => {
    const rules = RefundRules.parse({ events: ['returned'] })
    const { person } = play([order(0, 'A1', 100), refund(HOUR, 'A1', 'R1', 30)], {}, rules)
    expect(person.points.spendable).toBe(100)
    expect(eventsHeardBy(planOf(), rules)).toEqual(['ordered', 'unsubscribed', 'returned'])
    expect(eventsHeardBy(planOf())).toContain('order refunded')
  })
})
