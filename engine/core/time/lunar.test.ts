import fc from 'fast-check'
import { LunarDay, LunarYear, SolarDay } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { type LunarDate, lunarMonthDays, lunarOf, solarOf } from './lunar.ts'

const DAY_MS = 86_400_000
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
const [FIRST, LAST] = [Date.UTC(1900, 0, 1) / DAY_MS, Date.UTC(2100, 11, 31) / DAY_MS]

function lunarOfTyme(date: string): LunarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay()
  return {
    ...{ year: lunar.getYear(), month: Math.abs(lunar.getMonth()) },
    ...{ leap: lunar.getMonth() < 0, day: lunar.getDay() },
  }
}

describe('a lunar date', () => {
  // The days that libraries get wrong.
  it.each([
    ['2025-07-25', 2025, 6, true, 1],
    ['2026-02-16', 2025, 12, false, 29],
    ['2026-02-17', 2026, 1, false, 1],
    ['2027-02-06', 2027, 1, false, 1],
    ['2028-01-26', 2028, 1, false, 1],
    ['2030-02-02', 2029, 12, false, 30],
    ['2030-02-03', 2030, 1, false, 1],
    ['2033-12-22', 2033, 11, true, 1],
    ['2034-02-19', 2034, 1, false, 1],
    ['1900-01-01', 1899, 12, false, 1],
    ['2100-12-31', 2100, 12, false, 1],
  ])('%s is %d-%d (leap: %s) %d', (date, year, month, leap, day) => {
    expect(lunarOf(date)).toEqual({ year, month, leap, day })
    expect(solarOf({ year, month, leap, day })).toBe(date)
  })

  it('is what tyme4ts says, of every 29th day from 1900 to 2100 and of days at random', () => {
    for (let day = FIRST; day <= LAST; day += 29) expect(lunarOf(dateOf(day))).toEqual(lunarOfTyme(dateOf(day)))
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        const date = dateOf(day)
        expect(lunarOf(date)).toEqual(lunarOfTyme(date))
        expect(solarOf(lunarOf(date))).toBe(date)
      }),
      { numRuns: 2_000 },
    )
  })

  it('has months as long as tyme4ts says, and no others', () => {
    for (let year = 1899; year <= 2100; year++) {
      const leap = LunarYear.fromYear(year).getLeapMonth()
      for (const month of LunarYear.fromYear(year).getMonths())
        expect(lunarMonthDays(year, month.getMonth(), month.isLeap())).toBe(month.getDayCount())
      for (let month = 1; month <= 12; month++) if (month !== leap) expect(lunarMonthDays(year, month, true)).toBe(0)
    }
    expect([lunarMonthDays(1898, 1, false), lunarMonthDays(2101, 1, false), lunarMonthDays(2026, 13, false)]).toEqual([
      0, 0, 0,
    ])
  })

  it('of the first known year begins where tyme4ts begins it', () => {
    const first = LunarDay.fromYmd(1899, 1, 1).getSolarDay()
    expect([first.getYear(), first.getMonth(), first.getDay()]).toEqual([1899, 2, 10])
    expect(solarOf({ year: 1899, month: 1, leap: false, day: 1 })).toBe('1899-02-10')
  })

  it.each([
    { year: 2025, month: 12, leap: false, day: 30 },
    { year: 2026, month: 6, leap: true, day: 1 },
    { year: 2026, month: 0, leap: false, day: 1 },
    { year: 2026, month: 1, leap: false, day: 0 },
    { year: 2026, month: 1, leap: false, day: 1.5 },
    { year: 2101, month: 1, leap: false, day: 1 },
  ])('that is not in the calendar has no date: %j', (lunar) => expect(solarOf(lunar)).toBeUndefined())

  it.each(['1899-12-31', '2101-01-01', '2026-02-30', '2026-13-45', '2026-2-3', 'soon', ''])(
    'of "%s" is refused',
    (date) => expect(() => lunarOf(date)).toThrow(RangeError),
  )
})
