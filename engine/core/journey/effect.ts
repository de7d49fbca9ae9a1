import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Outcome } from './node.ts'

/** One visit whose node performs its effect. `enrolment`, `visit` and the effect's kind are its key: it is written once only. */
export interface EffectRow<S = JsonObject, B = JsonObject> {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly member: MemberId
  readonly journey: JourneyId
  readonly version: VersionId
  /** Index in the plan, and the key that is stable over versions. */
  readonly node: number
  readonly nodeKey: number
  readonly enteredAt: number
  readonly at: number
  readonly zone: string
  readonly settings: S
  readonly body: B
}

/** An event that an effect raised about a member; the owner of the transaction stores and routes it. */
export interface RaisedEvent {
  readonly member: MemberId
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
}

/** `results[i]` says how `rows[i]` goes on. */
export interface EffectAnswer {
  readonly results: readonly Outcome[]
  readonly events: readonly RaisedEvent[]
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
