import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { lunarMonthDays, lunarOf, solarOf } from './lunar.ts'

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
  return Temporal.PlainDate.from(date).add({ days }).toString()
}
