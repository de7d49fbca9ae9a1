import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import { evaluate, type Moment, matchesEvent } from '../rules/evaluate.ts'
import { ruleFacts } from '../rules/facts.ts'
import { EventMatch, leavesOf, Rule } from '../rules/rule.ts'
import { say } from '../say.ts'
import type { FactRequests } from './facts.ts'
import type { Stimulus } from './node.ts'

/** Waymark's own event: no channel may bring the member marketing any more, and the member said so. */
export const UNSUBSCRIBED = 'unsubscribed'

/** What takes a member out of the journey, wherever it stands. */
export const ExitRules = z.strictObject({
  /** From all channels. */
  unsubscribed: z.boolean().default(true),
  events: z.array(EventMatch).max(20).default([]),
  /** Holds of the member: judged whenever something of the member changes, and at every visit. */
  member: Rule.refine(
    (rule) => leavesOf(rule).length > 0,
    say('without a condition everybody would leave at once: add one', '没有条件时所有人会立刻退出，请添加条件'),
  )
    .register(fieldHints, { hint: { control: 'rule' } })
    .optional(),
})
export type ExitRules = z.infer<typeof ExitRules>

/** Names of events that may take members out. */
export const exitEvents = ({ unsubscribed, events }: ExitRules): string[] => [
  ...events.map((match) => match.event),
  ...(unsubscribed ? [UNSUBSCRIBED] : []),
]

/** Whether an event takes members out. */
export const exitsBy = (
  { unsubscribed, events }: ExitRules,
  { name, at, properties }: Pick<Stimulus, 'name' | 'at' | 'properties'>,
  zone: string,
): boolean =>
  (unsubscribed && name === UNSUBSCRIBED) ||
  events.some((match) => match.event === name && matchesEvent(match.filter, properties, { at, zone }))

/** The rule over members, ready to be judged beside what nodes ask. */
export interface ExitRule {
  /** Under names that no node's facts have. */
  readonly requests: FactRequests
  /** Events that it asks about: only they can make it hold without a change of the member. */
  readonly events: ReadonlySet<string>
  holds(facts: Readonly<Record<string, unknown>>, moment: Moment): boolean
}

/** What a trace keeps of why the rule took somebody out. */
export const BY_RULE = { rule: true } as const

const PREFIX = 'exit '

export function exitRuleOf(rule: Rule): ExitRule {
  const asked = ruleFacts(rule)
  const names = Object.keys(asked)
  return {
    requests: Object.fromEntries(Object.entries(asked).map(([name, request]) => [PREFIX + name, request])),
    events: new Set(leavesOf(rule).flatMap((leaf) => ('events' in leaf ? [leaf.events.event] : []))),
    holds: (facts, moment) =>
      evaluate(rule, Object.fromEntries(names.map((name) => [name, facts[PREFIX + name]])), moment),
  }
}
