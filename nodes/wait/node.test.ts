import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const DAY = 86_400_000
const day = { kind: 'duration', duration: { amount: 1, unit: 'day' } }
const event = { kind: 'event', events: [{ event: 'order' }], timeout: { amount: 3, unit: 'day' } }
const order = (at: number) => ({ event: 9 as never, name: 'order', at, receivedAt: at, properties: {} })

describe('a wait', () => {
  it('for a day parks until then, and leaves then', () => {
    expect(visit(definition, day)).toEqual({ do: 'park', until: AT + DAY, step: 1 })
    expect(visit(definition, day, { at: AT + DAY, arrivedAt: AT, due: true })).toEqual({ do: 'leave', outcome: 'done' })
  })

  it('for a day keeps the local time across DST; for 24 hours it does not', () => {
    const arrivedAt = Date.parse('2026-03-08T04:30:00Z') // 23:30 in New York, the night before the change
    const context = { at: arrivedAt, arrivedAt, zone: 'America/New_York' }
    expect(visit(definition, day, context)).toMatchObject({ until: arrivedAt + 23 * 3_600_000 })
    const hours = { kind: 'duration', duration: { amount: 24, unit: 'hour' } }
    expect(visit(definition, hours, context)).toMatchObject({ until: arrivedAt + DAY })
  })

  it('until a time goes on at once when it is past, or leaves by expired', () => {
    const past = { kind: 'until', local: '2026-03-07T11:00' }
    expect(visit(definition, past)).toEqual({ do: 'leave', outcome: 'done' })
    expect(visit(definition, { ...past, pastDue: 'expired' })).toEqual({ do: 'leave', outcome: 'expired' })
    const ahead = { ...past, local: '2026-03-07T13:00', pastDue: 'expired' }
    expect(visit(definition, ahead)).toEqual({ do: 'park', until: AT + 3_600_000, step: 1 })
    expect(visit(definition, ahead, { at: AT + 3_600_000, due: true })).toEqual({ do: 'leave', outcome: 'done' })
  })

  it('until an event leaves with it, also at the last moment', () => {
    const at = AT + 3 * DAY - 1
    expect(visit(definition, event, { at, stimulus: order(at) })).toMatchObject({ do: 'leave', outcome: 'event' })
  })

  it('until an event does not count one from before the arrival or at the deadline', () => {
    expect(visit(definition, event, { at: AT + 5, stimulus: order(AT - 1) })).toMatchObject({
      do: 'park',
      until: AT + 3 * DAY,
    })
    const late = AT + 3 * DAY
    expect(visit(definition, event, { at: late, stimulus: order(late) })).toEqual({ do: 'leave', outcome: 'timeout' })
  })

  it('until an event times out', () => {
    expect(visit(definition, event, { at: AT + 3 * DAY, due: true })).toEqual({ do: 'leave', outcome: 'timeout' })
  })

  it.each([
    { kind: 'duration', duration: { amount: 0, unit: 'day' } },
    { kind: 'duration', duration: { amount: 3, unit: 'year' } },
    { kind: 'until', local: 'tomorrow' },
    { kind: 'until', local: '2026-02-30T10:00' },
    { kind: 'until', local: '2026-03-07T24:00' },
    { kind: 'until', local: '2026-03-07T13:00Z' },
    { kind: 'weekday' },
    { kind: 'next', weekdays: ['monday'] },
    { kind: 'next', hours: { kind: 'between', from: '10:00', to: '10:00' } },
    { kind: 'next', hours: { kind: 'at', at: '24:00' } },
    { kind: 'date', attribute: '' },
    { kind: 'date', attribute: 'due', shift: { kind: 'before', days: 366 } },
    { kind: 'anniversary', attribute: 'birthday', calendar: 'mayan' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
