import type { EventMatch, Rule } from '../rules/rule.ts'
import { SEGMENT_ENTERED, SEGMENT_LEFT } from './own-events.ts'

/** Whether it is the event of somebody who came into a watched segment, or left it. */
export const isCrossing = (event: string): boolean => event === SEGMENT_ENTERED || event === SEGMENT_LEFT

/** Keys of the segments whose crossings events name in their filters, and whether some ask for crossings of any segment. */
export function crossedSegments(matches: readonly EventMatch[]): { segments: string[]; any: boolean } {
  const asked = matches.filter(({ event }) => isCrossing(event)).map(({ filter }) => filter && segmentsIn(filter))
  return { segments: [...new Set(asked.flatMap((keys) => keys ?? []))], any: asked.includes(undefined) }
}

/** The segments that an event must be of to meet a filter; undefined where it may be of any. */
function segmentsIn(rule: Rule): string[] | undefined {
  if ('all' in rule) return rule.all.map(segmentsIn).find((keys) => keys !== undefined)
  if ('any' in rule) {
    const each = rule.any.map(segmentsIn)
    return each.includes(undefined) ? undefined : each.flatMap((keys) => keys ?? [])
  }
  if (!('field' in rule) || rule.field !== 'event.segment') return undefined
  if (rule.op === 'eq') return [String(rule.value)]
  return rule.op === 'in' ? rule.value.map(String) : undefined
}
