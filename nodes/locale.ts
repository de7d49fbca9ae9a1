import type { Json } from '../engine/core/json.ts'

/** A visit that is over, as its trace has it: what a node says why by. */
export interface ExplainedVisit<S = unknown> {
  readonly outcome: string
  /** The facts that decided; none where none were needed. */
  readonly because: Readonly<Record<string, Json>>
  readonly settings: S
}

/** A visit that waits: how far it has come. */
export type WaitingVisit<S = unknown> = Omit<ExplainedVisit<S>, 'outcome'>

/** What a node says in one language: its name, what it does, and the labels of its settings, outcomes and problems. */
export interface NodeText {
  readonly name: string
  readonly help: string
  /** Labels by path: dotted keys, through lists without a number (`arms.percent`). */
  readonly fields: Readonly<Record<string, string>>
  /** What the choices at a path are called; of a yes or no those of `true` and `false`, where a word says more than a switch. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What will happen, under a field. */
  readonly hints?: Readonly<Record<string, string>>
  /** The same of a choice at a path, while it is the one chosen: it goes before that of the field. */
  readonly choiceHints?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What one thing of a list is called, in lists of things with fields of their own. */
  readonly items?: Readonly<Record<string, string>>
  /** Inside the field of a number. */
  readonly units?: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
  /** Why a member left as it did, in one sentence that says nothing but what settings and stored facts prove. */
  explain(visit: ExplainedVisit): string
  /** How far it has come with what somebody waits for, in one sentence: of a node whose definition tells `soFar`. */
  soFar?(visit: WaitingVisit): string
}

export interface NodeLocale {
  /** The name of an outcome that the settings name themselves, which may be half written. The others have theirs in `outcomes`. */
  outcome?(outcome: string, settings: unknown): string | undefined
  readonly 'zh-CN': NodeText
  readonly en: NodeText
}
