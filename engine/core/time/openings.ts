import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { TimeOfDay, WEEKDAYS } from '../journey/firing.ts'
import { say } from '../say.ts'
import { type Calendar, isKnownYear, isWorkday } from './calendar.ts'
import { atLocal, dayAfter, localDate } from './zone.ts'

export const Weekdays = z.array(z.enum(WEEKDAYS)).max(7).default([])

/** Days by the calendar of holidays: a day off is a weekend or a holiday, but for weekend days that are worked instead. */
export const DayKind = z.enum(['any', 'workday', 'day-off'])

export const AllDay = z.strictObject({ kind: z.literal('any') })
/** May cross midnight: it belongs to the day that it begins on. */
export const Between = z
  .strictObject({ kind: z.literal('between'), from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from !== to, say('from and to are the same time', '开始和结束是同一时刻'))

/** Days that count: those that are all of this. No weekdays mean all seven. Dates are YYYY-MM-DD, both included. */
export interface Days {
  readonly weekdays: readonly (typeof WEEKDAYS)[number][]
  readonly days: z.infer<typeof DayKind>
  readonly dates?: { readonly from: string; readonly to: string } | undefined
}

export type Hours = z.infer<typeof AllDay> | Pick<z.infer<typeof Between>, 'kind' | 'from' | 'to'>

/** What of `days` a date is not; undefined where it counts. */
export function unmetBy(date: string, { weekdays, days, dates }: Days, calendar: Calendar) {
  if (dates && (date < dates.from || date > dates.to)) return 'dates'
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]
  if (weekday && weekdays.length > 0 && !weekdays.includes(weekday)) return 'weekday'
  return days === 'any' || (days === 'workday') === isWorkday(date, calendar) ? undefined : days
}

/** The date whose hours an instant lies in, so that one after midnight may belong to the day before; undefined outside of them. */
export function dateOfHours(at: number, hours: Hours, zone: string): string | undefined {
  const today = localDate(at, zone)
  if (hours.kind === 'any') return today
  const dates = hours.from < hours.to ? [today] : [dayAfter(today, -1), today]
  return dates.find((date) => {
    const closes = hours.from < hours.to ? date : dayAfter(date, 1)
    return at >= atLocal(`${date}T${hours.from}`, zone) && at < atLocal(`${closes}T${hours.to}`, zone)
  })
}

/** How far an opening is looked for: no wait is longer. */
const MOST_DAYS = 732

/** The first instant after `after` at which a day that counts reaches a time of day. Throws where there is none for two years. */
export function nextOpening(after: number, time: string, days: Days, zone: string, calendar: Calendar): number {
  const first = localDate(after, zone)
  for (let n = 0; n <= MOST_DAYS; n++) {
    const date = dayAfter(first, n)
    if (unmetBy(date, days, calendar)) continue
    const at = atLocal(`${date}T${time}`, zone)
    if (at > after) return at
  }
  throw new Error('no such day within two years')
}

/** True where workdays are asked for, and those of some year between two instants are only guessed by their weekday. */
export function isGuess({ days }: Days, from: number, to: number, zone: string, calendar: Calendar): boolean {
  return days !== 'any' && [from, to].some((at) => !isKnownYear(localDate(at, zone), calendar))
}
