import { Temporal } from 'temporal-polyfill'
import type { JsonObject } from '../json.ts'
import { dayOf } from '../rules/dates.ts'
import { type AroundDate, anniversaryIn, MOST_YEARS, shifted, yearOf } from '../time/anniversary.ts'
import { atLocal, dayAfter, localDate, Zone } from '../time/zone.ts'
import { type AudienceSpec, type MemberAnniversary, type Schedule, zoneOf } from './audience.ts'

/** Whose day it may be. */
export interface Celebrant {
  readonly attributes: JsonObject
  /** When it became a member, epoch milliseconds. */
  readonly joinedAt: number
}

/** A day of somebody that comes again. */
export interface OwnDay {
  /** When a trigger takes them for it, epoch milliseconds. */
  readonly at: number
  /** YYYY-MM-DD */
  readonly date: string
  /** Of the calendar that it comes again by. */
  readonly year: number
}

/** What a trigger by anniversaries asks about somebody; `zone` is the journey's. */
export interface AskedDay {
  readonly anniversary: MemberAnniversary
  readonly firing: Schedule
  readonly zone: string
}

/** What a trigger asks about somebody, where it goes by days of their own. */
export const askedDay = ({ anniversary, firing }: AudienceSpec, zone: string): AskedDay | undefined =>
  anniversary && { anniversary, firing, zone }

/** The zone by which somebody's days go. */
function zoneFor({ anniversary, firing, zone }: AskedDay, { attributes }: Celebrant): string {
  const { zoneAttribute } = anniversary
  const own = zoneAttribute === undefined ? undefined : attributes[zoneAttribute]
  return Zone.safeParse(own).data ?? zoneOf(firing, zone)
}

/** The day of somebody that comes again, YYYY-MM-DD; undefined where they have none, or something that is no date. */
export function originFor(asked: AskedDay, who: Celebrant): string | undefined {
  const { attribute } = asked.anniversary
  const zone = zoneFor(asked, who)
  if (attribute === undefined) return localDate(who.joinedAt, zone)
  const said = who.attributes[attribute]
  return typeof said === 'string' ? dayOf(said, zone) : undefined
}

/** The day that goes with a date: the one whose `datesAround` have it. */
function dayAround(date: string, around: AroundDate): string {
  if (around.kind === 'month') return `${date.slice(0, 8)}01`
  if (around.kind === 'week') return dayAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
  return shifted(date, around)
}

/** Years around one in which a day may come that belongs to another: a shift is a year at most. */
const NEAR_YEARS = [-2, -1, 0, 1, 2]

/**
 * The days of somebody about a moment, ascending: the one before it and the one after it are among them, where there are any. It
 * is what the runs of the trigger find by asking backwards (`originsOf`).
 */
export function ownDaysNear(asked: AskedDay, who: Celebrant, at: number): OwnDay[] {
  const { anniversary, firing } = asked
  const origin = originFor(asked, who)
  if (origin === undefined || !('time' in firing)) return []
  const zone = zoneFor(asked, who)
  const { yearly, around } = anniversary
  try {
    const first = yearOf(origin, yearly)
    const now = yearOf(localDate(at, zone), yearly)
    const about = Math.max(now, first + 1)
    const years = NEAR_YEARS.map((off) => about + off).filter((year) => year > first && year <= first + MOST_YEARS)
    return years
      .map((year) => {
        const date = anniversaryIn(year, origin, yearly)
        return { at: atLocal(`${dayAround(date, around)}T${firing.time}`, zone), date, year }
      })
      .sort((a, b) => a.at - b.at)
  } catch (error) {
    // Lunar dates are known from 1900 to 2100.
    if (error instanceof RangeError) return []
    throw error
  }
}
