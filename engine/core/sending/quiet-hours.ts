import { z } from 'zod'
import { TimeOfDay } from '../journey/firing.ts'
import { say } from '../say.ts'
import type { Calendar } from '../time/calendar.ts'
import { DayKind, dateOfHours, unmetBy, Weekdays } from '../time/openings.ts'
import { atLocal, dayAfter, localDate } from '../time/zone.ts'

/** When messages do not go, and what becomes of one that would. */
const fields = {
  /** No message goes in these hours. They may cross midnight. */
  hours: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .refine(({ from, to }) => from !== to, say('from and to are the same time', '开始和结束是同一时刻'))
    .optional(),
  /** Messages go on these days alone; no weekdays mean all seven. */
  weekdays: Weekdays,
  days: DayKind.default('any'),
  /** Wait for the opening, or leave as blocked. */
  meanwhile: z.enum(['hold', 'skip']).default('hold'),
}

export const QuietHours = z.strictObject(fields)
export type QuietHours = Readonly<z.infer<typeof QuietHours>>

/** Of a journey: the workspace's, none, or its own. */
export const QuietHoursOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('own'), ...fields }),
])
export type QuietHoursOf = z.infer<typeof QuietHoursOf>

/** Nobody waits longer for an opening. */
const MOST_MS = 732 * 86_400_000

/**
 * The first instant at or after `at` at which messages go, by the clock of `zone`: `at` itself where they go now. Throws where
 * there is none for two years.
 */
export function opensAt(quiet: QuietHours, at: number, zone: string, calendar: Calendar): number {
  // A batch mostly asks the same question again: a calendar answer costs 50 µs.
  const last = answers.get(quiet)?.get(zone)
  if (last?.at === at && last.calendar === calendar) return last.opens
  const opens = firstOpening(quiet, at, zone, calendar)
  const ofRules = answers.get(quiet) ?? new Map<string, Answer>()
  answers.set(quiet, ofRules.set(zone, { at, calendar, opens }))
  return opens
}

interface Answer {
  readonly at: number
  readonly calendar: Calendar
  readonly opens: number
}
/** The last of each zone. */
const answers = new WeakMap<QuietHours, Map<string, Answer>>()

function firstOpening(quiet: QuietHours, at: number, zone: string, calendar: Calendar): number {
  for (let opens = at; opens - at < MOST_MS; ) {
    const later = quietUntil(quiet, opens, zone) ?? nextDayOf(quiet, opens, zone, calendar)
    if (later === undefined) return opens
    opens = later
  }
  throw new Error('no such day within two years')
}

/** When the quiet hours that an instant lies in are over; undefined outside of them. */
function quietUntil({ hours }: QuietHours, at: number, zone: string): number | undefined {
  if (!hours) return undefined
  const date = dateOfHours(at, { kind: 'between', ...hours }, zone)
  if (date === undefined) return undefined
  return atLocal(`${hours.from < hours.to ? date : dayAfter(date)}T${hours.to}`, zone)
}

/** When the day after begins, where messages do not go on the day of an instant. */
function nextDayOf(quiet: QuietHours, at: number, zone: string, calendar: Calendar): number | undefined {
  const date = localDate(at, zone)
  return unmetBy(date, quiet, calendar) === undefined ? undefined : atLocal(dayAfter(date), zone)
}
