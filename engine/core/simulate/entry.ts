import type { getInitialSnapshot } from 'xstate'
import { SPECIAL_EDGES } from '../edges.ts'
import type { Goal } from '../journey/document.ts'
import type { Beginning } from '../journey/fact-span.ts'
import { goalsBy } from '../journey/goals.ts'
import type { RaisedFact } from '../journey/own-events.ts'
import type { BoundPlan } from '../journey/plan.ts'
import type { Deed, Rehearsal } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { evaluate } from '../rules/evaluate.ts'
import { ruleFacts } from '../rules/facts.ts'
import type { Rule } from '../rules/rule.ts'
import type { Calendar } from '../time/calendar.ts'
import type { machineOf } from '../walk/machine.ts'
import { factsOf, type Person } from './person.ts'
import type { Timeless, Told } from './story.ts'

/** One time in the journey. */
export interface Entry {
  readonly number: number
  /** Of a branch that a refund began: the entry beside which it runs. */
  readonly parent?: number
  readonly enteredAt: number
  readonly depth: number
  readonly beginning: Beginning
  /** Properties of the event that began it, and what was answered since. */
  data: JsonObject
  snapshot: ReturnType<typeof getInitialSnapshot<ReturnType<typeof machineOf>>>
  /** What the visit in progress did, not told yet. */
  deeds: { readonly visit: number; readonly node: string; readonly deed: Deed; readonly at: number }[]
  /** How many steps were told, and what it was last said to wait for. */
  steps: number
  waits: string
  /** Ids of goals. */
  readonly reached: Set<string>
}

/** What an effect made happen, not heard yet. */
export interface Raised extends RaisedFact {
  readonly depth: number
}

/** Whether it has not left: a failed one is inside. */
export const isInside = ({ snapshot }: Entry): boolean => snapshot.status === 'active'

/** What an entry began with, once a service has answered. */
export const learnt = (data: JsonObject, { fields, values }: NonNullable<Rehearsal['data']>): JsonObject => ({
  ...Object.fromEntries(Object.entries(data).filter(([name]) => !fields.includes(name))),
  ...values,
})

interface Now {
  readonly at: number
  readonly calendar: Calendar
}

/** Whether somebody meets what a trigger asks of who enters by an event with these properties. */
export function isWelcome(rule: Rule | undefined, zone: string, person: Person, event: JsonObject, now: Now): boolean {
  if (!rule) return true
  const { at, calendar } = now
  const visit = { at, due: false, enteredAt: at, previousAt: at, arrivedAt: at }
  const facts = factsOf(person, ruleFacts(rule), { node: '', zone, visit, calendar })
  return evaluate(rule, { ...facts, event }, { at, zone })
}

/** Whether the exit rule holds for somebody who stands in the journey. */
export function mustLeave({ exitRule, zone }: BoundPlan, person: Person, entry: Entry, now: Now): boolean {
  if (!exitRule) return false
  const { at, calendar } = now
  const visit = { at, due: false, enteredAt: at, previousAt: at, arrivedAt: at }
  const asking = { node: '', zone, visit, beginning: entry.beginning, data: entry.data, calendar }
  return exitRule.holds(factsOf(person, exitRule.requests, asking), { at, zone })
}

/** What an entry that is live waits for now; undefined where that was told. */
export function newWait({ nodes }: BoundPlan, entry: Entry): Extract<Timeless, { kind: 'waits' }> | undefined {
  const { visit, dueAt, step, node: index, verdict } = entry.snapshot.context
  const waits = `${visit}/${dueAt}/${step}`
  const node = nodes[index]
  if (entry.waits === waits || !node) return undefined
  entry.waits = waits
  const until = Number.isFinite(dueAt) ? dueAt : null
  const held = verdict?.kind === 'park' && verdict.held === true
  const events = held ? [] : [...new Set(node.listens.map((match) => match.event))]
  return { kind: 'waits', entry: entry.number, node: node.id, until, events, held }
}

/** The goals that an event reaches for an entry, each once; `event.id` counts the person's events from 1. */
export function reachedBy(
  { settings, zone }: BoundPlan,
  entry: Entry,
  event: { id: number; name: string; at: number; properties: JsonObject },
): Goal[] {
  const { enteredAt, beginning } = entry
  if (entry.parent !== undefined) return []
  // The beginning counts the person's events from 0.
  const began = beginning.event === null ? null : beginning.event + 1
  const since = { enteredAt, sinceAt: beginning.sinceAt, event: began }
  const fresh = goalsBy(settings.goals, event, since, event.at, zone).filter(({ id }) => !entry.reached.has(id))
  for (const { id } of fresh) entry.reached.add(id)
  return fresh
}

/** What an entry lived through since this was asked last, at `now` or before, and what its visits did on the way. */
export function newsOf(plan: BoundPlan, entry: Entry, now: number): Told[] {
  const { context, value } = entry.snapshot
  const news: Told[] = []
  for (const step of context.steps.slice(entry.steps)) {
    entry.steps++
    news.push(...deedsOf(entry, entry.steps))
    const node = plan.nodes[step.node]
    if (!node) throw new RangeError(`the plan has no node ${step.node}`)
    const told = { at: step.at, entry: entry.number, node: node.id, because: step.because ?? {} }
    if (step.outcome < 0) {
      news.push({ ...told, kind: 'out', way: step.outcome === SPECIAL_EDGES.exit ? 'exit' : 'goal' })
      continue
    }
    const to = plan.nodes[node.next[step.outcome] ?? -1]?.id ?? null
    news.push({ ...told, kind: 'left', outcome: node.outcomes[step.outcome] ?? '', to })
  }
  news.push(...deedsOf(entry, context.visit))
  const { node, verdict } = context
  if (value === 'completed') news.push({ at: now, kind: 'completed', entry: entry.number })
  if (value === 'failed' && verdict?.kind === 'fail') {
    const { reason, detail } = verdict
    news.push({ at: now, kind: 'failed', entry: entry.number, node: plan.nodes[node]?.id ?? '', reason, detail })
  }
  return news
}

/** What a visit did, told once. */
function deedsOf(entry: Entry, visit: number): Told[] {
  const mine = entry.deeds.filter((one) => one.visit === visit)
  entry.deeds = entry.deeds.filter((one) => one.visit !== visit)
  return mine.map(({ node, deed, at }) => ({ at, kind: 'did', entry: entry.number, node, deed }))
}
