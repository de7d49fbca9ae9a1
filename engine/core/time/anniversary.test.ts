import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anniversaryIn, datesAround, originsOf, Yearly, yearOf } from './anniversary.ts'

const yearly = (more: object = {}) => Yearly.parse(more)
const lunar = yearly({ calendar: 'lunar' })
const leap = yearly({ calendar: 'lunar', leapMonth: 'leap' })

describe('a date comes again', () => {
  it.each([
    ['an ordinary day', '1990-05-08', {}, 2026, '2026-05-08'],
    ['29 February in a leap year', '1996-02-29', {}, 2028, '2028-02-29'],
    ['29 February in another, as set', '1996-02-29', {}, 2026, '2026-02-28'],
    ['29 February in another, on 1 March', '1996-02-29', { feb29: 'mar-1' }, 2026, '2026-03-01'],
    ['29 February in 2100, which is no leap year', '2000-02-29', { feb29: 'mar-1' }, 2100, '2100-03-01'],
    ['28 February, which never moves', '1997-02-28', { feb29: 'mar-1' }, 2028, '2028-02-28'],
    ['the lunar new year', '1990-01-27', lunar, 2026, '2026-02-17'],
    ['the mid-autumn day', '1985-09-29', lunar, 2026, '2026-09-25'],
    ['a lunar day in the January after its year', '1995-01-20', lunar, 2026, '2027-01-27'],
    ['a lunar 30th in a month of 30 days', '2023-01-21', lunar, 2029, '2030-02-02'],
    ['a lunar 30th in a month of 29 days', '2023-01-21', lunar, 2025, '2026-02-16'],
    ['a day of a leap month, in the ordinary one', '2020-05-23', lunar, 2026, '2026-05-17'],
    ['a day of a leap month, in a year without it', '2020-05-23', leap, 2026, '2026-05-17'],
    ['a day of a leap month, in a year that has it', '2017-07-23', leap, 2025, '2025-07-25'],
    ['a day of a leap month, not in the leap month unless told', '2017-07-23', lunar, 2025, '2025-06-25'],
    ['a day of an ordinary month in a year with the leap month', '2004-07-17', leap, 2025, '2025-06-25'],
  ])('%s', (_, origin, how, year, date) => {
    expect(anniversaryIn(year, origin, yearly(how))).toBe(date)
    expect([yearOf(date, yearly(how)), originsOf(date, yearly(how))]).toEqual([year, expect.arrayContaining([origin])])
  })

  it('on no date of a year but one, and is found from it', () => {
    const kinds = fc.constantFrom(yearly(), yearly({ feb29: 'mar-1' }), lunar, leap)
    const dates = fc
      .date({ min: new Date('1901-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const hard = fc.constantFrom('1996-02-29', '2023-01-21', '2017-07-23', '2020-05-23', '1984-11-23', '2000-02-04')
    fc.assert(
      fc.property(fc.oneof(dates, hard), kinds, fc.integer({ min: 2025, max: 2050 }), (origin, how, year) => {
        const date = anniversaryIn(year, origin, how)
        expect(originsOf(date, how)).toContain(origin)
        for (const other of originsOf(date, how)) expect(anniversaryIn(year, other, how)).toBe(date)
      }),
      { numRuns: 300 },
    )
  })

  it('for everybody born on some day, once in each year', () => {
    const year = 2025
    const days = (from: string, count: number) =>
      Array.from({ length: count }, (_, n) => new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10))
    const met = (how: Yearly, from: string, count: number) =>
      days(from, count).flatMap((date) => originsOf(date, how).filter((origin) => origin.startsWith('1996')))
    expect(met(yearly(), `${year}-01-01`, 365).sort()).toEqual(days('1996-01-01', 366))
    // The lunar year 2025 has a leap month: 384 days.
    expect(met(lunar, '2025-01-29', 384).sort()).toEqual(days('1996-01-01', 366))
  })

  it('never in the year in which it first was', () =>
    expect(originsOf('2026-05-08', yearly())).not.toContain('2026-05-08'))
})

describe('the day that goes with a date', () => {
  it.each([
    ['2026-05-08', { kind: 'on' }, ['2026-05-08']],
    ['2026-12-28', { kind: 'before', days: 7 }, ['2027-01-04']],
    ['2026-01-02', { kind: 'after', days: 3 }, ['2025-12-30']],
    ['2026-05-05', { kind: 'week' }, []],
    ['2026-05-02', { kind: 'month' }, []],
  ] as const)('%s, %j', (day, around, dates) => expect(datesAround(day, around)).toEqual(dates))

  it('is the first of a week or a month for all of its days', () => {
    expect(datesAround('2026-12-28', { kind: 'week' })).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
    expect(datesAround('2028-02-01', { kind: 'month' })).toHaveLength(29)
  })
})
