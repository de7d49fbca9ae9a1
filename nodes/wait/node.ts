import { z } from 'zod'
import { fieldHints } from '../../engine/core/field-hint.ts'
import type { FactRequests } from '../../engine/core/journey/facts.ts'
import { TimeOfDay } from '../../engine/core/journey/firing.ts'
import { type Because, defineNode, leave, park } from '../../engine/core/journey/node.ts'
import type { Json } from '../../engine/core/json.ts'
import { dayOf } from '../../engine/core/rules/dates.ts'
import { EventMatch } from '../../engine/core/rules/rule.ts'
import { anniversaryIn, Shift, shifted, Yearly, yearOf } from '../../engine/core/time/anniversary.ts'
import { type Calendar, WEEKDAYS_ALONE } from '../../engine/core/time/calendar.ts'
import { addDuration, Duration } from '../../engine/core/time/duration.ts'
import {
  AllDay,
  Between,
  DayKind,
  dateOfHours,
  isGuess,
  nextOpening,
  unmetBy,
  Weekdays,
} from '../../engine/core/time/openings.ts'
import { atLocal, LocalDateTime, localDate } from '../../engine/core/time/zone.ts'

/** For those who come while it is open already. */
const inside = z.enum(['go-on', 'next']).default('go-on')

/** A date among the attributes of the member, and the moment on or about it. */
const MemberDate = z.strictObject({
  attribute: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .register(fieldHints, { hint: { control: 'attribute' } }),
  shift: Shift.default({ kind: 'on' }),
  time: TimeOfDay.default('10:00'),
})

const Settings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duration'), duration: Duration }),
  z.strictObject({
    kind: z.literal('until'),
    local: LocalDateTime,
    /** For those who arrive after it. */
    pastDue: z.enum(['go-on', 'expired']).default('go-on'),
  }),
  z.strictObject({
    kind: z.literal('next'),
    weekdays: Weekdays,
    days: DayKind.default('any'),
    hours: z
      .discriminatedUnion('kind', [
        AllDay.extend({ inside }),
        z.strictObject({ kind: z.literal('at'), at: TimeOfDay }),
        Between.safeExtend({ inside }),
      ])
      .default({ kind: 'any', inside: 'go-on' }),
  }),
  z.strictObject({ kind: z.literal('event'), events: z.array(EventMatch).min(1).max(10), timeout: Duration }),
  z.strictObject({
    kind: z.literal('date'),
    ...MemberDate.shape,
    pastDue: z.enum(['go-on', 'expired']).default('go-on'),
  }),
  z.strictObject({
    kind: z.literal('anniversary'),
    ...MemberDate.shape,
    pastDue: z.enum(['next-year', 'go-on', 'expired']).default('next-year'),
    ...Yearly.shape,
  }),
])

export type Settings = z.infer<typeof Settings>
type Of<K extends Settings['kind']> = Extract<Settings, { kind: K }>

const WEEKEND: readonly string[] = ['SA', 'SU']

/** When somebody goes on who came at `arrivedAt` to wait for the next of some days and hours. */
function opens(s: Of<'next'>, arrivedAt: number, zone: string, calendar: Calendar): number {
  const { hours } = s
  if (hours.kind === 'at') return nextOpening(arrivedAt, openingTime(s), s, zone, calendar)
  const date = dateOfHours(arrivedAt, hours, zone)
  if (hours.inside === 'go-on' && date !== undefined && !unmetBy(date, s, calendar)) return arrivedAt
  return nextOpening(arrivedAt, openingTime(s), s, zone, calendar)
}

/** The local time at which its days open. */
function openingTime({ hours }: Of<'next'>): string {
  if (hours.kind === 'any') return '00:00'
  return hours.kind === 'at' ? hours.at : hours.from
}

/** The moment that a member's date leads to, or why it leads to none. */
function momentOf(s: Of<'date' | 'anniversary'>, value: Json | undefined, arrivedAt: number, zone: string) {
  if (value === undefined || value === null || value === '') return 'missing'
  const origin = typeof value === 'string' ? dayOf(value, zone) : undefined
  if (origin === undefined) return 'unreadable'
  const at = (date: string) => atLocal(`${shifted(date, s.shift)}T${s.time}`, zone)
  if (s.kind === 'date') return at(origin)
  try {
    const thisYear = yearOf(localDate(arrivedAt, zone), s)
    const first = yearOf(origin, s)
    const inYear = (year: number) => at(anniversaryIn(Math.max(year, first), origin, s))
    if (s.pastDue !== 'next-year') return inYear(thisYear)
    // Days before or after it may lie in another year.
    for (let year = thisYear - 1; ; year++) if (inYear(year) >= arrivedAt) return inYear(year)
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

/** Until a moment: at once where it is over, by `expired` where the settings say so. */
function until(
  moment: number,
  pastDue: Of<'anniversary'>['pastDue'],
  at: number,
  arrivedAt: number,
  because?: Because,
) {
  if (arrivedAt > moment && pastDue === 'expired') return leave('expired', because)
  return at >= moment ? leave('done') : park(moment, 1)
}

const DAY_MS = 86_400_000

const hasDate = (s: Settings): s is Of<'date' | 'anniversary'> => s.kind === 'date' || s.kind === 'anniversary'

export const definition = defineNode({
  type: 'wait',
  version: 1,
  category: 'control',
  settings: Settings,
  defaults: { kind: 'duration', duration: { amount: 1, unit: 'day' } },
  outcomes: (s) => {
    if (s.kind === 'event') return ['event', 'timeout']
    return hasDate(s) || (s.kind === 'until' && s.pastDue === 'expired') ? ['done', 'expired'] : ['done']
  },
  facts: (s): FactRequests => {
    if (hasDate(s)) return { date: { kind: 'attribute', name: s.attribute } }
    return s.kind === 'next' && s.days !== 'any' ? { calendar: { kind: 'calendar' } } : {}
  },
  decide: (s, facts, { at, arrivedAt, zone, stimulus }) => {
    if (hasDate(s)) {
      const moment = momentOf(s, facts.date as Json | undefined, arrivedAt, zone) // an attribute, as it was asked for
      if (typeof moment === 'string') return leave('expired', { date: moment })
      return until(moment, s.pastDue, at, arrivedAt, { date: 'past' })
    }
    if (s.kind === 'until') return until(atLocal(s.local, zone), s.pastDue, at, arrivedAt)
    if (s.kind === 'next') {
      const calendar = s.days === 'any' ? WEEKDAYS_ALONE : (facts.calendar as Calendar) // asked for where it matters
      const opening = opens(s, arrivedAt, zone, calendar)
      if (at < opening) return park(opening, 1)
      return leave('done', isGuess(s, arrivedAt, opening, zone, calendar) ? { calendar: 'unknown-year' } : undefined)
    }
    const deadline = addDuration(arrivedAt, s.kind === 'event' ? s.timeout : s.duration, zone)
    // The event counts by its own time, if it comes before the judgement.
    if (s.kind === 'event' && stimulus && stimulus.at >= arrivedAt && stimulus.at < deadline) {
      return leave('event', { event: stimulus.event })
    }
    if (at < deadline) return park(deadline, 1)
    return leave(s.kind === 'event' ? 'timeout' : 'done')
  },
  listens: (s) => (s.kind === 'event' ? s.events : []),
  check: (s) => {
    if (s.kind !== 'next') return []
    const { weekdays, days, hours } = s
    if (weekdays.length === 0 && days === 'any' && hours.kind === 'any') return [{ code: 'waits-for-nothing' }]
    const isRare = (day: string) => WEEKEND.includes(day) === (days === 'workday')
    return days !== 'any' && weekdays.length > 0 && weekdays.every(isRare)
      ? [{ code: 'rarely', field: 'weekdays', severity: 'warning' }]
      : []
  },
  dates: (s, zone) => (s.kind === 'until' ? [{ field: 'local', at: atLocal(s.local, zone) }] : []),
  opensAt: (s) => {
    if (s.kind === 'next') return (after, zone, calendar) => nextOpening(after, openingTime(s), s, zone, calendar)
    if (s.kind !== 'until') return undefined
    return (after, zone) => {
      const at = atLocal(s.local, zone)
      return at > after ? at : undefined
    }
  },
  tries: (s, { at, zone }) => {
    if (s.kind === 'until') return { moments: [-1, 1].map((days) => atLocal(s.local, zone) + days * DAY_MS) }
    if (!hasDate(s)) return {}
    const field = `member.${s.attribute}`
    const on = (days: number) => ({ field, op: 'on' as const, value: localDate(at + days * DAY_MS, zone) })
    // Ahead, over since long, over since days, and not known.
    return { members: [on(40), on(-400), on(-10), { field, op: 'empty' }] }
  },
  breaksCycle: (s) => {
    if (s.kind === 'next') return s.hours.kind === 'at' || s.hours.inside === 'next'
    return s.kind === 'duration' || s.kind === 'event'
  },
})
