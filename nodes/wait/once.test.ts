import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WEEKDAYS } from '../../engine/core/journey/firing.ts'
import { DurationUnit } from '../../engine/core/time/duration.ts'
import { BUILT_IN_CALENDAR } from '../../engine/members/face.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'UTC']
const QUARTER = 900_000

const zone = fc.constantFrom(...ZONES)
/** Quarters of an hour, so that they often meet a change of the clock, an opening or a close. */
const instant = fc
  .integer({ min: Date.parse('2024-01-01') / QUARTER, max: Date.parse('2026-10-01') / QUARTER })
  .map((n) => n * QUARTER)
const time = fc.integer({ min: 0, max: 95 }).map((n) => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(n / 4))}:${two((n % 4) * 15)}`
})
const hoursOf = (inside: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ kind: fc.constant('any'), inside }),
    fc.record({ kind: fc.constant('at'), at: time }),
    fc.record({ kind: fc.constant('between'), from: time, to: time, inside }).filter(({ from, to }) => from !== to),
  )
const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 7 })
const nextOf = (inside: fc.Arbitrary<string>) =>
  fc
    .record({
      kind: fc.constant('next'),
      weekdays,
      days: fc.constantFrom('any', 'workday', 'day-off'),
      hours: hoursOf(inside),
    })
    // Such days may not come for years.
    .filter(({ weekdays: some, days }) => days === 'any' || some.length === 0 || some.length > 5)
const next = nextOf(fc.constantFrom('go-on', 'next'))
const shift = fc.oneof(
  fc.constant({ kind: 'on' }),
  fc.record({ kind: fc.constantFrom('before', 'after'), days: fc.integer({ min: 1, max: 365 }) }),
)
const anniversary = fc.record({
  ...{ kind: fc.constant('anniversary'), attribute: fc.constant('day'), shift, time },
  calendar: fc.constantFrom('solar', 'lunar'),
  feb29: fc.constantFrom('feb-28', 'mar-1'),
  leapMonth: fc.constantFrom('ordinary', 'leap'),
})
const duration = fc.record({
  kind: fc.constant('duration'),
  duration: fc.record({ amount: fc.integer({ min: 1, max: 23 }), unit: fc.constantFrom(...DurationUnit.options) }),
})
const date = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

/** The moment at which somebody goes on who came at `arrivedAt`. */
function momentOf(settings: unknown, arrivedAt: number, inZone: string, day: string): number {
  const decision = judged(settings, arrivedAt, arrivedAt, inZone, day)
  if (decision.do === 'leave') return arrivedAt
  if (decision.do !== 'park' || decision.until === null) throw new Error('nothing wakes them')
  return decision.until
}

const judged = (settings: unknown, at: number, arrivedAt: number, inZone: string, day: string) =>
  visit(definition, settings, {
    ...{ at, arrivedAt, zone: inZone, due: at > arrivedAt },
    facts: { calendar: BUILT_IN_CALENDAR, date: day },
  })

const runs = { numRuns: 500 }

describe('a wait by the calendar', () => {
  it('ends at one moment, not before the arrival: parked until then whenever it is judged, and gone then and after', () => {
    const some = fc.oneof(next, anniversary, duration) as fc.Arbitrary<unknown>
    fc.assert(
      fc.property(some, instant, zone, date, fc.double({ min: 0, max: 1, noNaN: true }), (s, at, inZone, day, part) => {
        const moment = momentOf(s, at, inZone, day)
        expect(moment).toBeGreaterThanOrEqual(at)
        expect(moment - at).toBeLessThan(800 * 86_400_000)
        const between = Math.floor(at + (moment - at) * part)
        if (between < moment)
          expect(judged(s, between, at, inZone, day)).toEqual({ do: 'park', until: moment, step: 1 })
        for (const after of [moment, moment + 1, moment + QUARTER * 100])
          expect(judged(s, after, at, inZone, day)).toMatchObject({ do: 'leave', outcome: 'done' })
      }),
      runs,
    )
  })

  it('for the next of days and hours, or for an anniversary, lets nobody out who came later than one still inside', () => {
    const some = fc.oneof(next, anniversary) as fc.Arbitrary<unknown>
    fc.assert(
      fc.property(some, instant, fc.nat({ max: 3_000 }), zone, date, (s, at, quarters, inZone, day) => {
        const later = at + quarters * QUARTER
        expect(momentOf(s, later, inZone, day)).toBeGreaterThanOrEqual(momentOf(s, at, inZone, day))
      }),
      runs,
    )
  })

  it('that is longer ends later', () => {
    fc.assert(
      fc.property(duration, instant, zone, (s, at, inZone) => {
        const longer = { ...s, duration: { ...s.duration, amount: s.duration.amount + 1 } }
        expect(momentOf(longer, at, inZone, '')).toBeGreaterThan(momentOf(s, at, inZone, ''))
      }),
      runs,
    )
  })

  it('for the next of days and hours, gone through again and again, comes to each opening once', () => {
    fc.assert(
      fc.property(nextOf(fc.constant('next')), instant, zone, (s, start, inZone) => {
        let at = start
        const seen = new Set<number>()
        for (let n = 0; n < 5; n++) {
          at = momentOf(s, at, inZone, '')
          seen.add(at)
        }
        expect(seen.size).toBe(5)
      }),
      { numRuns: 200 },
    )
  })
})
