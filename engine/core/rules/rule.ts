import { z } from 'zod'
import { fieldHints } from '../field-hint.ts'
import type { Json } from '../json.ts'
import { say, sentence } from '../say.ts'
import { Duration } from '../time/duration.ts'

const MOST_DEPTH = 6
const MOST_LEAVES = 100
/** Levels of JSON below which no rule within the limits reaches: a guard for the recursive parser's stack. */
const MOST_NESTING = 32

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const storable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
const Text = z
  .string()
  .refine(storable, say('holds a character that cannot be stored: remove it', '含有无法保存的字符，请删除'))
const Day = z.iso.date().refine((day) => !day.startsWith('0000'), say('the first year is 0001', '年份从 0001 开始'))

/** `member.city`, `tags`, `points.spendable`, `event.amount`. Path segments start with a letter: no prototypes, no indexes. */
const Field = Text.max(200).regex(
  /^(tags|points\.(spendable|growth|yearly)|member\.[^\s.][^.]*|event(\.[A-Za-z$一-鿿][\w$ \-一-鿿]*)+)$/,
  say(
    'a field is member.<attribute>, tags, points.<kind> or event.<path>',
    '字段只能是 member.<attribute>、tags、points.<kind> 或 event.<path>',
  ),
)

const Scalar = z.union([Text.max(1_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof Scalar>

const leaf = <Op extends string, V extends z.ZodType>(ops: readonly [Op, ...Op[]], value: V) =>
  z.strictObject({ field: Field, op: z.enum(ops), value })

/** Leaves over one field, by the kind of value the operator wants. */
export const FieldLeaf = z.discriminatedUnion('op', [
  z.strictObject({ field: Field, op: z.enum(['empty', 'not-empty']) }),
  leaf(['eq', 'neq'], Scalar),
  leaf(['in'], z.array(Scalar).min(1).max(500)),
  leaf(['gt', 'gte', 'lt', 'lte'], z.number()),
  leaf(['between'], z.tuple([z.number(), z.number()])),
  leaf(['contains', 'starts-with', 'has', 'has-not'], Text.min(1).max(200)),
  leaf(['on', 'before', 'after'], Day),
  leaf(['within-last'], Duration),
])
export type FieldLeaf = z.infer<typeof FieldLeaf>

/** `ever`, the last N units, or whole local days with both ends included. */
export const EventWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ever') }),
  z.strictObject({ kind: z.literal('last'), duration: Duration }),
  z.strictObject({ kind: z.literal('between'), from: Day, to: Day }),
])
export type EventWindow = z.infer<typeof EventWindow>

export interface EventCondition {
  event: string
  /** Over `event.*` fields only. */
  filter?: Rule | undefined
  atLeast: number
  did: boolean
  window: EventWindow
}

export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | FieldLeaf | { events: EventCondition }

const EventName = Text.trim()
  .min(1)
  .max(200)
  .register(fieldHints, { hint: { control: 'event' } })

/** The key that tells each shape of a rule, in the order of `Node`. */
const SHAPES = ['all', 'any', 'not', 'field', 'events'] as const

/** Says what is wrong with the shape that was meant: a union by itself only says that none fits. */
function explain({ input, errors }: { input?: unknown; errors: z.core.$ZodIssue[][] }): string {
  const meant = typeof input === 'object' && input !== null ? SHAPES.findIndex((key) => key in input) : -1
  const issues = errors[meant]
  if (!issues) {
    return sentence(
      'a rule is one of { all }, { any }, { not }, { field, op, value } and { events }',
      '规则只能是 { all }、{ any }、{ not }、{ field, op, value } 或 { events } 之一',
    )
  }
  return issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')
}

const Node: z.ZodType<Rule> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(Node).max(MOST_LEAVES) }),
      z.strictObject({ any: z.array(Node).max(MOST_LEAVES) }),
      z.strictObject({ not: Node }),
      FieldLeaf,
      z.strictObject({
        events: z.strictObject({
          event: EventName,
          filter: Filter.optional(),
          atLeast: z.int().min(1).max(10_000).default(1),
          did: z.boolean().default(true),
          window: EventWindow.default({ kind: 'ever' }),
        }),
      }),
    ],
    { error: (issue) => (issue.code === 'invalid_union' ? explain(issue) : undefined) },
  ),
)

/** The rules directly below one. */
export const childrenOf = (rule: Rule): Rule[] => {
  if ('all' in rule) return rule.all
  if ('any' in rule) return rule.any
  return 'not' in rule ? [rule.not] : []
}

/** The leaves of a rule, in walking order. */
export const leavesOf = (rule: Rule): (FieldLeaf | { events: EventCondition })[] =>
  'field' in rule || 'events' in rule ? [rule] : childrenOf(rule).flatMap(leavesOf)

const filterOf = (rule: Rule): Rule[] => ('events' in rule && rule.events.filter ? [rule.events.filter] : [])
const depthOf = (rule: Rule): number => 1 + Math.max(0, ...[...childrenOf(rule), ...filterOf(rule)].map(depthOf))
const sizeOf = (rule: Rule): number =>
  leavesOf(rule).reduce((sum, leaf) => sum + 1 + filterOf(leaf).reduce((inside, f) => inside + sizeOf(f), 0), 0)

const TOO_BIG = say(
  `a rule has at most ${MOST_DEPTH} levels and ${MOST_LEAVES} conditions, those of event filters included`,
  `规则最多 ${MOST_DEPTH} 层、${MOST_LEAVES} 个条件，包括行为筛选里的`,
)
const nests = (input: unknown, levels: number): boolean =>
  typeof input === 'object' &&
  input !== null &&
  (levels === 0 || Object.values(input).some((below) => nests(below, levels - 1)))

const NUMBER_OPS: ReadonlySet<string> = new Set(['eq', 'neq', 'in', 'gt', 'gte', 'lt', 'lte', 'between'])
const overTags = (leaf: FieldLeaf) => leaf.op === 'has' || leaf.op === 'has-not'
const fieldLeaves = (rule: Rule) => leavesOf(rule).flatMap((leaf) => ('field' in leaf ? [leaf] : []))

/** A rule over a member: the one truth behind segments, conditions and filters. */
export const Rule = z
  .preprocess((input, context) => {
    if (nests(input, MOST_NESTING)) context.addIssue(TOO_BIG.error())
    return input
  }, Node)
  .refine((rule) => depthOf(rule) <= MOST_DEPTH && sizeOf(rule) <= MOST_LEAVES, TOO_BIG)
  .refine(
    (rule) => fieldLeaves(rule).every((leaf) => overTags(leaf) === (leaf.field === 'tags')),
    say('tags are asked with has and has-not, and only tags are', '标签只能用 has 和 has-not 判断，其他字段不能用'),
  )
  .refine(
    (rule) => fieldLeaves(rule).every((leaf) => !leaf.field.startsWith('points.') || NUMBER_OPS.has(leaf.op)),
    say('points are a number: compare them with one', '积分是数字，请与数字比较'),
  )
  .register(fieldHints, { hint: { control: 'rule' } })

/** A rule over one event's properties. */
const Filter: z.ZodType<Rule> = z
  .lazy(() =>
    Rule.refine(
      (rule) => leavesOf(rule).every((l) => 'field' in l && l.field.startsWith('event.')),
      say('an event filter asks event.* fields only', '行为筛选只能用 event.* 字段'),
    ).refine(
      // Journeys judge a filter at its event's own time, a segment all its events at one: only this would differ.
      (rule) => fieldLeaves(rule).every((leaf) => leaf.op !== 'within-last'),
      say(
        'an event filter cannot ask within-last: use the window of the condition',
        '行为筛选不能用 within-last：请用条件的时间范围',
      ),
    ),
  )
  .register(fieldHints, { hint: { control: 'event-filter' } })

/** An event by name, and what its properties must be. */
export const EventMatch = z.strictObject({ event: EventName, filter: Filter.optional() })
export type EventMatch = z.infer<typeof EventMatch>

export const isScalar = (value: Json | undefined): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
