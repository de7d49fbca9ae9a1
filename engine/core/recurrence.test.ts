import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Firing } from './journey/firing.ts'
import { nextFires } from './recurrence.ts'
import { atLocal } from './time/zone.ts'

const NEW_YORK = 'America/New_York'
const SHANGHAI = 'Asia/Shanghai'

const recurring = (rule: object, more: object = {}): Firing =>
  Firing.parse({ kind: 'recurring', rule, time: '09:00', ...more })

/** The next fires after a local time, as local times of the zone. */
const firesAfter = (firing: Firing, zone: string, after: string, count: number): string[] =>
  nextFires(firing, zone, atLocal(after, zone), count).map((at) =>
    new Date(at).toLocaleString('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  )

describe('a firing once', () => {
  it('has no instant of its own when it is now', () => {
    expect(nextFires({ kind: 'now' }, SHANGHAI, 0, 5)).toEqual([])
  })

  it('at a time fires then, in its own zone or the journey’s, and never after', () => {
    const at = Date.parse('2026-05-01T01:00:00Z')
    expect(nextFires({ kind: 'at', local: '2026-05-01T09:00' }, SHANGHAI, at - 1, 5)).toEqual([at])
    expect(nextFires({ kind: 'at', local: '2026-04-30T21:00', zone: NEW_YORK }, SHANGHAI, at - 1, 5)).toEqual([at])
    expect(nextFires({ kind: 'at', local: '2026-05-01T09:00' }, SHANGHAI, at, 5)).toEqual([])
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
    expect(nextFires(daily, NEW_YORK, Date.parse('2026-03-07T14:00:00Z'), 1)).toEqual([
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
    expect(nextFires(nightly, NEW_YORK, first - 1, 2)).toEqual([first, Date.parse('2026-11-02T06:30:00Z')])
    expect(nextFires(nightly, NEW_YORK, first + 45 * 60_000, 1)).toEqual([Date.parse('2026-11-02T06:30:00Z')])
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
        const atOnce = nextFires(firing, zone, after, 4)
        expect(atOnce).toHaveLength(4)
        let at = after
        for (const fire of atOnce) {
          expect(fire).toBeGreaterThan(at)
          expect(nextFires(firing, zone, at, 1)).toEqual([fire])
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
    expect(nextFires(yearly(31, '2026-02-01'), SHANGHAI, 0, 1)).toEqual([])
    expect(firesAfter(yearly(29, '2026-02-01'), SHANGHAI, '2026-01-01T00:00', 1)).toEqual(['2028-02-29 09:00'])
  })
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
    expect(nextFires(recurring({ every: 'day' }, { from: '2026-03-09', until: '2026-03-07' }), NEW_YORK, 0, 9)).toEqual(
      [],
    )
  })
})
