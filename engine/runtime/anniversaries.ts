import type { JourneyId } from '../core/ids.ts'
import { type AudienceSpec, type MemberAnniversary, type Schedule, zoneOf } from '../core/journey/audience.ts'
import { datesAround, originsOf, yearOf } from '../core/time/anniversary.ts'
import { atLocal, localDate, Zone } from '../core/time/zone.ts'
import { numbers, texts } from '../store/literal.ts'
import { anniversariesSql } from '../store/sql/anniversaries.ts'
import type { Tx } from '../store/store.ts'

/** How `member_date` names the day on which somebody became a member. */
const JOINED = ''

/** A day in the past that comes again at a fire, for members of one zone. */
interface DueDay {
  readonly day: string
  /** The year, of the calendar that it comes again by. */
  readonly year: number
  /** What these members' zone attribute holds, '' where nothing; null: whatever it holds. */
  readonly said: string | null
  /** The zone by which an instant is a day. */
  readonly zone: string
}

/** A fire of a trigger; `zone` is the journey's. */
export interface AnniversaryFire {
  readonly anniversary: MemberAnniversary
  readonly firing: Schedule
  readonly zone: string
  readonly occurrence: number
}

/**
 * Those whose day it is at a fire, as what stands after FROM: `member m`, and `x.year`, the year that counts. They are found by
 * the index of their days, whatever the number of members. `next` takes values.
 */
export async function dueMembers(tx: Tx, fire: AnniversaryFire, next: (value: unknown) => string): Promise<string> {
  const { zoneAttribute } = fire.anniversary
  const due = await dueDays(tx, fire)
  const lists = [
    `${next(texts(due.map((each) => each.day)))}::date[]`,
    `${next(numbers(due.map((each) => each.year)))}::int[]`,
    `${next(texts(due.map((each) => each.said)))}::text[]`,
    `${next(texts(due.map((each) => each.zone)))}::text[]`,
  ]
  const ofZone =
    zoneAttribute === undefined ? '' : ` AND coalesce(m.attributes ->> ${next(zoneAttribute)}, '') = x.said`
  return `unnest(${lists.join(', ')}) x(day, year, said, zone) ${joinMembers(fire.anniversary, next)}${ofZone}`
}

/** The members of the days of `x`, by its zone. */
function joinMembers({ attribute }: MemberAnniversary, next: (value: unknown) => string): string {
  const day =
    attribute === undefined
      ? '(m.created_at AT TIME ZONE x.zone)::date'
      : `waymark_day(m.attributes ->> ${next(attribute)}, x.zone)`
  return `JOIN member_date d ON d.attribute = ${next(attribute ?? JOINED)} AND d.day = x.day
    JOIN member m ON m.id = d.member_id AND ${day} = x.day`
}

/**
 * Those whose day it is at one of many fires of a trigger by which all go by one zone, as what stands after FROM: `member m`. Which
 * fire, from 0, `index` says, in SQL.
 */
export function dueOnEach(
  { anniversary, firing, zone }: Omit<AnniversaryFire, 'occurrence'>,
  fires: readonly number[],
  index: string,
  next: (value: unknown) => string,
): string {
  const own = zoneOf(firing, zone)
  const days = fires.map((at) => daysAgain(localDate(at, own), anniversary, null, own).map(({ day }) => day))
  const lists = `(${next(texts(days.map((each) => `{${each.join()}}`)))}::text[])[${index} + 1]::date[]`
  return `(SELECT day, ${next(own)}::text AS zone FROM unnest(${lists}) day) x ${joinMembers(anniversary, next)}`
}

async function dueDays(tx: Tx, { anniversary, firing, zone, occurrence }: AnniversaryFire): Promise<DueDay[]> {
  const own = zoneOf(firing, zone)
  if (firing.kind !== 'each-zone') return daysAgain(localDate(occurrence, own), anniversary, null, own)
  const { attribute = JOINED, zoneAttribute = '' } = anniversary
  const somewhere = new Set(EDGES.map((edge) => localDate(occurrence, edge)))
  const asked = [...somewhere].flatMap((day) => daysAgain(day, anniversary, null, own)).map(({ day }) => day)
  const rows = await tx.sql.query(anniversariesSql.zones, [attribute, texts([...new Set(asked)]), zoneAttribute])
  return rows.flatMap(({ said }) => {
    const theirs = Zone.safeParse(said).data ?? zone
    const day = localDate(occurrence, theirs)
    return atLocal(`${day}T${firing.time}`, theirs) === occurrence ? daysAgain(day, anniversary, said, theirs) : []
  })
}

/** Zones in which, together, every date stands that stands anywhere on earth. */
const EDGES = ['Etc/GMT+12', 'UTC', 'Etc/GMT-14']

function daysAgain(today: string, { around, yearly }: MemberAnniversary, said: string | null, zone: string): DueDay[] {
  return datesAround(today, around).flatMap((date) =>
    originsOf(date, yearly).map((day) => ({ day, year: yearOf(date, yearly), said, zone })),
  )
}

/** Leaves out those whom the trigger has taken in the year, as a condition beside `dueMembers`. */
export const notTakenYet = (journey: JourneyId, nodeKey: number, next: (value: unknown) => string): string =>
  `NOT EXISTS (SELECT FROM anniversary_entry e WHERE e.journey_id = ${next(journey)} AND e.node_key = ${next(nodeKey)}
    AND e.member_id = m.id AND e.year = x.year)`

/** Those who have a day that may come again at all, as a condition on `member m`. */
export const hasDay = ({ attribute = JOINED }: MemberAnniversary, next: (value: unknown) => string): string =>
  `EXISTS (SELECT FROM member_date d WHERE d.member_id = m.id AND d.attribute = ${next(attribute)})`

/** An audience as it would be if all lived in the journey's zone: what is told of many days to come. */
export function inOneZone(audience: AudienceSpec): AudienceSpec {
  const { firing, anniversary } = audience
  if (firing.kind !== 'each-zone' || !anniversary) return audience
  return {
    ...audience,
    firing: { kind: 'recurring', rule: { every: 'day', interval: 1 }, time: firing.time },
    anniversary: { ...anniversary, zoneAttribute: undefined },
  }
}
