import type { LucideIcon } from 'lucide-react'
import type { EventMatch, Rule } from '../engine/core/rules/rule.ts'
import type { Duration } from '../engine/core/time/duration.ts'

/** What a view builds its sentences with, in the reader's language. */
export interface Words {
  /** The one of two texts that the reader understands. */
  say(zh: string, en: string): string
  number(value: number): string
  duration(duration: Duration): string
  rule(rule: Rule): string
  /** Names of events, with their filters. */
  events(matches: readonly EventMatch[]): string
  /** A text with variables: the fallback, or the name, in place of each. */
  template(text: string): string
  list(items: readonly string[]): string
  /** A local date and time, `YYYY-MM-DDTHH:mm`. */
  moment(local: string): string
}

/** How a node looks on the canvas. Settings are those its definition accepted. */
export interface NodeView<S = unknown> {
  readonly icon: LucideIcon
  /** Its settings in one line. */
  summary(settings: S, words: Words): string
  /** True where nothing follows: no way out is drawn. */
  readonly ends?: boolean
}

/** Forgets the type of the settings, so that a registry can hold any view. */
export function defineView<S>(view: NodeView<S>): NodeView {
  return view as unknown as NodeView // settings are parsed by the node's own definition before they reach it
}
