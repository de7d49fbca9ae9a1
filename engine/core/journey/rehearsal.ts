import type { BudgetKind } from '../budgets/budgets.ts'
import type { Counter } from '../controls/counter.ts'
import type { Json, JsonObject } from '../json.ts'
import type { BlockReason, Channel, PointsKind } from './facts.ts'
import type { Outcome } from './node.ts'
import type { Order } from './refunds.ts'

/** What an effect does to a member, as far as a journey can see it later. Times are epoch milliseconds. */
export type Deed =
  | { readonly do: 'message'; readonly channel: Channel; readonly title: string; readonly text: string }
  /** `order`: refunds of it take the points back. */
  | { readonly do: 'points'; readonly account: PointsKind; readonly amount: number; readonly order?: Order }
  | {
      readonly do: 'tags'
      readonly add: readonly string[]
      readonly remove: readonly string[] | 'all-others'
      readonly expiresAt?: number
    }
  /** Calls a service, `path` below its address. */
  | { readonly do: 'call'; readonly service: string; readonly path: string }
  /** Tells the team, beside the member. */
  | { readonly do: 'notice'; readonly text: string }
  | { readonly do: 'groups'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly do: 'arm'; readonly arm: string }
  /** Took a place in a counter, or a slot of a gate, at `at`. */
  | { readonly do: 'count'; readonly counter: Counter; readonly at: number }
  /** Took an amount from a budget of the journey: points, messages, or money in the main unit of its currency. */
  | { readonly do: 'spend'; readonly of: BudgetKind; readonly amount: number }
  /** Gives an attribute a value, null takes it away; or adds to a number, 0 where there is none. */
  | { readonly do: 'attribute'; readonly name: string; readonly value: Json }
  | { readonly do: 'attribute'; readonly name: string; readonly add: number }

/** How a message ends: it arrives, the channel fails, or it is not sent at all. */
export type Delivery = 'arrives' | 'fails' | BlockReason

/** What a service outside answers to the call of a node: the outcome that it leads to, and the fields that are taken of it. */
export interface Reply {
  readonly outcome: string
  readonly values: JsonObject
}

export interface RehearsedVisit {
  readonly at: number
  readonly zone: string
  /** Whether the channel takes a message that is sent now. */
  arrives(channel: Channel): boolean
  /** Whether refunds that came before leave nothing of an order. */
  isRefunded(order: Order): boolean
  /** When this person took places in a counter before, in that order. */
  counted(counter: Counter): readonly number[]
  /** How many places of a counter others hold, at any time. */
  taken(counter: Counter): number
  /** What the service answers that the node calls. Absent: nobody said, it takes the call and answers nothing. */
  readonly reply?: Reply | undefined
}

/** An effect without its services: how the visit goes on, and what they would have done. */
export interface Rehearsal {
  readonly goes: Outcome
  readonly deeds?: readonly Deed[]
  /** Names of events that it raises at once, beside those that its deeds raise by themselves. */
  readonly raises?: readonly string[]
  /** What becomes of the properties of the event that began the journey: first those of `fields` go, then `values` come. */
  readonly data?: { readonly fields: readonly string[]; readonly values: JsonObject }
}
