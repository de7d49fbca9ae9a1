import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { say } from '../say.ts'

const MOST = { minute: 1_051_200, hour: 17_520, day: 730, week: 104, month: 24 } as const
const EXACT_MS = { minute: 60_000, hour: 3_600_000 } as const
const DAYS = { day: 1, week: 7 } as const
const DAY_MS = 86_400_000

export const DurationUnit = z.enum(['minute', 'hour', 'day', 'week', 'month'])

/** Up to two years. Minutes and hours are exact; days, weeks and months keep the local time of day. */
export const Duration = z
  .strictObject({ amount: z.int().min(1), unit: DurationUnit })
  .refine((d) => d.amount <= MOST[d.unit], say('longer than two years: shorten it', '超过两年：请缩短'))
  .register(fieldHints, { hint: { control: 'duration' } })
export type Duration = z.infer<typeof Duration>

const MOST_ANSWERS = 1_000
const answers = new Map<string, { from: number; to: number }>()

/** The instant a duration after `at` (epoch milliseconds), by the calendar of `zone`. */
export const addDuration = (at: number, d: Duration, zone: string): number => shift(at, d.amount, d.unit, zone)

/** The instant a duration before `at`. */
export const subtractDuration = (at: number, d: Duration, zone: string): number => shift(at, -d.amount, d.unit, zone)

function shift(at: number, amount: number, unit: Duration['unit'], zone: string): number {
  if (unit === 'minute' || unit === 'hour') return at + amount * EXACT_MS[unit]
  if (zone === 'UTC' && unit !== 'month') return at + amount * DAYS[unit] * DAY_MS
  // A batch mostly asks the same question again: a calendar answer costs 10 µs.
  const question = `${zone} ${amount} ${unit}`
  const last = answers.get(question)
  if (last?.from === at) return last.to
  const to = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .add({ [`${unit}s`]: amount }).epochMilliseconds
  if (answers.size >= MOST_ANSWERS) answers.clear()
  answers.set(question, { from: at, to })
  return to
}
