import { type EventWindow, type FieldLeaf, Rule } from '../../engine/core/rules/rule.ts'

/** What a field holds; it decides which operators are offered and how a value is typed. */
export type ConditionType = 'text' | 'number' | 'boolean' | 'date' | 'tags' | 'points'
export type Operator = FieldLeaf['op']

/** A condition over one field while it is written: the value may be missing, or of the kind another operator wants. */
export interface LeafDraft {
  readonly field: string
  readonly op: Operator
  readonly value?: unknown
}

/** A condition over events while it is written. */
export interface EventDraft {
  readonly event: string
  readonly filter?: DraftRule | undefined
  readonly atLeast: number | null
  readonly did: boolean
  readonly window: EventWindow | { readonly kind: 'between'; readonly from: string; readonly to: string }
}

/** A rule while it is written: the same shapes, not complete yet. Every rule is one. */
export type DraftRule =
  | { readonly all: readonly DraftRule[] }
  | { readonly any: readonly DraftRule[] }
  | { readonly not: DraftRule }
  | LeafDraft
  | { readonly events: EventDraft }

/** Members of everybody: what a new condition starts from. */
export const NO_CONDITION: DraftRule = { all: [] }

/** The rule, once nothing is missing any more. */
export function completeRule(draft: DraftRule): Rule | undefined {
  return Rule.safeParse(draft).data
}

const OPERATORS: Readonly<Record<ConditionType, readonly [Operator, ...Operator[]]>> = {
  text: ['eq', 'neq', 'in', 'contains', 'starts-with', 'not-empty', 'empty'],
  number: ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'not-empty', 'empty'],
  boolean: ['eq', 'not-empty', 'empty'],
  date: ['within-last', 'on', 'before', 'after', 'not-empty', 'empty'],
  tags: ['has', 'has-not'],
  points: ['gte', 'gt', 'lt', 'lte', 'eq', 'neq', 'between'],
}

/** Operators to offer for a field. One that a rule has already stays offered. The filter of an event knows no `within-last`. */
export function operatorsFor(
  type: ConditionType,
  { had, inFilter }: { had?: Operator; inFilter: boolean },
): Operator[] {
  const offered = OPERATORS[type].filter((op) => !(inFilter && op === 'within-last'))
  return had && !offered.includes(had) ? [...offered, had] : offered
}

export type ValueKind = 'none' | 'scalar' | 'list' | 'number' | 'pair' | 'text' | 'tag' | 'day' | 'duration'

const KINDS: Readonly<Record<Operator, ValueKind>> = {
  empty: 'none',
  'not-empty': 'none',
  eq: 'scalar',
  neq: 'scalar',
  in: 'list',
  gt: 'number',
  gte: 'number',
  lt: 'number',
  lte: 'number',
  between: 'pair',
  contains: 'text',
  'starts-with': 'text',
  has: 'tag',
  'has-not': 'tag',
  on: 'day',
  before: 'day',
  after: 'day',
  'within-last': 'duration',
}
/** What kind of value an operator wants. */
export const valueKindOf = (op: Operator): ValueKind => KINDS[op]

const textOr = <Otherwise>(value: unknown, otherwise: Otherwise) => (typeof value === 'string' ? value : otherwise)
const numberOr = <Otherwise>(value: unknown, otherwise: Otherwise) => (typeof value === 'number' ? value : otherwise)

/** A scalar of the type of its field; undefined where nothing was typed that can be one. */
function scalarOf(value: unknown, type: ConditionType): string | number | boolean | undefined {
  if (type === 'number' || type === 'points') return numberOr(value, undefined)
  if (type === 'boolean') return typeof value === 'boolean' ? value : true
  return textOr(value, undefined)
}

/** The value that stays when field or operator changes: what was typed, as far as the new one can use it. */
function fitted(op: Operator, type: ConditionType, before: unknown): unknown {
  const [first = before, second] = Array.isArray(before) ? before : []
  switch (valueKindOf(op)) {
    case 'none':
      return undefined
    case 'scalar':
      return scalarOf(first, type)
    case 'list': {
      const list = Array.isArray(before) ? before : [before]
      return list.map((value) => scalarOf(value, type)).filter((value) => value !== undefined)
    }
    case 'number':
      return numberOr(first, undefined)
    case 'pair':
      return [numberOr(first, null), numberOr(second, null)]
    case 'text':
    case 'tag':
      return textOr(first, undefined)
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(String(first)) ? first : undefined
    case 'duration':
      return typeof before === 'object' && before !== null && 'unit' in before ? before : { amount: 7, unit: 'day' }
  }
}

/** A condition with another field or operator, and as much of its value as fits. */
export function changedLeaf(
  before: LeafDraft | undefined,
  change: { field: string; op: Operator; type: ConditionType },
): LeafDraft {
  const { field, op, type } = change
  const value = fitted(op, type, before?.value)
  return value === undefined ? { field, op } : { field, op, value }
}

/** What a condition over events starts from. */
export const newEvents = (event = ''): { events: EventDraft } => ({
  events: { event, atLeast: 1, did: true, window: { kind: 'last', duration: { amount: 30, unit: 'day' } } },
})
