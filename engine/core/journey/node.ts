import type { z } from 'zod'
import type { BudgetKind } from '../budgets/budgets.ts'
import type { CountWindow } from '../controls/count-window.ts'
import type { Counter } from '../controls/counter.ts'
import type { EventId, MemberId } from '../ids.ts'
import type { Json, JsonObject } from '../json.ts'
import type { EventMatch, Rule } from '../rules/rule.ts'
import type { Language } from '../say.ts'
import type { Sends } from '../sending/gate.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Duration } from '../time/duration.ts'
import type { AudienceSpec } from './audience.ts'
import type { FactRequests, FactsOf, SetKind } from './facts.ts'
import type { Rehearsal, RehearsedVisit } from './rehearsal.ts'
import type { AnswerField } from './service-answer.ts'
import type { TrialSpec } from './trial.ts'

export type Category = 'trigger' | 'condition' | 'control' | 'message' | 'reward' | 'member'

/** Why a visit went as it did: ids, codes and numbers only, kept in the trace. */
export type Because = JsonObject

export type Decision =
  | { do: 'leave'; outcome: string; because?: Because }
  /** Stays until the instant (null: until an event it listens for) and comes back with `ctx.step = step`, 1 where absent. */
  | { do: 'park'; until: number | null; step?: number }
  /** Hands `body` to the node's effect, which decides how to go on. */
  | { do: 'perform'; body: JsonObject }

export type Outcome = Exclude<Decision, { do: 'perform' }>

export const leave = (outcome: string, because?: Because): Outcome =>
  because ? { do: 'leave', outcome, because } : { do: 'leave', outcome }
export const park = (until: number | null, step = 1): Outcome => ({ do: 'park', until, step })
export const perform = (body: JsonObject): Decision => ({ do: 'perform', body })

/** An event that may wake a waiting enrolment. `at` is its own time, `receivedAt` when Waymark took it. */
export interface Stimulus {
  readonly event: EventId
  readonly name: string
  readonly at: number
  readonly receivedAt: number
  readonly properties: JsonObject
}

/** Where a decision is taken. All times are epoch milliseconds. */
export interface VisitContext {
  /** The moment the visit is judged at: never later than the clock, and the same at every shard size. */
  readonly at: number
  readonly arrivedAt: number
  /** Arrival at the node before this one (at the trigger: `enteredAt`). */
  readonly previousAt: number
  readonly enteredAt: number
  /** 0 on arrival; on return what `park` named. */
  readonly step: number
  /** True where the visit was woken by its time, false on arrival and when woken by a stimulus. */
  readonly due: boolean
  /** Outcomes that have an edge. */
  readonly drawn: ReadonlySet<string>
  /** The event that woke the visit: at most one. */
  readonly stimulus: Stimulus | undefined
  readonly zone: string
  readonly member: MemberId
  /** What chance is made sticky by: the same for a member at this node of this journey in every version. */
  readonly chanceKey: string
}

/** A change of an attribute; where a value is not given, any will do. */
export interface ChangeSpec {
  readonly attribute: string
  readonly from?: string
  readonly to?: string
}

export interface TriggerSpec {
  events?: {
    matches: EventMatch[]
    member?: Rule
    dedupe?: string
    tolerance?: Duration
    /** Only where this attribute of the member became another, from and to these values, as texts. */
    changed?: ChangeSpec
  }
  audience?: AudienceSpec
  /** Keys of segments whose crossings are to be raised while the journey takes newcomers. */
  watches?: readonly string[]
}

/** What a node needs to exist in the workspace; of a journey, to take calls. */
export interface Reference {
  readonly kind: SetKind | 'account' | 'journey' | 'person'
  readonly key: string
  readonly field: string
}

/** A fault in settings that zod cannot see. `code` has its text in the node's locale, where `{name}` is the parameter `name`. */
export interface SettingsProblem {
  readonly code: string
  readonly field?: string
  readonly severity?: 'error' | 'warning'
  readonly params?: Record<string, Json>
}

/** What the core says with of a node: the part of its locale that is not about its form. */
export interface NodeTexts extends Readonly<Record<Language, NodeSentences>> {
  /** The name of an outcome that the settings name themselves, which may be half written; the others have theirs in `outcomes`. */
  outcome?(outcome: string, settings: unknown): string | undefined
}

interface NodeSentences {
  /** Of the problems that its `check` finds, by code. */
  readonly problems: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  /** Why a member left as it did, in one sentence. */
  explain(visit: { readonly outcome: string; readonly because: Because; readonly settings: unknown }): string
  /** How far it has come with what somebody waits for, in one sentence: of a node that tells `soFar`. */
  soFar?(waiting: { readonly because: Because; readonly settings: unknown }): string
}

/** What a visit that performs takes from a budget of its journey, as `decide` handed it over. Messages take theirs by `sends`. */
export interface Spends {
  readonly of: Exclude<BudgetKind, 'messages' | 'money'>
  /** A whole number, 0 and more. */
  amount(body: JsonObject): number
}

/** What a search for test cases tries, so that members leave a node by each of its outcomes. It plays whatever it tries. */
export interface Tries {
  /** Rules that whoever comes should meet, one at a time. */
  readonly members?: readonly Rule[]
  /** Moments to come at, epoch milliseconds. */
  readonly moments?: readonly number[]
  /** Events that should happen while somebody is inside: each of the lists, one event after another. */
  readonly happens?: readonly (readonly EventMatch[])[]
  /** Counters of which others should hold so many places, one at a time. */
  readonly taken?: readonly { readonly counter: Counter; readonly places: number }[]
}

/** A field of an answer, by the property that it becomes. */
export type ReplyField = Pick<AnswerField, 'as' | 'type'>

export interface NodeDefinition<S = unknown, F extends FactRequests = FactRequests> {
  readonly type: string
  readonly version: number
  readonly category: Category
  readonly settings: z.ZodType<S>
  /** A complete, valid example: what a newly dropped node starts from. */
  readonly defaults: S
  /** Named exits, the main one first. */
  outcomes(settings: S): string[]
  facts(settings: S): F
  decide(settings: S, facts: FactsOf<F>, ctx: VisitContext): Decision
  /** A message that the node's effect sends where `decide` answers `perform` at step 0; it has an outcome `blocked`. */
  sends?(settings: S): Sends
  /**
   * What its visits take from a budget, where `decide` answers `perform` at step 0: it has an outcome `over-budget`, and whoever
   * leaves by another than the main one got nothing and takes nothing.
   */
  spends?(settings: S): Spends | undefined
  /** Events that may wake a parked visit. */
  listens?(settings: S): EventMatch[]
  /** How far it has come with what a parked visit waits for, as a trace would have it. */
  soFar?(settings: S, facts: FactsOf<F>): Because
  /** `journey`: the key of the journey that it stands in. */
  trigger?(settings: S, journey: string): TriggerSpec
  references?(settings: S): Reference[]
  check?(settings: S): SettingsProblem[]
  /** Put there by `registryOf`. */
  readonly texts?: NodeTexts
  /** What its arms are compared by, where it tests them against each other. */
  trial?(settings: S): TrialSpec | undefined
  /** Where its effect counts members, and how far back. */
  counts?(settings: S): { readonly counter: Counter; readonly window: CountWindow }
  /** True where passing the node always takes time or is bounded, so that a cycle may lead through it; or the outcomes by which it does. */
  breaksCycle?(settings: S): boolean | readonly string[]
  /** What a parked visit waits for was given to it: it keeps its time in a newer version, whatever the settings are there. */
  readonly keepsTime?: boolean
  /** True where members who come here are meant to leave: a journey without such a node is odd. */
  readonly ends?: boolean
  /** A reward that refunds can take back: once its settings name the order behind it, and not before, it has the outcome `reversed`. */
  readonly reversible?: boolean
  /**
   * Where days and hours alone let people go on who wait here: tells the first instant after another at which they do,
   * undefined where there is none any more. What it answers throws where none is found within reach.
   */
  opensAt?(settings: S): ((after: number, zone: string, calendar: Calendar) => number | undefined) | undefined
  /** Fixed instants that settings name, epoch milliseconds: past ones are odd in a journey that is published now. */
  dates?(settings: S, zone: string): { readonly field: string; readonly at: number }[]
  /** What the node's effect does, told without doing it: there where `decide` may answer `perform`. `body` is what it handed over. */
  rehearse?(settings: S, body: JsonObject, visit: RehearsedVisit): Rehearsal
  /** Where it calls a service outside, the fields that it takes of the answer: whoever rehearses chooses what that is. */
  replies?(settings: S): readonly ReplyField[]
  /** Beside the events it listens for, the channels it sends by and the arms it draws, which the search knows. `start` is when the journey begins. */
  tries?(settings: S, start: { readonly at: number; readonly zone: string }): Tries
  /** Up-steps of settings saved by an older version: `{ 1: (v1) => v2 }`. */
  readonly migrate?: Readonly<Record<number, (old: JsonObject) => JsonObject>>
}

/** Checks the pieces against each other and forgets their types, so that registries can hold any node. */
export function defineNode<S, F extends FactRequests>(definition: NodeDefinition<S, F>): NodeDefinition {
  return definition as unknown as NodeDefinition // settings and facts are parsed and loaded by this same definition before they reach it
}

export type Registry = ReadonlyMap<string, NodeDefinition>

/** Lists node definitions by type, with what their locales say. Throws on a type listed twice. */
export function registryOf(
  definitions: readonly NodeDefinition[],
  locales: ReadonlyMap<string, NodeTexts> = new Map(),
): Registry {
  const registry = new Map(
    definitions.map((d) => {
      const texts = locales.get(d.type)
      return [d.type, texts ? { ...d, texts } : d]
    }),
  )
  if (registry.size !== definitions.length) throw new Error('a node type is registered twice')
  return registry
}
