import type { JsonObject } from '../json.ts'
import { fieldValue, matchesEvent } from '../rules/evaluate.ts'
import { addDuration } from '../time/duration.ts'
import type { Goal } from './document.ts'

/** Waymark's own event: `{ journey, goal, name, primary, value? }`, journey and goal by key and id. */
export const GOAL_REACHED = 'journey goal reached'

/** An entry that a goal may be counted for. Times are epoch milliseconds. */
export interface GoalEntry {
  readonly enteredAt: number
  /** Own time of what began it, and the id of its event where it was one. */
  readonly sinceAt: number
  readonly event: number | null
}

/** An event that may reach a goal: `at` is its own time. */
interface GoalEvent {
  readonly id: number
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
}

/**
 * Goals that an event reaches for an entry: it is asked for, comes before the window ends, and is of after the entry began. What
 * began an entry reaches none of its goals.
 */
export const goalsBy = (
  goals: readonly Goal[],
  event: GoalEvent,
  entry: GoalEntry,
  receivedAt: number,
  zone: string,
): Goal[] =>
  goals.filter(({ events, within }) => {
    const { id, name, at, properties } = event
    const isSince = at > entry.sinceAt || (at === entry.sinceAt && (entry.event === null || id > entry.event))
    return (
      isSince &&
      receivedAt < addDuration(entry.enteredAt, within, zone) &&
      events.some((match) => match.event === name && matchesEvent(match.filter, properties, { at, zone }))
    )
  })

/** What reaching a goal is worth: a number of the event, where the goal names one and it is there. */
export function worthOf({ value: path }: Goal, properties: JsonObject): number | null {
  const value = path === undefined ? undefined : fieldValue(path, { event: properties })
  return typeof value === 'number' ? value : null
}

/**
 * What is told of a goal that was reached, one of the `goals` of its journey. `journey` is its key, and not told where it has none
 * yet; neither is a `value` of null.
 */
export const goalReached = (
  goal: Goal,
  goals: readonly Goal[],
  value: number | null,
  journey?: string,
): { name: string; properties: JsonObject } => ({
  name: GOAL_REACHED,
  properties: {
    ...(journey === undefined ? {} : { journey }),
    ...{ goal: goal.id, name: goal.name, primary: goals[0] === goal },
    ...(value === null ? {} : { value }),
  },
})

/** Until when something may still be counted for an entry. */
export const lastWindowOf = (goals: readonly Goal[], enteredAt: number, zone: string): number =>
  Math.max(enteredAt, ...goals.map(({ within }) => addDuration(enteredAt, within, zone)))

/** Names of events that may reach a goal. */
export const goalEvents = (goals: readonly Goal[]): string[] =>
  goals.flatMap((goal) => goal.events.map((match) => match.event))
