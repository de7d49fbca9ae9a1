import { describe, expect, it } from 'vitest'
import { nextFires } from '../../engine/core/recurrence.ts'
import { atLocal, localDateTime } from '../../engine/core/time/zone.ts'
import { BUILT_IN_CALENDAR } from '../../engine/members/face.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const springFestival = {
  days: [{ kind: 'statutory', holiday: 'spring-festival' }],
  include: ['all'],
  exclude: ['staff'],
}
const audienceOf = (settings: object) => definition.trigger?.(definition.settings.parse(settings), 'a').audience

/** Its next times after a local time, as local times of its zone. */
function firesAfter(local: string, count: number, settings: object, zone = 'Asia/Shanghai'): string[] {
  const firing = audienceOf({ include: ['all'], ...settings })?.firing
  if (!firing) throw new Error('it takes an audience')
  return nextFires(firing, zone, atLocal(local, zone), count, BUILT_IN_CALENDAR).map((at) => localDateTime(at, zone))
}
const holiday = (of: string, on: string) => ({ kind: 'statutory', holiday: of, on })

describe('trigger-holiday', () => {
  it('opens the journey', () => expect(visit(definition, springFestival)).toEqual({ do: 'leave', outcome: 'next' }))

  it('needs its segments', () => {
    expect(definition.references?.(definition.settings.parse(springFestival)).map((r) => r.key)).toEqual([
      'all',
      'staff',
    ])
  })

  it('says so where nobody is chosen', () => {
    const nobody = definition.settings.parse({ ...springFestival, include: [] })
    expect(definition.check?.(nobody).map((p) => p.code)).toEqual(['nobody-chosen'])
  })

  it.each([
    ['春节', [{ kind: 'lunar', festival: 'spring-festival' }], ['2025-01-29', '2026-02-17', '2027-02-06']],
    [
      '小年, each where it is kept',
      [
        { kind: 'lunar', festival: 'little-new-year-north' },
        { kind: 'lunar', festival: 'little-new-year-south' },
      ],
      ['2025-01-22', '2025-01-23', '2026-02-10', '2026-02-11'],
    ],
    [
      '清明 and 冬至',
      [
        { kind: 'solar-term', term: 'qingming' },
        { kind: 'solar-term', term: 'winter-solstice' },
      ],
      ['2025-04-04', '2025-12-21', '2026-04-05', '2026-12-22'],
    ],
    [
      '母亲节 and 父亲节',
      [
        { kind: 'occasion', occasion: 'mothers-day' },
        { kind: 'occasion', occasion: 'fathers-day' },
      ],
      ['2025-05-11', '2025-06-15', '2026-05-10', '2026-06-21'],
    ],
    ['会员日', [{ kind: 'monthly', dates: [8] }], ['2025-01-08', '2025-02-08', '2025-03-08']],
    ['the last day of each month', [{ kind: 'monthly', dates: [-1] }], ['2025-01-31', '2025-02-28', '2025-03-31']],
    [
      '店庆 on 29 February',
      [{ kind: 'yearly', month: 2, day: 29 }],
      ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      '六月初六, in a year that has that month twice',
      [{ kind: 'lunar-yearly', month: 6, day: 6 }],
      ['2025-06-30', '2026-07-19'],
    ],
    [
      'the last workdays before 国庆 and 春节',
      [holiday('national-day', 'last-workday'), holiday('spring-festival', 'last-workday')],
      ['2025-01-27', '2025-09-30', '2026-02-14', '2026-09-30'],
    ],
    [
      'every moved workday of 春节',
      [holiday('spring-festival', 'moved-workdays')],
      ['2025-01-26', '2025-02-08', '2026-02-14', '2026-02-28'],
    ],
    [
      'the first days off of holidays that are one in 2025',
      [holiday('mid-autumn', 'first-day-off'), holiday('national-day', 'first-day-off')],
      ['2025-10-01', '2026-09-25', '2026-10-01'],
    ],
    [
      'the last day off of 春节, its festival where that is not known',
      [holiday('spring-festival', 'last-day-off')],
      ['2025-02-04', '2026-02-23', '2027-02-06'],
    ],
  ])('fires on %s', (_, days, dates) => {
    expect(firesAfter('2025-01-01T00:00', dates.length, { days })).toEqual(dates.map((date) => `${date} 10:00`))
  })

  it('fires so many days before or after, over the new year, at its time of day', () => {
    const newYear = { days: [{ kind: 'occasion', occasion: 'new-year' }] }
    expect(
      firesAfter('2026-12-01T00:00', 1, { ...newYear, shift: { kind: 'before', days: 7 }, time: '23:59' }),
    ).toEqual(['2026-12-25 23:59'])
    expect(
      firesAfter('2026-12-01T00:00', 1, { ...newYear, shift: { kind: 'after', days: 45 }, time: '00:00' }),
    ).toEqual(['2027-02-15 00:00'])
  })

  it('fires later in the night that skips its time, and once in the night that repeats it', () => {
    const daily = { days: [{ kind: 'monthly', dates: [1, 7, 8, 9] }] }
    expect(firesAfter('2026-03-07T12:00', 2, { ...daily, time: '02:30' }, 'America/New_York')).toEqual([
      '2026-03-08 03:30',
      '2026-03-09 02:30',
    ])
    expect(firesAfter('2026-10-30T12:00', 2, { ...daily, time: '01:30' }, 'America/New_York')).toEqual([
      '2026-11-01 01:30',
      '2026-11-07 01:30',
    ])
  })

  it('goes by its own zone where it has one', () => {
    const eve = { days: [{ kind: 'occasion', occasion: 'christmas-eve' }], zone: 'Asia/Tokyo' }
    expect(firesAfter('2026-12-01T00:00', 1, eve, 'UTC')).toEqual(['2026-12-24 01:00'])
  })

  it.each([
    { ...springFestival, days: [] },
    { ...springFestival, days: [{ kind: 'statutory', holiday: 'christmas' }] },
    { ...springFestival, days: [{ kind: 'monthly', dates: [] }] },
    { ...springFestival, days: [{ kind: 'monthly', dates: [0] }] },
    { ...springFestival, days: [{ kind: 'yearly', month: 4, day: 31 }] },
    { ...springFestival, days: [{ kind: 'lunar-yearly', month: 1, day: 31 }] },
    { ...springFestival, shift: { kind: 'before', days: 366 } },
    { ...springFestival, shift: { kind: 'week' } },
    { ...springFestival, time: '24:00' },
    { ...springFestival, zone: 'CET' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
