import type { Because, NodeTexts } from '../journey/node.ts'
import type { Json, JsonObject } from '../json.ts'
import type { ENROLMENT_STATES } from '../lifecycles/enrolment.ts'
import type { EventMatch, Rule } from '../rules/rule.ts'
import type { Language } from '../say.ts'

/** What explanations are made of: stored facts, and nothing else. Times are epoch milliseconds. */

/** How explanations are written. */
export interface Wording {
  readonly language: Language
  /** An instant as the reader's clock shows it. */
  time(at: number): string
  /** How far it is from now. */
  distance(at: number): string
}

/** A node as its version has it, and what its type says; a type that this program does not know says nothing. */
export interface ExplainedNode {
  readonly name: string
  readonly settings: unknown
  readonly texts: NodeTexts | undefined
}

/** A node that was left. */
export interface LeftNode {
  readonly node: string
  readonly name: string
  readonly outcome: string
  /** The facts behind the decision, where it used some. */
  readonly because?: Because
  /** Until when quiet hours kept it from sending. */
  readonly heldUntil?: number
}

/** Where an enrolment that has not ended stands. */
export interface StandingFacts {
  readonly node: string
  readonly name: string
  readonly since: number
  /** A failed one goes on only by hand. */
  readonly failed: boolean
  readonly wakesAt?: number
  /** By quiet hours, from sending a message. */
  readonly held: boolean
  /** Events that would wake it. */
  readonly listens: readonly EventMatch[]
  /** How far it has come with what it waits for, where its node tells that. */
  readonly soFar?: Because
}

/** A node that the way led past: it is reached from `from` by `needed`, and the member left there by `took`. */
export interface NotReached {
  readonly node: string
  readonly from: string
  readonly needed: readonly string[]
  readonly took: string
}

export interface EnrolmentFacts {
  /** Below 0: a branch that a refund began beside an entry. */
  readonly entry?: number
  /** `state` is the journey's. */
  readonly journey: { readonly state: string }
  readonly state: (typeof ENROLMENT_STATES)[number]
  readonly reason?: string
  readonly enteredAt: number
  readonly endedAt?: number
  /** What began it; null where that is not stored. */
  readonly by:
    | { readonly kind: 'event'; readonly name: string; readonly at: number; readonly properties: JsonObject }
    | { readonly kind: 'run'; readonly at: number }
    | null
  readonly visits: readonly LeftNode[]
  readonly stands?: StandingFacts
  readonly goals: readonly { readonly name: string; readonly at: number; readonly value: number | null }[]
  readonly notReached: readonly NotReached[]
}

/** How a segment of an audience judges the member now; or a group, which somebody is in or not: nothing is unmet. */
export interface AudienceSegment extends Unmet {
  readonly key: string
  readonly name: string
  readonly use: 'include' | 'exclude'
  readonly holds: boolean
}

/** What is asked for and not met. */
export interface Unmet {
  /** The parts that fail. */
  readonly unmet: readonly Rule[]
  /** What is there instead, by names as a trace has them; a value that is missing, or too long to repeat, is absent. */
  readonly found: Readonly<Record<string, Json>>
}

/** When the day of a member comes again that a trigger goes by. */
export interface OwnDayFacts {
  /** The attribute that holds it; null: the day on which it joined. */
  readonly attribute: string | null
  /** YYYY-MM-DD */
  readonly origin: string
  /** The year, of the calendar that it comes again by, that it was last taken for, and when. */
  readonly taken: { readonly year: number; readonly at: number } | null
  /** When it came last without being taken, since the journey is published as it is. */
  readonly passed: number | null
  /** When it comes next; null: not in the years whose days are known. */
  readonly next: number | null
}

/** Why a member is not in a journey. */
export type WhyNotReason =
  /** It is. */
  | { readonly kind: 'inside'; readonly enteredAt: number }
  /** Nobody enters: it was never published, or takes nobody in this state. */
  | { readonly kind: 'not-running'; readonly state: string }
  /** An event came, or a run took the member, and was refused: what was not met then, where that was the reason and is stored. */
  | ({ readonly kind: 'refused'; readonly at: number; readonly reason: string; readonly event: string | null } & Unmet)
  /** It was in, and has left. */
  | { readonly kind: 'left'; readonly enteredAt: number }
  /** It would be in, and is held out for comparison: it is measured only. */
  | { readonly kind: 'held-out'; readonly at: number }
  /** A run took others: how its segments judge the member now. */
  | { readonly kind: 'not-in-audience'; readonly at: number; readonly segments: readonly AudienceSegment[] }
  /** Its audience is taken at `at` for the first time; null where no time is set. */
  | { readonly kind: 'not-yet'; readonly at: number | null }
  /** It has no day for the trigger to go by: nothing stands in the attribute, or something that is no date. */
  | { readonly kind: 'no-day'; readonly attribute: string; readonly unreadable: boolean }
  /** Its day has not come, or came: how the segments of the trigger judge it now. */
  | ({ readonly kind: 'own-day'; readonly segments: readonly AudienceSegment[] } & OwnDayFacts)
  /** None of these events came since the journey is published as it is; `unmet` is what triggers ask of the member beside them. */
  | ({ readonly kind: 'no-event'; readonly asked: readonly EventMatch[]; readonly since: number } & Unmet)
  /** It neither came into nor left a watched segment since then: how these segments judge it now. */
  | {
      readonly kind: 'not-crossed'
      readonly way: 'entered' | 'left'
      readonly since: number
      readonly segments: readonly AudienceSegment[]
    }
  /** The event came, and is not what the trigger asks for; nothing is unmet where it was, and did not let the member in. */
  | ({ readonly kind: 'not-asked'; readonly event: string; readonly at: number } & Unmet)
