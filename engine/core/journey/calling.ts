import type { Json } from '../json.ts'
import { matchesEvent } from '../rules/evaluate.ts'
import { isScalar } from '../rules/rule.ts'
import { subtractDuration } from '../time/duration.ts'
import type { ChangeSpec, TriggerSpec } from './node.ts'
import type { Changes, RaisedFact } from './own-events.ts'
import type { Plan } from './plan.ts'
import { isOpen } from './window.ts'

/** From this causal depth on an event enrols nobody: journeys that set each other off come to rest. */
const DEEPEST = 20

export type EventTrigger = NonNullable<TriggerSpec['events']>
export type CallRefusal = 'too-deep' | 'outside-window' | 'too-late' | 'member-filter'

/** An event as a trigger looks at it; `at` is its own time, epoch milliseconds, `depth` its causal depth. */
export interface CallingEvent extends RaisedFact {
  readonly at: number
  readonly depth: number
}

/** Whether a trigger asks for an event at all. */
export const asksFor = (
  { matches, changed }: EventTrigger,
  { name, at, properties, changes }: CallingEvent,
  zone: string,
): boolean =>
  matches.some((match) => match.event === name && matchesEvent(match.filter, properties, { at, zone })) &&
  (!changed || isChange(changed, changes))

/** Whether an attribute changed as is asked: no, where nobody knows any more what changed. */
function isChange({ attribute, from, to }: ChangeSpec, changes: Changes = {}): boolean {
  const change = Object.hasOwn(changes, attribute) ? changes[attribute] : undefined
  return change !== undefined && (change.was === undefined || isText(from, change.was)) && isText(to, change.is)
}

const isText = (wanted: string | undefined, value: Json): boolean =>
  wanted === undefined || (isScalar(value) && String(value) === wanted)

/** Why an event that is asked for lets nobody in, whatever the member did before; `receivedAt` is when it came, epoch milliseconds. */
export function refusalOf<E extends CallingEvent>(
  { tolerance }: EventTrigger,
  { settings, zone }: Pick<Plan, 'settings' | 'zone'>,
  receivedAt: number,
  welcome: (event: E) => boolean,
): (event: E) => CallRefusal | undefined {
  const earliest = tolerance ? subtractDuration(receivedAt, tolerance, zone) : Number.NEGATIVE_INFINITY
  const closed = !isOpen(settings, receivedAt)
  return (event) => {
    if (event.depth >= DEEPEST) return 'too-deep'
    if (closed) return 'outside-window'
    if (event.at < earliest) return 'too-late'
    return welcome(event) ? undefined : 'member-filter'
  }
}
