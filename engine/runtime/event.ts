import type { EventId, MemberId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import { type Changes, memberChanged } from '../core/journey/own-events.ts'
import type { JsonObject } from '../core/json.ts'

/** An event on its way in. `at` is its own time, epoch milliseconds; one in the future becomes the time of receipt. */
export interface IncomingEvent {
  readonly member: MemberId
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
  /** The same id within 30 days is accepted again and stored once. */
  readonly messageId?: string
  /** Causal depth: 0 from outside, one deeper than the journey whose effect raised it. */
  readonly depth?: number
  /** Of a member that changed: known while it is routed, and not stored. */
  readonly changes?: Changes
}

export interface StoredEvent extends IncomingEvent {
  readonly id: EventId
  readonly depth: number
}

/** An event that something here raised, to be stored once the transaction has written what it comes of. `depth`: effects it is deep in. */
export interface Raised {
  readonly event: RaisedEvent
  readonly depth: number
}

/** What members tell whose attributes are others since `at`. */
export const changesTold = (changed: readonly { readonly member: MemberId; readonly changes: Changes }[], at: number) =>
  changed.map(({ member, changes }) => ({ member, at, ...memberChanged(changes) }))

/** Of what no journey did. */
export const onSurface = (events: readonly RaisedEvent[]): Raised[] => events.map((event) => ({ event, depth: 0 }))

/** One deeper than what caused them, by member. */
export function oneDeeper(
  events: readonly RaisedEvent[],
  causes: readonly { readonly member: MemberId; readonly depth: number }[],
): Raised[] {
  const depths = new Map(causes.map((cause) => [cause.member, cause.depth]))
  return events.map((event) => ({ event, depth: (depths.get(event.member) ?? 0) + 1 }))
}
