import type { FactRequest } from '../journey/facts.ts'
import type { Rule } from './rule.ts'
import { leavesOf } from './rule.ts'

/** The name under which a field's fact is asked for and read. */
export function factOfField(field: string, value?: unknown): { name: string; request: FactRequest } {
  if (field === 'tags') return { name: `tag:${value}`, request: { kind: 'tag', tag: String(value) } }
  const [head = '', ...rest] = field.split('.')
  const tail = rest.join('.')
  if (head === 'member') return { name: field, request: { kind: 'attribute', name: tail } }
  if (head === 'event') return { name: 'event', request: { kind: 'entry-data' } }
  if (tail === 'spendable' || tail === 'growth' || tail === 'yearly')
    return { name: field, request: { kind: 'points', account: tail } }
  throw new RangeError(`no such field: ${field}`)
}

/** What must be known to evaluate a rule. Event conditions are `events:0`, `events:1` … in walking order. */
export function ruleFacts(rule: Rule): Record<string, FactRequest> {
  const facts: Record<string, FactRequest> = {}
  let events = 0
  for (const leaf of leavesOf(rule)) {
    if ('events' in leaf) {
      const { event, filter, window } = leaf.events
      facts[`events:${events++}`] = { kind: 'events', matches: [filter ? { event, filter } : { event }], window }
    } else {
      const { name, request } = factOfField(leaf.field, 'value' in leaf ? leaf.value : undefined)
      facts[name] = request
    }
  }
  return facts
}
