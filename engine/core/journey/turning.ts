import { leavesOf, type Rule } from '../rules/rule.ts'
import { MEMBER_CHANGED, POINTS_CHANGED, type RaisedFact, TAG_GAINED, TAG_LOST } from './own-events.ts'

/** After what a rule may hold of somebody for whom it did not, or the other way round. */
export interface Turning {
  /** Names of events, Waymark's own among them, which tell of every change of a member. */
  readonly events: readonly string[]
  /** It may turn while nothing happens: a window moves on, a tag expires. */
  readonly byTime: boolean
  /** Whether this event may turn it: false only where it certainly does not. */
  by(event: RaisedFact): boolean
}

type Leaf = ReturnType<typeof leavesOf>[number]

/** What may turn one condition. */
function turningOfLeaf(leaf: Leaf): Turning {
  if ('events' in leaf) {
    const { event, window } = leaf.events
    return { events: [event], byTime: window.kind === 'last', by: ({ name }) => name === event }
  }
  const [head, ...rest] = leaf.field.split('.')
  const tail = rest.join('.')
  const only = (events: string[], byTime: boolean, concerns: (event: RaisedFact) => boolean): Turning => ({
    ...{ events, byTime },
    by: (event) => events.includes(event.name) && concerns(event),
  })
  if (head === 'tags')
    return only([TAG_GAINED, TAG_LOST], true, ({ properties }) => 'value' in leaf && properties.tag === leaf.value)
  if (head === 'points') return only([POINTS_CHANGED], false, ({ properties }) => properties.account === tail)
  if (head === 'member')
    return only([MEMBER_CHANGED], leaf.op === 'within-last', ({ changes }) => !changes || Object.hasOwn(changes, tail))
  return only([], false, () => false)
}

/** What may turn a rule: each of its conditions may. */
export function turningOf(rule: Rule): Turning {
  const parts = leavesOf(rule).map(turningOfLeaf)
  return {
    events: [...new Set(parts.flatMap((part) => part.events))],
    byTime: parts.some((part) => part.byTime),
    by: (event) => parts.some((part) => part.by(event)),
  }
}
