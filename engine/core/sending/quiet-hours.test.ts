import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { WEEKDAYS } from '../journey/firing.ts'
import { WEEKDAYS_ALONE } from '../time/calendar.ts'
import { opensAt, QuietHours } from './quiet-hours.ts'

const MINUTE = 60_000
const opens = (rules: object, at: string, zone = 'UTC') =>
  new Date(opensAt(QuietHours.parse(rules), Date.parse(at), zone, WEEKDAYS_ALONE)).toISOString().replace(':00.000', '')
const night = { hours: { from: '22:00', to: '09:00' } }

describe('quiet hours', () => {
  it.each([
    ['in the evening', '2026-03-03T22:00Z', '2026-03-04T09:00Z'],
    ['after midnight', '2026-03-04T03:10Z', '2026-03-04T09:00Z'],
    ['as they end', '2026-03-04T09:00Z', '2026-03-04T09:00Z'],
    ['at noon', '2026-03-04T12:00Z', '2026-03-04T12:00Z'],
  ])('%s', (_, at, then) => expect(opens(night, at)).toBe(then))

  it('go by the clock of a zone, whatever it does that night', () => {
    const early = { hours: { from: '22:00', to: '02:30' } }
    // 8 March: the clock goes from 2:00 to 3:00, so that 2:30 is 3:30. 1 November: from 2:00 back to 1:00.
    expect(opens(early, '2026-03-08T05:00Z', 'America/New_York')).toBe('2026-03-08T07:30Z')
    expect(opens(night, '2026-03-08T05:00Z', 'America/New_York')).toBe('2026-03-08T13:00Z')
    expect(opens({ hours: { from: '22:00', to: '01:30' } }, '2026-11-01T06:40Z', 'America/New_York')).toBe(
      '2026-11-01T06:40Z',
    )
  })

  it('and days on which nothing goes are waited for together', () => {
    const week = { ...night, weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'] }
    expect(opens(week, '2026-03-06T22:30Z')).toBe('2026-03-09T09:00Z')
    expect(opens({ weekdays: ['SA'] }, '2026-03-08T00:00Z')).toBe('2026-03-14T00:00Z')
    expect(opens({ days: 'workday' }, '2026-03-07T12:00Z')).toBe('2026-03-09T00:00Z')
  })

  it('that never end are a fault of the node, not a wait without end', () => {
    const never = QuietHours.parse({ weekdays: ['SA', 'SU'], days: 'workday' })
    expect(() => opensAt(never, Date.parse('2026-03-07T12:00Z'), 'UTC', WEEKDAYS_ALONE)).toThrow('within two years')
  })

  it('of any kind are over at the first minute that is neither quiet nor of a day without messages', () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom(0, 30))
      .map((parts) => parts.map((n) => `${n}`.padStart(2, '0')).join(':'))
    const rules = fc.record({
      hours: fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
      weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
    })
    const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'Asia/Kathmandu')
    const instants = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((n) => Date.parse('2026-01-01T00:00Z') + n * MINUTE)
    fc.assert(
      fc.property(rules, zones, instants, ({ hours, weekdays }, zone, at) => {
        // Without DST the clock on the wall tells it all.
        const goes = (instant: number) => {
          const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
          const clock = local.toPlainTime().toString().slice(0, 5)
          const quiet =
            hours.from < hours.to ? clock >= hours.from && clock < hours.to : clock >= hours.from || clock < hours.to
          return !quiet && weekdays.includes(WEEKDAYS[local.dayOfWeek - 1] ?? 'MO')
        }
        const found = opensAt(QuietHours.parse({ hours, weekdays }), at, zone, WEEKDAYS_ALONE)
        expect(goes(found)).toBe(true)
        for (let before = found - 30 * MINUTE; before > at; before -= 30 * MINUTE) expect(goes(before)).toBe(false)
        if (found > at) expect([goes(at), goes(found - MINUTE)]).toEqual([false, false])
      }),
      { numRuns: 300 },
    )
  })
})
