import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { goesByHolidays, type Schedule, zoneOf } from './journey/audience.ts'
import type { Firing, Recurrence } from './journey/firing.ts'
import { type Calendar, isKnownYear, isWorkday } from './time/calendar.ts'
import { datesFrom, holidayNamed, observancesOn } from './time/festival-dates.ts'
import { atLocal, dayAfter, localDate } from './time/zone.ts'

type Recurring = Extract<Firing, { kind: 'recurring' }>
type Festive = Extract<Schedule, { kind: 'festival' }>

const NOTHING: ReadonlySet<string> = new Set()

/** Where intervals are counted from without a `from`: a Monday and the first of a month, before any clock is wound to. */
const ANCHOR = '1968-01-01'
/** A time that a zone skips is moved on, by a day at most (Apia, 2011): so far before `after` a wall clock may matter. */
const LONGEST_GAP = { days: 1 } as const
/** Occurrences after which a monthly rule has met each of its months in a leap year too. */
const CYCLE = 48
const HOUR_MINUTES = 60

/**
 * The first `count` instants strictly after `after` (epoch milliseconds) at which a firing is due, ascending; fewer where it
 * ends. `zone` is the journey's, for firings that name none. A firing of kind `now` has no instant of its own. What is for none
 * but holidays that are `taken`, by their names, is left out.
 */
export function nextFires(
  firing: Schedule,
  zone: string,
  after: number,
  count: number,
  calendar: Calendar,
  taken: ReadonlySet<string> = NOTHING,
): number[] {
  if (firing.kind === 'now' || count < 1) return []
  if (firing.kind === 'each-zone') return quarters(firing.time, after, count)
  const ownZone = zoneOf(firing, zone)
  if (firing.kind === 'at') {
    const at = atLocal(firing.local, ownZone)
    return at > after ? [at] : []
  }
  const fires: number[] = []
  const today = localDate(after, ownZone)
  const locals =
    firing.kind === 'festival' ? festive(firing, today, calendar, taken) : wallClocks(firing, today, calendar)
  for (const local of locals) {
    const at = atLocal(local, ownZone)
    // Two wall clocks meet in one instant where a zone skips one of them.
    if (at > (fires.at(-1) ?? after)) fires.push(at)
    if (fires.length >= count) break
  }
  return fires
}

/** Every zone is ahead of UTC by whole quarters of an hour, so this is whenever some clock may show the time. */
const QUARTER_MS = 900_000

function quarters(time: string, after: number, count: number): number[] {
  const past = (Number(time.slice(3)) * 60_000) % QUARTER_MS
  const first = Math.floor((after - past) / QUARTER_MS + 1) * QUARTER_MS + past
  return Array.from({ length: count }, (_, n) => first + n * QUARTER_MS)
}

/** The local times of a firing in their order, beginning a little before a day; from its first one where it counts them. */
function* wallClocks(firing: Recurring, day: string, calendar: Calendar): Generator<string> {
  const { rule, from = ANCHOR, times = Number.POSITIVE_INFINITY, except = [] } = firing
  const start = Number.isFinite(times) ? from : day
  const ofDay = timesOfDay(firing)
  let fired = 0
  for (const date of datesOf(firing, start)) {
    if (!counts(date, rule, calendar)) continue
    for (const time of ofDay) {
      if (fired++ >= times) return
      if (!except.includes(date)) yield `${date}T${time}`
    }
  }
}

/** The local times of a firing by festivals, likewise. */
function* festive(firing: Festive, day: string, calendar: Calendar, taken: ReadonlySet<string>): Generator<string> {
  const isTaken = (date: string) =>
    observancesOn(date, firing, calendar).every((observance) => taken.has(holidayNamed(observance) ?? ''))
  for (const date of datesFrom(firing, dayAfter(day, -LONGEST_GAP.days), calendar))
    if (taken.size === 0 || !isTaken(date)) yield `${date}T${firing.time}`
}

/** The holidays, by their names, that a fire at `at` is for: of those whose date may change. */
export function holidaysAt(firing: Schedule, zone: string, at: number, calendar: Calendar): string[] {
  if (firing.kind !== 'festival') return []
  const observances = observancesOn(localDate(at, zoneOf(firing, zone)), firing, calendar)
  return observances.flatMap((observance) => holidayNamed(observance) ?? [])
}

/** Whether a fire is where it is only for want of holidays that are not known yet. */
export function isGuessed(firing: Schedule, zone: string, at: number, calendar: Calendar): boolean {
  if (!goesByHolidays(firing)) return false
  const date = localDate(at, zoneOf(firing, zone))
  if (firing.kind !== 'festival') return !isKnownYear(date, calendar)
  return observancesOn(date, firing, calendar).every(({ guessed }) => guessed)
}

/** Whether a date is one of those that holidays decide on. */
function counts(date: string, rule: Recurrence, calendar: Calendar): boolean {
  if (rule.every !== 'workday' && rule.every !== 'month-workday') return true
  if (!isWorkday(date, calendar)) return false
  return rule.every === 'workday' || !hasWorkdayBeyond(date, rule.place === 'first' ? -1 : 1, calendar)
}

/** Whether its month has another workday after a date, or before it. */
function hasWorkdayBeyond(date: string, step: 1 | -1, calendar: Calendar): boolean {
  const day = Temporal.PlainDate.from(date)
  for (let other = day.add({ days: step }); other.month === day.month; other = other.add({ days: step }))
    if (isWorkday(other.toString(), calendar)) return true
  return false
}

function timesOfDay({ rule, time }: Recurring): string[] {
  if (rule.every !== 'hour') return [time]
  const minutes = (text: string) => Number(text.slice(0, 2)) * HOUR_MINUTES + Number(text.slice(3))
  const two = (n: number) => String(n).padStart(2, '0')
  const times: string[] = []
  for (let at = minutes(time); at <= minutes(rule.last); at += rule.interval * HOUR_MINUTES)
    times.push(`${two(Math.floor(at / HOUR_MINUTES))}:${two(at % HOUR_MINUTES)}`)
  return times
}

/**
 * The rule's dates, from about `day` on. They are expanded as if in UTC, where no time is skipped or repeated: RFC 5545 would
 * drop a run at 02:30 in the night that has no 02:30.
 */
function* datesOf(firing: Recurring, day: string): Generator<string> {
  if (!canEverFire(firing)) return
  const { rule, from = ANCHOR, until } = firing
  const midnight = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime('UTC')
  const expanded = new RRuleTemporal({
    temporal: Temporal,
    dtstart: midnight(from),
    wkst: 'MO',
    byHour: [0],
    ...partsOf(rule),
    ...(until ? { until: midnight(until) } : {}),
  })
  // The library answers what comes strictly after.
  let cursor = midnight(day).subtract(LONGEST_GAP).subtract({ days: 1 })
  for (;;) {
    const date = expanded.next(cursor)
    if (!date) return
    yield date.toPlainDate().toString()
    cursor = Temporal.ZonedDateTime.from(date.toString())
  }
}

const NTH = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const

interface Parts {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly byDay?: string[]
  readonly byMonthDay?: number[]
  readonly byMonth?: number[]
  readonly byYearDay?: number[]
}

/** A rule as parts of RFC 5545, to the day. */
function partsOf(rule: Recurrence): Parts {
  switch (rule.every) {
    case 'hour':
    case 'workday':
    case 'month-workday':
      return { freq: 'DAILY', interval: 1 }
    case 'day':
      return { freq: 'DAILY', interval: rule.interval }
    case 'week':
      return { freq: 'WEEKLY', interval: rule.interval, byDay: rule.weekdays }
    case 'month':
      return { freq: 'MONTHLY', interval: rule.interval, byMonthDay: rule.days }
    case 'month-weekday':
      return { freq: 'MONTHLY', interval: rule.interval, byDay: [`${NTH[rule.which]}${rule.weekday}`] }
    case 'year':
      return { freq: 'YEARLY', interval: 1, ...dayOfYear(rule) }
  }
}

function dayOfYear({ month, day, leapDay }: Extract<Recurrence, { every: 'year' }>): Omit<Parts, 'freq' | 'interval'> {
  const isLeapDay = month === 2 && day === 29
  if (isLeapDay && leapDay === 'feb-28') return { byMonth: [2], byMonthDay: [-1] }
  // The 60th day is 29 February where there is one, and else 1 March.
  if (isLeapDay && leapDay === 'mar-1') return { byYearDay: [60] }
  return { byMonth: [month], byMonthDay: [day] }
}

/** False for months that never have the day: day 31 every 12 months from a February. The library would search and throw. */
function canEverFire({ rule, from = ANCHOR, until }: Recurring): boolean {
  if (until !== undefined && until < from) return false
  if (rule.every !== 'month') return true
  const first = Temporal.PlainYearMonth.from(from.slice(0, 7))
  const shortest = Math.min(...rule.days)
  for (let n = 0; n < CYCLE; n++) {
    if (shortest <= first.add({ months: n * rule.interval }).daysInMonth) return true
  }
  return false
}
