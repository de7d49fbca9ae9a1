import type { EventCounts } from '../journey/facts.ts'
import type { Json, JsonObject } from '../json.ts'
import { subtractDuration } from '../time/duration.ts'
import { dayOf, instantOf } from './dates.ts'
import { factOfField } from './facts.ts'
import type { FieldLeaf, Rule } from './rule.ts'
import { isScalar } from './rule.ts'

/** When and where a rule is judged: epoch milliseconds, IANA zone. */
export interface Moment {
  readonly at: number
  readonly zone: string
}

/** Evaluates a rule over facts named as `ruleFacts` names them. A missing value, or one of another type, makes a leaf false. */
export const evaluate = (rule: Rule, facts: Readonly<Record<string, unknown>>, moment: Moment): boolean =>
  judgeOf(facts, moment)(rule)

/** Evaluates the parts of one rule, one after another, over the facts that the whole rule asks for. */
export function judgeOf(facts: Readonly<Record<string, unknown>>, moment: Moment): (part: Rule) => boolean {
  let events = 0
  const walk = (r: Rule): boolean => {
    // No short cut inside groups: event conditions are numbered in walking order.
    if ('all' in r) return r.all.map(walk).every(Boolean)
    if ('any' in r) return r.any.map(walk).some(Boolean)
    if ('not' in r) return !walk(r.not)
    if ('events' in r) {
      const found = facts[`events:${events++}`] as EventCounts | undefined // loaded under this name by its kind's loader
      return (found?.counts[0] ?? 0) >= r.events.atLeast === r.events.did
    }
    return evaluateLeaf(r, facts, moment)
  }
  return walk
}

/** True where an event's properties meet a filter; no filter asks nothing. */
export const matchesEvent = (filter: Rule | undefined, properties: JsonObject, moment: Moment): boolean =>
  !filter || evaluate(filter, { event: properties }, moment)

/** The value of a field among facts: `event.*` reads own properties only, along its path. */
export function fieldValue(field: string, facts: Readonly<Record<string, unknown>>): Json | undefined {
  const known = facts[field.startsWith('event.') ? 'event' : field] as Json | undefined // facts are JSON values
  if (!field.startsWith('event.')) return known
  let value = known
  for (const key of field.split('.').slice(1)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
      return undefined
    value = value[key]
  }
  return value
}

function evaluateLeaf(leaf: FieldLeaf, facts: Readonly<Record<string, unknown>>, moment: Moment): boolean {
  if (leaf.op === 'has' || leaf.op === 'has-not') {
    return (facts[factOfField(leaf.field, leaf.value).name] === true) === (leaf.op === 'has')
  }
  const value = fieldValue(leaf.field, facts)
  switch (leaf.op) {
    case 'empty':
      return isEmpty(value)
    case 'not-empty':
      return !isEmpty(value)
    case 'eq':
      return value === leaf.value
    case 'neq':
      return isScalar(value) && typeof value === typeof leaf.value && value !== leaf.value
    case 'in':
      return isScalar(value) && leaf.value.includes(value)
    case 'contains':
      return typeof value === 'string' && value.includes(leaf.value)
    case 'starts-with':
      return typeof value === 'string' && value.startsWith(leaf.value)
    case 'on':
    case 'before':
    case 'after':
      return typeof value === 'string' && compareDay(leaf.op, dayOf(value, moment.zone), leaf.value)
    case 'within-last': {
      const at = typeof value === 'string' ? instantOf(value, moment.zone) : undefined
      return at !== undefined && at >= subtractDuration(moment.at, leaf.value, moment.zone) && at <= moment.at
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return typeof value === 'number' && compareNumber(leaf.op, value, leaf.value)
    case 'between':
      return typeof value === 'number' && value >= leaf.value[0] && value <= leaf.value[1]
    default:
      throw new RangeError(`no such operator: ${leaf.op}`)
  }
}

const isEmpty = (value: Json | undefined) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function compareDay(op: 'on' | 'before' | 'after', day: string | undefined, than: string): boolean {
  if (day === undefined) return false
  if (op === 'on') return day === than
  // As instants, for as texts the year 10000, written +010000, comes before 2026.
  const apart = Date.parse(day) - Date.parse(than)
  return op === 'before' ? apart < 0 : apart > 0
}

function compareNumber(op: 'gt' | 'gte' | 'lt' | 'lte', value: number, than: number): boolean {
  if (op === 'gt') return value > than
  if (op === 'gte') return value >= than
  return op === 'lt' ? value < than : value <= than
}
