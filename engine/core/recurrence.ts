import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Firing } from './journey/firing.ts'
import { atLocal } from './time/zone.ts'

type Recurring = Extract<Firing, { kind: 'recurring' }>

/** Where intervals are counted from without a `from`: a Monday and the first of a month, before any clock is wound to. */
const ANCHOR = '1968-01-01'
/** A time that a zone skips is moved on, by a day at most (Apia, 2011): so far before `after` a wall clock may matter. */
const LONGEST_GAP = { days: 1 } as const
/** Occurrences after which a monthly rule has met each of its months in a leap year too. */
const CYCLE = 48
const FREQUENCY = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

/**
 * The first `count` instants strictly after `after` (epoch milliseconds) at which a firing is due, ascending; fewer where it
 * ends. `zone` is the journey's, for firings that name none. A firing of kind `now` has no instant of its own.
 */
export function nextFires(firing: Firing, zone: string, after: number, count: number): number[] {
  if (firing.kind === 'now') return []
  const ownZone = firing.zone ?? zone
  if (firing.kind === 'at') {
    const at = atLocal(firing.local, ownZone)
    return at > after && count > 0 ? [at] : []
  }
  const fires: number[] = []
  for (const local of wallClocks(firing, ownZone, after)) {
    if (fires.length >= count) break
    const at = atLocal(local, ownZone)
    // Two wall clocks meet in one instant where a zone skips a whole day.
    if (at > (fires.at(-1) ?? after)) fires.push(at)
  }
  return fires
}

/**
 * The rule's local times from about `after` on. It is expanded as if in UTC, where no time is skipped or repeated: RFC 5545
 * would drop a run at 02:30 in the night that has no 02:30.
 */
function* wallClocks(firing: Recurring, zone: string, after: number): Generator<string> {
  if (!canEverFire(firing)) return
  const { rule, time, until } = firing
  const floating = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('UTC')
  const [hour, minute] = time.split(':').map(Number)
  const expanded = new RRuleTemporal({
    temporal: Temporal,
    dtstart: floating(`${firing.from ?? ANCHOR}T${time}`),
    freq: FREQUENCY[rule.every],
    interval: rule.interval,
    wkst: 'MO',
    byHour: [hour ?? 0],
    byMinute: [minute ?? 0],
    ...(rule.every === 'week' ? { byDay: rule.weekdays } : {}),
    ...(rule.every === 'month' ? { byMonthDay: rule.days } : {}),
    ...(until ? { until: floating(`${until}T23:59`) } : {}),
  })
  let cursor = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .subtract(LONGEST_GAP)
    .toZonedDateTime('UTC')
  for (;;) {
    const occurrence = expanded.next(cursor)
    if (!occurrence) return
    yield occurrence.toPlainDateTime().toString()
    cursor = occurrence
  }
}

/** False for months that never have the day: day 31 every 12 months from a February. The library would search and throw. */
function canEverFire({ rule, from }: Recurring): boolean {
  if (rule.every !== 'month') return true
  const first = Temporal.PlainYearMonth.from((from ?? ANCHOR).slice(0, 7))
  const shortest = Math.min(...rule.days)
  for (let n = 0; n < CYCLE; n++) {
    if (shortest <= first.add({ months: n * rule.interval }).daysInMonth) return true
  }
  return false
}
