import { Temporal } from 'temporal-polyfill'

/** Which days people work, where a year's holidays are known. Dates are YYYY-MM-DD. */
export interface Calendar {
  /** Only days that differ from Monday to Friday: holidays, and weekend days worked instead (调休). */
  readonly days: Readonly<Record<string, 'work' | 'off'>>
  /** Years whose holidays are known; in others the weekday alone answers. */
  readonly years: readonly number[]
}

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
