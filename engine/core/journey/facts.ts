import type { Json, JsonObject } from '../json.ts'
import type { EventMatch, EventWindow } from '../rules/rule.ts'
import type { QuietHours } from '../sending/quiet-hours.ts'
import type { Calendar } from '../time/calendar.ts'

/** Windows that depend on where the enrolment stands, beside those of a rule. `entered` means after the triggering event. */
export type FactWindow = { kind: 'entered' | 'previous' | 'arrived' } | EventWindow

/** What a node may ask to know. The list is closed: each kind has one set-based loader in the service that owns it. */
export type FactRequest =
  | { kind: 'attribute'; name: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'points'; account: PointsKind }
  | { kind: 'entry-data' }
  | { kind: 'events'; matches: EventMatch[]; window: FactWindow }
  | { kind: 'arm' }
  /** The arm that newcomers of a test get. */
  | { kind: 'winner' }
  | { kind: 'reach'; channel: Channel; purpose: Purpose }
  /** Which days are worked; the same for every member. */
  | { kind: 'calendar' }
  /** When messages to the member do not go: by these rules, or by those of the workspace. */
  | { kind: 'quiet-hours'; own?: QuietHours }
  /** Whether a segment or group has the member: a segment by its rule now, a `segment-set` as it was computed last. */
  | { kind: 'membership'; of: SetKind; key: string }

export type FactKind = FactRequest['kind']
export type SetKind = 'segment' | 'segment-set' | 'group'
export type PointsKind = 'spendable' | 'growth' | 'yearly'
export const CHANNELS = ['inbox', 'email'] as const
export type Channel = (typeof CHANNELS)[number]
/** Who carries something out: a channel to the member, or a service that is called about the member. */
export type Carrier = Channel | 'service'
export const PURPOSES = ['marketing', 'service', 'transactional'] as const
export type Purpose = (typeof PURPOSES)[number]

/** How many events matched, one count per match of the request, in its order. */
export interface EventCounts {
  counts: number[]
}

/** `zone` is the member's own, where it is known. */
export interface QuietTimes {
  readonly quiet: QuietHours
  readonly zone: string | undefined
  readonly calendar: Calendar
}

/** `computedAt`: of a computed set, epoch milliseconds; null where it never was, and has nobody. */
export interface Membership {
  readonly holds: boolean
  readonly computedAt?: number | null
}

/** `address` is absent where the channel needs none. */
export type Reachability = { reachable: true; address?: string } | { reachable: false; reason: BlockReason }
export type BlockReason =
  | 'member-closed'
  | 'no-consent'
  | 'opted-out'
  | 'no-address'
  | 'bad-address'
  | 'suppressed'
  | 'journey-stopped'
  | 'left-journey'
  | 'missing-variable'

interface FactValues {
  attribute: Json | undefined
  tag: boolean
  points: number
  'entry-data': JsonObject
  events: EventCounts
  arm: string | undefined
  winner: string | undefined
  reach: Reachability
  calendar: Calendar
  'quiet-hours': QuietTimes | undefined
  membership: Membership
}
export type FactValue<R extends FactRequest> = FactValues[R['kind']]
export type FactRequests = Record<string, FactRequest>
export type FactsOf<F extends FactRequests> = { readonly [K in keyof F]: FactValue<F[K]> }
