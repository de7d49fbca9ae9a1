import type { Json } from '../engine/core/json.ts'

/** A visit that is over, as its trace has it: what a node says why by. */
export interface ExplainedVisit<S = unknown> {
  readonly outcome: string
  /** The facts that decided; none where none were needed. */
  readonly because: Readonly<Record<string, Json>>
  readonly settings: S
}

/** What a node says in one language: its name, what it does, and the labels of its settings, outcomes and problems. */
export interface NodeText {
  readonly name: string
  readonly help: string
  readonly fields: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
  /** Why a member left as it did, in one sentence that says nothing but what settings and stored facts prove. */
  explain(visit: ExplainedVisit): string
}

export interface NodeLocale {
  readonly 'zh-CN': NodeText
  readonly en: NodeText
}
