import type { AroundDate, Yearly } from '../time/anniversary.ts'
import type { Firing } from './firing.ts'

/** When a trigger takes its audience. `each-zone` fires whenever it is the time of day, HH:mm, somewhere on earth. */
export type Schedule = Firing | { readonly kind: 'each-zone'; readonly time: string }

/** Whom a trigger takes, and when. */
export interface AudienceSpec {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly firing: Schedule
  /** `new`: only those that no earlier run took. */
  readonly take: 'everyone' | 'new'
  /** What becomes of a fire that everything was down for. */
  readonly missed: 'run-once' | 'skip'
  /** Of the audience, only those whose own day it is; each once in a year. Then every fire counts, however late. */
  readonly anniversary?: MemberAnniversary
}

/** A day of a member that comes every year. */
export interface MemberAnniversary {
  /** The attribute that holds the date; absent: the day on which it became a member. */
  readonly attribute: string | undefined
  readonly yearly: Yearly
  readonly around: AroundDate
  /** The attribute that holds a member's own zone; absent: all go by the zone of the firing. */
  readonly zoneAttribute: string | undefined
}
