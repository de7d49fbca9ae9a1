import { z } from 'zod'
import type { AroundDate, Shift, Yearly } from '../time/anniversary.ts'
import { type FestivalDay, isByWorkdays } from '../time/festivals.ts'
import type { Firing } from './firing.ts'
import { GroupKey, SegmentKey } from './member-sets.ts'
import type { Reference } from './node.ts'

const SegmentKeys = z.array(SegmentKey).max(20).default([])
const GroupKeys = z.array(GroupKey).max(20).default([])

/** Members of any of these segments and groups, but of none of those; an uploaded list is a group. */
export const Chosen = z.strictObject({
  include: SegmentKeys,
  groups: GroupKeys,
  exclude: SegmentKeys,
  excludeGroups: GroupKeys,
})
export type Chosen = z.infer<typeof Chosen>

const FIELDS = [
  ['include', 'segment'],
  ['exclude', 'segment'],
  ['groups', 'group'],
  ['excludeGroups', 'group'],
] as const

/** What must be there for a choice of members. */
export const chosenReferences = (chosen: Chosen): Reference[] =>
  FIELDS.flatMap(([field, kind]) => chosen[field].map((key) => ({ kind, key, field })))

export const choosesNobody = ({ include, groups }: Chosen): boolean => include.length + groups.length === 0

/**
 * When a trigger takes its audience. `each-zone` fires whenever it is the time of day, HH:mm, somewhere on earth; `festival` on days
 * that everybody has, or so many days off them, at a time of day in `zone`, the journey's where absent.
 */
export type Schedule =
  | Firing
  | { readonly kind: 'each-zone'; readonly time: string }
  | {
      readonly kind: 'festival'
      readonly days: readonly FestivalDay[]
      readonly shift: Shift
      readonly time: string
      readonly zone?: string | undefined
    }

/** The zone of a firing's local times; `zone` is the journey's. */
export const zoneOf = (firing: Schedule, zone: string): string => ('zone' in firing && firing.zone) || zone

/** Whether its times depend on which days are worked. */
export function goesByHolidays(firing: Schedule): boolean {
  if (firing.kind === 'festival') return firing.days.some(isByWorkdays)
  return firing.kind === 'recurring' && (firing.rule.every === 'workday' || firing.rule.every === 'month-workday')
}

/** Whom a trigger takes, and when. */
export interface AudienceSpec {
  /** Keys of segments, and of groups. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly groups?: readonly string[]
  readonly excludeGroups?: readonly string[]
  readonly firing: Schedule
  /** `new`: only those that no earlier run took. */
  readonly take: 'everyone' | 'new'
  /** What becomes of a fire that everything was down for. */
  readonly missed: 'run-once' | 'skip'
  /** Of the audience, only those whose own day it is; each once in a year. Then every fire counts, however late. */
  readonly anniversary?: MemberAnniversary
}

/** Whether it is the same members whom it takes again another year. */
export const takesAgain = ({ anniversary, firing, take }: AudienceSpec): boolean =>
  anniversary !== undefined || (firing.kind === 'festival' && take === 'everyone')

/** A day of a member that comes every year. */
export interface MemberAnniversary {
  /** The attribute that holds the date; absent: the day on which it became a member. */
  readonly attribute: string | undefined
  readonly yearly: Yearly
  readonly around: AroundDate
  /** The attribute that holds a member's own zone; absent: all go by the zone of the firing. */
  readonly zoneAttribute: string | undefined
}
