import type { JsonObject } from '../json.ts'
import type { EventMatch, FieldLeaf, Rule, Scalar } from '../rules/rule.ts'
import { dayAfter, localDate } from '../time/zone.ts'

/** What to say of somebody for whom a rule holds: to be laid over what is said of them already. */
export interface Witness {
  /** Values by field: `member.city`, `points.spendable`, `event.amount`; undefined where there must be none. */
  readonly fields: ReadonlyMap<string, unknown>
  /** Whether they have a tag. */
  readonly tags: ReadonlyMap<string, boolean>
  /** Events that they did before, one after another until the moment. */
  readonly did: readonly EventMatch[]
}

const NOBODY: Witness = { fields: new Map(), tags: new Map(), did: [] }

/** Ways to meet a rule that are tried; more of them are not looked at. */
const MOST_WAYS = 12

interface Now {
  readonly at: number
  readonly zone: string
}

/**
 * Guesses at people for whom a rule holds, or does not, the likeliest first. They are guesses: two conditions on one field may
 * contradict each other, so whoever tries one must look what comes of it.
 */
export function witnessesOf(rule: Rule, now: Now, holds = true): Witness[] {
  if ('not' in rule) return witnessesOf(rule.not, now, !holds)
  if ('all' in rule || 'any' in rule) {
    const parts = 'all' in rule ? rule.all : rule.any
    const ways = parts.map((part) => witnessesOf(part, now, holds))
    return 'all' in rule === holds ? joined(ways) : ways.flat().slice(0, MOST_WAYS)
  }
  if ('events' in rule) {
    const { event, filter, atLeast, did } = rule.events
    const match = filter ? { event, filter } : { event }
    return [did === holds ? { ...NOBODY, did: Array.from({ length: atLeast }, () => match) } : NOBODY]
  }
  if (rule.op === 'has' || rule.op === 'has-not') {
    return [{ ...NOBODY, tags: new Map([[rule.value, (rule.op === 'has') === holds]]) }]
  }
  const values = holds ? valuesFor(rule, now) : valuesAgainst(rule, now)
  return values.map((value) => ({ ...NOBODY, fields: new Map([[rule.field, value]]) }))
}

/** One way of each part: the first of all, then each other way of one part beside the first of the others. */
function joined(ways: readonly Witness[][]): Witness[] {
  if (ways.some((each) => each.length === 0)) return []
  const first = ways.map((each) => each[0] ?? NOBODY)
  const others = ways.flatMap((each, i) => each.slice(1).map((way) => first.with(i, way)))
  return [first, ...others].slice(0, MOST_WAYS).map(both)
}

const both = (parts: readonly Witness[]): Witness => ({
  fields: new Map(parts.flatMap(({ fields }) => [...fields])),
  tags: new Map(parts.flatMap(({ tags }) => [...tags])),
  did: parts.flatMap(({ did }) => did),
})

/** Values that an operator takes; undefined for none at all. */
function valuesFor(leaf: FieldLeaf, { at, zone }: Now): unknown[] {
  switch (leaf.op) {
    case 'empty':
      return [undefined]
    case 'not-empty':
      return [leaf.field.startsWith('points.') ? 1 : 'x', 1, localDate(at, zone)]
    case 'eq':
      return [leaf.value]
    case 'neq':
      return [otherThan([leaf.value])]
    case 'in':
      return [...leaf.value]
    case 'gt':
      return [leaf.value + 1, leaf.value + 1_000]
    case 'gte':
      return [leaf.value, leaf.value + 1_000]
    case 'lt':
      return [leaf.value - 1, 0]
    case 'lte':
      return [leaf.value, 0]
    case 'between':
      return [leaf.value[0], leaf.value[1]]
    case 'contains':
    case 'starts-with':
    case 'on':
      return [leaf.value]
    case 'before':
      return [dayAfter(leaf.value, -1)]
    case 'after':
      return [dayAfter(leaf.value, 1)]
    case 'within-last':
      return [new Date(at).toISOString()]
    default:
      return []
  }
}

/** Values that an operator does not take. */
function valuesAgainst(leaf: FieldLeaf, { at, zone }: Now): unknown[] {
  const none = leaf.field.startsWith('points.') ? [] : [undefined]
  switch (leaf.op) {
    case 'empty':
      return ['x', 1]
    case 'not-empty':
      return none
    case 'eq':
    case 'contains':
    case 'starts-with':
      return [otherThan([leaf.value]), ...none]
    case 'in':
      return [otherThan(leaf.value), ...none]
    case 'neq':
      return [leaf.value]
    case 'gt':
    case 'lt':
      return [leaf.value, ...none]
    case 'gte':
      return [leaf.value - 1, ...none]
    case 'lte':
      return [leaf.value + 1, ...none]
    case 'between':
      return [leaf.value[1] + 1, leaf.value[0] - 1, ...none]
    case 'on':
      return [dayAfter(leaf.value, 1), ...none]
    case 'before':
    case 'after':
      return [leaf.value, ...none]
    case 'within-last':
      return [localDate(at - LONG_AGO_MS, zone), ...none]
    default:
      return none
  }
}

/** Before whatever a duration can reach: two years. */
const LONG_AGO_MS = 800 * 86_400_000

/** A value of the same type as the first that is none of them. */
function otherThan(values: readonly Scalar[]): Scalar {
  const [first] = values
  if (typeof first === 'boolean') return !first
  if (typeof first === 'number') return Math.max(...values.filter((value) => typeof value === 'number')) + 1
  let other = 'other'
  while (values.some((value) => typeof value === 'string' && other.includes(value))) other += 'wise'
  return other.includes(String(first)) ? '-' : other
}

/** Properties that meet the filter of an event, over those that are there already. */
export function propertiesFor({ filter }: EventMatch, now: Now, over: JsonObject = {}): JsonObject {
  const [way] = filter ? witnessesOf(filter, now) : []
  return [...(way?.fields ?? [])].reduce((properties, [field, value]) => withField(properties, field, value), over)
}

/** Properties of an event with one of them set, along the path of a field `event.a.b`, or taken away. */
export function withField(properties: JsonObject, field: string, value: unknown): JsonObject {
  const [key = '', ...rest] = field.split('.').slice(1)
  if (rest.length === 0) {
    const { [key]: _, ...others } = properties
    return value === undefined ? others : { ...others, [key]: value as JsonObject[string] } // values of rules are JSON
  }
  const inner = properties[key]
  const inside = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
  return { ...properties, [key]: withField(inside, ['event', ...rest].join('.'), value) }
}
