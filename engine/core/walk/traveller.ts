import type { EnrolmentId, MemberId } from '../ids.ts'
import type { Because, Stimulus } from '../journey/node.ts'

/** Something that takes an enrolment out from wherever it stands, as of `receivedAt`. */
export interface TakenOut {
  readonly out: 'exit' | 'goal'
  readonly receivedAt: number
  readonly because: Because
}

/** One enrolment taken for a walk: where its token stands and what may wake it. Times are epoch milliseconds. */
export interface Traveller {
  readonly enrolment: EnrolmentId
  readonly member: MemberId
  readonly entryNo: number
  readonly depth: number
  readonly enteredAt: number
  node: number
  step: number
  /** Ordinal of the visit in progress, from 1 at the trigger. */
  visit: number
  arrivedAt: number
  previousAt: number
  /** Infinity: only an event wakes it. */
  dueAt: number
  /** Taken from where it failed: only to be taken out. */
  readonly failed?: boolean
  /** Due because it was moved to a newer version, whose node waits for something else: its own time has not come. */
  again?: boolean
  /** In routing order; consumed by the walk. */
  stimuli: (Stimulus | TakenOut)[]
}

/** Visits completed without waiting in between: one trace row. */
export interface Segment {
  readonly traveller: Traveller
  readonly firstVisit: number
  readonly at: number
  readonly nodes: number[]
  readonly outcomes: number[]
  /** Reasons by position in `nodes`; at the position after the last, why the visit to come is held. */
  readonly because: Record<string, Because>
}

/** Why a member can go no further; said in words by `explain/failures.locale.ts`. */
export type Failure = 'node-threw' | 'parks-in-the-past' | 'visit-budget'

export type Ending =
  | { kind: 'parked' }
  | { kind: 'completed' | 'exited' | 'goal'; at: number }
  | { kind: 'failed'; reason: Failure; detail: string }
