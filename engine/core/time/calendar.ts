import { Temporal } from 'temporal-polyfill'

/** The statutory holidays of China, in the order of a year. */
export const HOLIDAYS = [
  'new-year',
  'spring-festival',
  'qingming',
  'labour-day',
  'dragon-boat',
  'mid-autumn',
  'national-day',
] as const
export type HolidayKey = (typeof HOLIDAYS)[number]

/** Which days people work, where a year's holidays are known. Dates are YYYY-MM-DD. */
export interface Calendar {
  /** Only days that differ from Monday to Friday: holidays, and weekend days worked instead (调休). */
  readonly days: Readonly<Record<string, 'work' | 'off'>>
  /** Years whose holidays are known; in others the weekday alone answers. */
  readonly years: readonly number[]
  /** Which statutory holiday a day off belongs to, and a day that is worked for one; days that are not listed belong to none. */
  readonly holidays?: Readonly<Record<string, HolidayKey>>
}

/** Of which no holiday is known: weekdays alone. */
export const WEEKDAYS_ALONE: Calendar = { days: {}, years: [] }

const SATURDAY = 6

/** Whether people work on a date. Throws a RangeError on what is no date. */
export function isWorkday(date: string, calendar: Calendar): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  const known = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined
  return known === undefined ? dayOfWeek < SATURDAY : known === 'work'
}

/** Whether an answer about a date rests on known holidays, or on the weekday alone. */
export const isKnownYear = (date: string, calendar: Calendar): boolean =>
  calendar.years.includes(Number(date.slice(0, 4)))
