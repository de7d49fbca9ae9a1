import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Duration, subtractDuration } from '../time/duration.ts'
import { atLocal, localDate, Zone } from '../time/zone.ts'

/** How far back a count looks: ever, since the day, week (from Monday) or month began in a zone, or the last N units. */
export const CountWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ever') }),
  /** The journey's zone where it names none. */
  z.strictObject({ kind: z.enum(['day', 'week', 'month']), zone: Zone.optional() }),
  z.strictObject({ kind: z.literal('last'), duration: Duration }),
])
export type CountWindow = z.infer<typeof CountWindow>

/** The first instant that counts at `at`, epoch milliseconds. Of a sliding window, what happened its whole length ago is out. */
export function countsFrom(window: CountWindow, at: number, zone: string): number {
  if (window.kind === 'ever') return 0
  if (window.kind === 'last') return subtractDuration(at, window.duration, zone) + 1
  return periodStart(window.kind, at, window.zone ?? zone)
}

/** The local midnight at which the day, week or month of an instant began. */
function periodStart(unit: 'day' | 'week' | 'month', at: number, zone: string): number {
  const day = Temporal.PlainDate.from(localDate(at, zone))
  const back = { day: 0, week: day.dayOfWeek - 1, month: day.day - 1 }[unit]
  return atLocal(day.subtract({ days: back }).toString(), zone)
}

const DAYS_OF = { minute: 1 / 1_440, hour: 1 / 24, day: 1, week: 7, month: 31 }

/** Of what happened more days than this before an instant, nothing counts at it, in any zone; null: all counts for ever. */
export function daysOf(window: CountWindow): number | null {
  if (window.kind === 'ever') return null
  // One day more: clocks go back.
  if (window.kind === 'last') return 1 + Math.ceil(window.duration.amount * DAYS_OF[window.duration.unit])
  return 1 + DAYS_OF[window.kind]
}

/** Tells windows apart: counts of one are nothing to another. */
export function windowKey(window: CountWindow): string {
  if (window.kind === 'ever') return 'ever'
  if (window.kind === 'last') return `last/${window.duration.amount}/${window.duration.unit}`
  return window.zone ? `${window.kind}/${window.zone}` : window.kind
}
