import { LUNAR_YEARS } from './lunar.gen.ts'

/** A day of the Chinese lunar calendar. `year` is the solar year that its first month begins in. */
export interface LunarDate {
  readonly year: number
  /** 1–12; a leap month has the number of the month before it. */
  readonly month: number
  readonly leap: boolean
  readonly day: number
}

interface LunarMonth {
  readonly month: number
  readonly leap: boolean
  readonly days: number
}

const DAY_MS = 86_400_000
const FIRST_YEAR = 1899
const FIRST_DAY = Date.UTC(1899, 1, 10) / DAY_MS
const DATE = /^\d{4}-\d\d-\d\d$/

const monthsByYear: readonly (readonly LunarMonth[])[] = LUNAR_YEARS.map((bits) => {
  const leapMonth = bits >> 16
  return Array.from({ length: leapMonth === 0 ? 12 : 13 }, (_, i) => {
    const isAfterLeap = leapMonth !== 0 && i >= leapMonth
    return {
      month: isAfterLeap ? i : i + 1,
      leap: isAfterLeap && i === leapMonth,
      days: bits & (0x1000 >> i) ? 30 : 29,
    }
  })
})

/** The first day of each lunar year, in days since 1970. */
const newYears: readonly number[] = (() => {
  let day = FIRST_DAY
  return monthsByYear.map((months) => {
    const first = day
    day += months.reduce((sum, { days }) => sum + days, 0)
    return first
  })
})()

const monthsOf = (year: number): readonly LunarMonth[] => monthsByYear[year - FIRST_YEAR] ?? []

/** The lunar day of a date YYYY-MM-DD. Throws a RangeError on dates outside 1900–2100 and on what is no date. */
export function lunarOf(date: string): LunarDate {
  const day = Date.parse(date) / DAY_MS
  const solarYear = Number(date.slice(0, 4))
  if (!DATE.test(date) || solarYear < 1900 || solarYear > 2100 || solarDate(day) !== date)
    throw new RangeError(`no lunar date is known for ${date}`)
  const year = day < (newYears[solarYear - FIRST_YEAR] ?? 0) ? solarYear - 1 : solarYear
  let left = day - (newYears[year - FIRST_YEAR] ?? 0)
  for (const { month, leap, days } of monthsOf(year)) {
    if (left < days) return { year, month, leap, day: left + 1 }
    left -= days
  }
  throw new Error(`the lunar year ${year} is too short`)
}

/** The date YYYY-MM-DD of a lunar day of the lunar years 1899–2100; undefined where there is no such day. */
export function solarOf({ year, month, leap, day }: LunarDate): string | undefined {
  let before = 0
  for (const each of monthsOf(year)) {
    if (each.month === month && each.leap === leap) {
      if (!Number.isInteger(day) || day < 1 || day > each.days) return undefined
      return solarDate((newYears[year - FIRST_YEAR] ?? 0) + before + day - 1)
    }
    before += each.days
  }
  return undefined
}

/** How many days a lunar month has: 29 or 30, and 0 where there is no such month. */
export const lunarMonthDays = (year: number, month: number, leap: boolean): number =>
  monthsOf(year).find((each) => each.month === month && each.leap === leap)?.days ?? 0

/** Of days since 1970; of what is no number, no date. */
function solarDate(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY_MS).toISOString().slice(0, 10) : ''
}
