import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { lunarMonthDays, lunarOf, solarOf } from './lunar.ts'
import { dayAfter } from './zone.ts'

const FIRST_LUNAR_YEAR = 1900

/** How a date comes again every year. */
export const Yearly = z.strictObject({
  calendar: z.enum(['solar', 'lunar']).default('solar'),
  /** In years that have no 29 February. */
  feb29: z
    .enum(['feb-28', 'mar-1'])
    .default('feb-28')
    .register(fieldHints, { hint: { advanced: true } }),
  /** Of a day in a leap month: always the ordinary month, or the leap month in years that have it. */
  leapMonth: z
    .enum(['ordinary', 'leap'])
    .default('ordinary')
    .register(fieldHints, { hint: { advanced: true } }),
})
export type Yearly = Readonly<z.infer<typeof Yearly>>

/** The year of the calendar that a date YYYY-MM-DD lies in. Throws a RangeError on lunar dates outside 1900–2100. */
export const yearOf = (date: string, { calendar }: Yearly): number =>
  calendar === 'lunar' ? lunarOf(date).year : Number(date.slice(0, 4))

/**
 * The date on which `origin` comes again in a year of its calendar. Of a lunar 30th in a month of 29 days it is the 29th.
 * Throws a RangeError on lunar dates outside 1900–2100.
 */
export function anniversaryIn(year: number, origin: string, { calendar, feb29, leapMonth }: Yearly): string {
  if (calendar === 'solar') {
    const day = Temporal.PlainDate.from(origin)
    const again = day.with({ year })
    return (again.day < day.day && feb29 === 'mar-1' ? again.add({ days: 1 }) : again).toString()
  }
  const { month, leap, day } = lunarOf(origin)
  const isLeap = leap && leapMonth === 'leap' && lunarMonthDays(year, month, true) > 0
  const date = solarOf({ year, month, leap: isLeap, day: Math.min(day, lunarMonthDays(year, month, isLeap)) })
  if (date === undefined) throw new RangeError(`the lunar year ${year} is not known`)
  return date
}

/** How many years back the day may lie that comes again. */
export const MOST_YEARS = 150

/**
 * The dates of earlier years that come again on a date: the inverse of `anniversaryIn` for the year that `yearOf` tells. Throws
 * a RangeError on lunar dates outside 1900–2100.
 */
export function originsOf(date: string, yearly: Yearly): string[] {
  if (yearly.calendar === 'solar') return solarOrigins(date, yearly)
  const { year } = lunarOf(date)
  return lunarCandidates(date).filter((origin) => anniversaryIn(year, origin, yearly) === date)
}

function solarOrigins(date: string, { feb29 }: Yearly): string[] {
  const [year, day] = [Number(date.slice(0, 4)), date.slice(5)]
  const standsFor29 = !isLeapYear(year) && day === { 'feb-28': '02-28', 'mar-1': '03-01' }[feb29]
  return Array.from({ length: MOST_YEARS }, (_, back) => year - 1 - back).flatMap((earlier) => [
    ...(day !== '02-29' || isLeapYear(earlier) ? [`${earlier}-${day}`] : []),
    ...(standsFor29 && isLeapYear(earlier) ? [`${earlier}-02-29`] : []),
  ])
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function lunarCandidates(date: string): string[] {
  const { year, month, day } = lunarOf(date)
  const candidates: string[] = []
  for (let earlier = Math.max(year - MOST_YEARS, FIRST_LUNAR_YEAR); earlier < year; earlier++) {
    for (const leap of [false, true]) {
      // A 30th may come again on a 29th.
      for (const each of day === 29 ? [29, 30] : [day]) {
        const origin = solarOf({ year: earlier, month, leap, day: each })
        if (origin !== undefined) candidates.push(origin)
      }
    }
  }
  return candidates
}

/** So many days before or after a day. */
export const Shift = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on') }),
  z.strictObject({ kind: z.literal('before'), days: z.int().min(1).max(365) }),
  z.strictObject({ kind: z.literal('after'), days: z.int().min(1).max(365) }),
])
export type Shift = z.infer<typeof Shift>

/** The date that lies so many days off another. */
export function shifted(date: string, shift: Shift): string {
  if (shift.kind === 'on') return date
  const days = shift.kind === 'before' ? -shift.days : shift.days
  return dayAfter(date, days)
}

/** As far the other way. */
export function opposite(shift: Shift): Shift {
  if (shift.kind === 'on') return shift
  return { kind: shift.kind === 'before' ? 'after' : 'before', days: shift.days }
}

/** Which day goes with a date: so many days before or after it, or the first of its week (a Monday) or of its month. */
export const AroundDate = z.discriminatedUnion('kind', [
  ...Shift.options,
  z.strictObject({ kind: z.literal('week') }),
  z.strictObject({ kind: z.literal('month') }),
])
export type AroundDate = z.infer<typeof AroundDate>

/** The dates that a day goes with: one, those of the week or month that it begins, or none. */
export function datesAround(day: string, around: AroundDate): string[] {
  const date = Temporal.PlainDate.from(day)
  const following = (count: number) => Array.from({ length: count }, (_, n) => date.add({ days: n }).toString())
  switch (around.kind) {
    case 'on':
      return [day]
    case 'before':
      return [dayAfter(day, around.days)]
    case 'after':
      return [dayAfter(day, -around.days)]
    case 'week':
      return date.dayOfWeek === 1 ? following(7) : []
    case 'month':
      return date.day === 1 ? following(date.daysInMonth) : []
  }
}
