import type { EventId, MemberId } from '../core/ids.ts'
import type { Changes } from '../core/journey/own-events.ts'
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
