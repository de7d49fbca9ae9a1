import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Outcome } from './node.ts'
import type { RaisedFact } from './own-events.ts'

/** One visit whose node performs its effect. `enrolment`, `visit` and the effect's kind are its key: it is written once only. */
export interface EffectVisit<B = JsonObject> {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly member: MemberId
  readonly enteredAt: number
  readonly at: number
  /** What `decide` handed over with `perform`. */
  readonly body: B
}

/** Visits of one node of one version, at least one. */
export interface EffectBatch<S = JsonObject, B = JsonObject> {
  readonly journey: JourneyId
  readonly version: VersionId
  /** Index in the plan, and the key that is stable over versions. */
  readonly node: number
  readonly nodeKey: number
  readonly zone: string
  readonly settings: S
  /** The ways out that the node has in this version: one that was compiled before has not all that there are by now. */
  readonly outcomes: readonly string[]
  readonly visits: readonly EffectVisit<B>[]
}

/** An event that an effect raised about a member; the owner of the transaction stores and routes it. */
export interface RaisedEvent extends RaisedFact {
  readonly member: MemberId
  readonly at: number
}

/** `results[i]` says how `visits[i]` goes on. */
export interface EffectAnswer {
  readonly results: readonly Outcome[]
  readonly events: readonly RaisedEvent[]
  /** The journey takes no newcomers from now on; those inside go on. */
  readonly closes?: boolean
}

const DAY_MS = 86_400_000
/** Of the day asked last: members of a batch mostly entered together. */
let last = { day: Number.NaN, month: '' }

/** First day of the UTC month an enrolment began in: the partition key of its traces, messages and effects. */
export function enteredMonth(enteredAt: number): string {
  const day = Math.floor(enteredAt / DAY_MS)
  if (day !== last.day) last = { day, month: `${new Date(enteredAt).toISOString().slice(0, 7)}-01` }
  return last.month
}

/** What a node does to a batch of visits, in a transaction: set-based, and written once for each however often it runs. */
export type Apply<Tx, S = JsonObject, B = JsonObject> = (tx: Tx, batch: EffectBatch<S, B>) => Promise<EffectAnswer>

/** Forgets the types of a node's own settings and body, so that a registry can hold any effect. */
export function defineEffect<Tx, S, B = JsonObject>(apply: Apply<Tx, S, B>): Apply<Tx> {
  return apply as unknown as Apply<Tx> // settings were parsed by the node's schema, and the body is its own `decide`'s
}
