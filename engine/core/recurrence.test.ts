import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Firing } from './journey/firing.ts'
import { nextFires } from './recurrence.ts'
import { type Calendar, WEEKDAYS_ALONE } from './time/calendar.ts'
import { atLocal, localDate } from './time/zone.ts'

const NEW_YORK = 'America/New_York'
const SHANGHAI = 'Asia/Shanghai'

const recurring = (rule: object, more: object = {}): Firing =>
  Firing.parse({ kind: 'recurring', rule, time: '09:00', ...more })

/** The next fires after a local time, as local times of the zone. */
const firesAfter = (firing: Firing, zone: string, after: string, count: number): string[] =>
  nextFires(firing, zone, atLocal(after, zone), count, WEEKDAYS_ALONE).map((at) =>
    new Date(at).toLocaleString('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  )

describe('a firing once', () => {
  it('has no instant of its own when it is now', () => {
    expect(nextFires({ kind: 'now' }, SHANGHAI, 0, 5, WEEKDAYS_ALONE)).toEqual([])
  })

  it('at a time fires then, in its own zone or the journey’s, and never after', () => {
    const at = Date.parse('2026-05-01T01:00:00Z')
    expect(nextFires({ kind: 'at', local: '2026-05-01T09:00' }, SHANGHAI, at - 1, 5, WEEKDAYS_ALONE)).toEqual([at])
    expect(
      nextFires({ kind: 'at', local: '2026-04-30T21:00', zone: NEW_YORK }, SHANGHAI, at - 1, 5, WEEKDAYS_ALONE),
    ).toEqual([at])
    expect(nextFires({ kind: 'at', local: '2026-05-01T09:00' }, SHANGHAI, at, 5, WEEKDAYS_ALONE)).toEqual([])
  })
})

describe('a daily firing', () => {
  it('keeps its local time through both DST changes', () => {
    const daily = recurring({ every: 'day' })
    expect(firesAfter(daily, NEW_YORK, '2026-03-07T09:00', 3)).toEqual([
      '2026-03-08 09:00',
      '2026-03-09 09:00',
      '2026-03-10 09:00',
    ])
    expect(firesAfter(daily, NEW_YORK, '2026-10-31T00:00', 2)).toEqual(['2026-10-31 09:00', '2026-11-01 09:00'])
    expect(nextFires(daily, NEW_YORK, Date.parse('2026-03-07T14:00:00Z'), 1, WEEKDAYS_ALONE)).toEqual([
      Date.parse('2026-03-08T13:00:00Z'),
    ])
  })

  it('is moved on, not lost, in the night that has no 02:30', () => {
    const nightly = recurring({ every: 'day' }, { time: '02:30' })
    const expected = ['2026-03-07 02:30', '2026-03-08 03:30', '2026-03-09 02:30']
    expect(firesAfter(nightly, NEW_YORK, '2026-03-07T00:00', 3)).toEqual(expected)
    expect(firesAfter(nightly, NEW_YORK, '2026-03-08T03:10', 1)).toEqual(['2026-03-08 03:30'])
    expect(firesAfter(nightly, NEW_YORK, '2026-03-08T03:30', 1)).toEqual(['2026-03-09 02:30'])
  })

  it('fires once, the first time, in the night that has 01:30 twice', () => {
    const nightly = recurring({ every: 'day' }, { time: '01:30' })
    const first = Date.parse('2026-11-01T05:30:00Z')
    expect(nextFires(nightly, NEW_YORK, first - 1, 2, WEEKDAYS_ALONE)).toEqual([
      first,
      Date.parse('2026-11-02T06:30:00Z'),
    ])
    expect(nextFires(nightly, NEW_YORK, first + 45 * 60_000, 1, WEEKDAYS_ALONE)).toEqual([
      Date.parse('2026-11-02T06:30:00Z'),
    ])
  })

  it('fires once for the two days that Apia made one', () => {
    expect(firesAfter(recurring({ every: 'day' }), 'Pacific/Apia', '2011-12-29T00:00', 3)).toEqual([
      '2011-12-29 09:00',
      '2011-12-31 09:00',
      '2012-01-01 09:00',
    ])
  })

  it('counts its interval from the first day', () => {
    const third = recurring({ every: 'day', interval: 3 }, { from: '2026-01-31' })
    expect(firesAfter(third, SHANGHAI, '2020-01-01T00:00', 3)).toEqual([
      '2026-01-31 09:00',
      '2026-02-03 09:00',
      '2026-02-06 09:00',
    ])
  })

  it('asked fire by fire answers what it answers at once, without a first day too', () => {
    const times = fc.constantFrom('00:00', '01:30', '02:30', '09:00', '23:59')
    const zones = fc.constantFrom(NEW_YORK, SHANGHAI, 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC')
    const moments = fc.integer({ min: Date.parse('1997-01-01'), max: Date.parse('2030-01-01') })
    fc.assert(
      fc.property(times, zones, moments, fc.integer({ min: 1, max: 9 }), (time, zone, after, interval) => {
        const firing = recurring({ every: 'day', interval }, { time })
        const atOnce = nextFires(firing, zone, after, 4, WEEKDAYS_ALONE)
        expect(atOnce).toHaveLength(4)
        let at = after
        for (const fire of atOnce) {
          expect(fire).toBeGreaterThan(at)
          expect(nextFires(firing, zone, at, 1, WEEKDAYS_ALONE)).toEqual([fire])
          at = fire
        }
      }),
    )
  })
})

describe('a weekly firing', () => {
  it('fires on its weekdays', () => {
    const weekly = recurring({ every: 'week', weekdays: ['TH', 'MO'] })
    expect(firesAfter(weekly, 'Asia/Tokyo', '2026-06-01T09:00', 3)).toEqual([
      '2026-06-04 09:00',
      '2026-06-08 09:00',
      '2026-06-11 09:00',
    ])
  })

  it('counts weeks from the Monday of its first day’s week', () => {
    const fortnightly = recurring({ every: 'week', interval: 2, weekdays: ['MO'] }, { from: '2026-06-03' })
    expect(firesAfter(fortnightly, SHANGHAI, '2026-06-01T00:00', 2)).toEqual(['2026-06-15 09:00', '2026-06-29 09:00'])
  })
})

describe('a monthly firing', () => {
  it('on day 31 skips the months without one', () => {
    expect(firesAfter(recurring({ every: 'month', days: [31] }), SHANGHAI, '2026-01-31T09:00', 3)).toEqual([
      '2026-03-31 09:00',
      '2026-05-31 09:00',
      '2026-07-31 09:00',
    ])
  })

  it('on day -1 fires on the last day, once where that is day 28 too', () => {
    expect(firesAfter(recurring({ every: 'month', days: [-1, 28] }), SHANGHAI, '2026-01-31T08:59', 4)).toEqual([
      '2026-01-31 09:00',
      '2026-02-28 09:00',
      '2026-03-28 09:00',
      '2026-03-31 09:00',
    ])
  })

  it('that meets no such day never fires, and waits for a leap year where one comes', () => {
    const yearly = (day: number, from: string) => recurring({ every: 'month', interval: 12, days: [day] }, { from })
    expect(nextFires(yearly(31, '2026-02-01'), SHANGHAI, 0, 1, WEEKDAYS_ALONE)).toEqual([])
    expect(firesAfter(yearly(29, '2026-02-01'), SHANGHAI, '2026-01-01T00:00', 1)).toEqual(['2028-02-29 09:00'])
  })
})

describe('a firing by workdays', () => {
  const calendar: Calendar = {
    days: { '2026-09-25': 'off', '2026-09-20': 'work', '2026-09-30': 'off', '2026-10-01': 'off' },
    years: [2026],
  }
  const fires = (rule: object, after: string, count: number) =>
    nextFires(recurring(rule), SHANGHAI, atLocal(after, SHANGHAI), count, calendar).map((at) => localDate(at, SHANGHAI))

  it('leaves out days off and takes weekend days that are worked', () => {
    expect(fires({ every: 'workday' }, '2026-09-18T09:00', 6)).toEqual([
      '2026-09-20',
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-28',
    ])
  })

  it('finds the first and the last workday of each month', () => {
    expect(fires({ every: 'month-workday', place: 'last' }, '2026-08-30T00:00', 3)).toEqual([
      '2026-08-31',
      '2026-09-29',
      '2026-10-30',
    ])
    expect(fires({ every: 'month-workday', place: 'first' }, '2026-09-02T00:00', 2)).toEqual([
      '2026-10-02',
      '2026-11-02',
    ])
  })
})

describe('a firing by a weekday of the month, by a day of the year, by hours', () => {
  it('finds the second Sunday of May, and the last Friday of every second month', () => {
    const every = (rule: object, from?: string) => recurring(rule, from ? { from } : {})
    const second = every({ every: 'month-weekday', interval: 12, which: 'second', weekday: 'SU' }, '2026-05-01')
    expect(firesAfter(second, SHANGHAI, '2026-01-01T00:00', 2)).toEqual(['2026-05-10 09:00', '2027-05-09 09:00'])
    const last = every({ every: 'month-weekday', interval: 2, which: 'last', weekday: 'FR' }, '2026-01-01')
    expect(firesAfter(last, SHANGHAI, '2026-01-31T00:00', 2)).toEqual(['2026-03-27 09:00', '2026-05-29 09:00'])
  })

  it.each([
    ['feb-28', ['2027-02-28 09:00', '2028-02-29 09:00', '2029-02-28 09:00']],
    ['mar-1', ['2027-03-01 09:00', '2028-02-29 09:00', '2029-03-01 09:00']],
    ['skip', ['2028-02-29 09:00', '2032-02-29 09:00', '2036-02-29 09:00']],
  ])('on 29 February falls as %s says in other years', (leapDay, expected) => {
    const yearly = recurring({ every: 'year', month: 2, day: 29, leapDay })
    expect(firesAfter(yearly, NEW_YORK, '2026-06-01T00:00', 3)).toEqual(expected)
  })

  it('every three hours of the day, through the night that skips one', () => {
    const hours = recurring({ every: 'hour', interval: 3, last: '20:00' }, { time: '02:00' })
    expect(firesAfter(hours, NEW_YORK, '2026-03-07T19:00', 4)).toEqual([
      '2026-03-07 20:00',
      '2026-03-08 03:00',
      '2026-03-08 05:00',
      '2026-03-08 08:00',
    ])
  })

  it('so many times, without the days that are left out, which count', () => {
    const thrice = recurring({ every: 'day' }, { from: '2026-03-07', times: 3, except: ['2026-03-08'] })
    expect(firesAfter(thrice, NEW_YORK, '2026-01-01T00:00', 9)).toEqual(['2026-03-07 09:00', '2026-03-09 09:00'])
    expect(firesAfter(thrice, NEW_YORK, '2026-03-08T00:00', 9)).toEqual(['2026-03-09 09:00'])
  })

  it.each([
    { rule: { every: 'year', month: 4, day: 31 } },
    { rule: { every: 'hour', last: '08:00' } },
    { rule: { every: 'day' }, times: 3 },
    { rule: { every: 'week', weekdays: [] } },
  ])('refuses %j', (bad) => expect(Firing.safeParse({ kind: 'recurring', time: '09:00', ...bad }).success).toBe(false))
})

describe('the first and last day', () => {
  it('are both included', () => {
    const week = recurring({ every: 'day' }, { from: '2026-03-07', until: '2026-03-09', time: '23:59' })
    expect(firesAfter(week, NEW_YORK, '2026-01-01T00:00', 9)).toEqual([
      '2026-03-07 23:59',
      '2026-03-08 23:59',
      '2026-03-09 23:59',
    ])
    expect(firesAfter(week, NEW_YORK, '2026-03-09T23:59', 9)).toEqual([])
    expect(firesAfter(week, NEW_YORK, '2029-03-09T23:59', 9)).toEqual([])
  })

  it('in the wrong order leave no fire', () => {
    expect(
      nextFires(
        recurring({ every: 'day' }, { from: '2026-03-09', until: '2026-03-07' }),
        NEW_YORK,
        0,
        9,
        WEEKDAYS_ALONE,
      ),
    ).toEqual([])
  })
})
