import type { CallRefusal } from '../journey/calling.ts'
import type { PointsKind } from '../journey/facts.ts'
import type { Because } from '../journey/node.ts'
import type { ReentryRefusal } from '../journey/reentry.ts'
import type { Deed } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import type { Person } from './person.ts'

/** What happens to the person, in the order of time; `at` is epoch milliseconds. */
export type Happening =
  | { readonly do: 'post'; readonly at: number; readonly event: string; readonly properties: JsonObject }
  /** A run of an audience trigger takes them in. */
  | { readonly do: 'run'; readonly at: number; readonly node: string }
  /** Nothing but time passes. */
  | { readonly do: 'wait'; readonly at: number }

/** A journey is simulated by it: plain JSON, so that it can be kept and played again. */
export interface Script {
  readonly person: Person
  readonly startsAt: number
  readonly happenings: readonly Happening[]
}

/** What the journey makes of it, one after another. `entry` counts the person's entries from 0, `node` is a node's id. */
export type Told = { readonly at: number } & (
  | { readonly kind: 'event'; readonly name: string; readonly properties: JsonObject; readonly raised: boolean }
  /** No node asked for the event just told of. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'entered'; readonly entry: number; readonly node: string }
  | { readonly kind: 'refused'; readonly node: string; readonly reason: CallRefusal | ReentryRefusal }
  | { readonly kind: 'did'; readonly entry: number; readonly node: string; readonly deed: Deed }
  | {
      readonly kind: 'left'
      readonly entry: number
      readonly node: string
      readonly outcome: string
      readonly because: Because
      /** The node that it led to; null where nothing follows. */
      readonly to: string | null
    }
  /** `until` is null where time alone wakes nobody; `events` would. */
  | {
      readonly kind: 'waits'
      readonly entry: number
      readonly node: string
      readonly until: number | null
      readonly events: readonly string[]
      /** By quiet hours, from sending a message. */
      readonly held: boolean
    }
  /** Taken out from where it stood, by something that no node waited for. */
  | {
      readonly kind: 'out'
      readonly entry: number
      readonly node: string
      readonly way: 'exit' | 'goal'
      readonly because: Because
    }
  /** A refund took points back that were given at the node; `missed` were not there. `to`: where the branch begins beside the entry. */
  | {
      readonly kind: 'reversed'
      readonly entry: number
      readonly node: string
      readonly account: PointsKind
      readonly points: number
      readonly missed: number
      readonly order: string
      readonly to: string | null
    }
  /** A refund begins the branch drawn for it, as an entry of its own beside entry `parent`. */
  | { readonly kind: 'branched'; readonly entry: number; readonly parent: number; readonly node: string }
  | { readonly kind: 'goal'; readonly entry: number; readonly name: string; readonly value: number | null }
  /** It would be measured only: the journey holds it out. */
  | { readonly kind: 'held-out'; readonly node: string }
  | { readonly kind: 'completed'; readonly entry: number }
  | {
      readonly kind: 'failed'
      readonly entry: number
      readonly node: string
      readonly reason: string
      readonly detail: string
    }
)

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** What is told, without its moment. */
export type Timeless = DistributiveOmit<Told, 'at'>

/** A script played to its end. */
export interface Course {
  readonly story: readonly Told[]
  readonly now: number
  readonly person: Person
  /** When time alone moves somebody next, epoch milliseconds; null: never. */
  readonly nextAt: number | null
}
