import { z } from 'zod'
import type { Json } from '../json.ts'
import { Duration } from '../time/duration.ts'

const MOST_DEPTH = 6
const MOST_LEAVES = 100

/** `member.city`, `tags`, `points.spendable`, `event.amount`. Path segments start with a letter: no prototypes, no indexes. */
const Field = z
  .string()
  .max(200)
  .regex(
    /^(tags|points\.(spendable|growth|yearly)|member\.[^\s.][^.]*|event(\.[A-Za-z$一-鿿][\w$ \-一-鿿]*)+)$/,
    'a field is member.<attribute>, tags, points.<kind> or event.<path>',
  )

const Scalar = z.union([z.string().max(1_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof Scalar>

const leaf = <Op extends string, V extends z.ZodType>(ops: readonly [Op, ...Op[]], value: V) =>
  z.strictObject({ field: Field, op: z.enum(ops), value })

/** Leaves over one field, by the kind of value the operator wants. */
export const FieldLeaf = z.union([
  z.strictObject({ field: Field, op: z.enum(['empty', 'not-empty']) }),
  leaf(['eq', 'neq'], Scalar),
  leaf(['in'], z.array(Scalar).min(1).max(500)),
  leaf(['gt', 'gte', 'lt', 'lte'], z.number()),
  leaf(['between'], z.tuple([z.number(), z.number()])),
  leaf(['contains', 'starts-with', 'has', 'has-not'], z.string().min(1).max(200)),
  leaf(['on', 'before', 'after'], z.iso.date()),
  leaf(['within-last'], Duration),
])
export type FieldLeaf = z.infer<typeof FieldLeaf>

/** `ever`, the last N units, or whole local days with both ends included. */
export const EventWindow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ever') }),
  z.strictObject({ kind: z.literal('last'), duration: Duration }),
  z.strictObject({ kind: z.literal('between'), from: z.iso.date(), to: z.iso.date() }),
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

const EventName = z.string().trim().min(1).max(200)

const Node: z.ZodType<Rule> = z.lazy(() =>
  z.union([
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
  ]),
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

const depthOf = (rule: Rule): number => 1 + Math.max(0, ...childrenOf(rule).map(depthOf))
const bounded = (rule: Rule) => depthOf(rule) <= MOST_DEPTH && leavesOf(rule).length <= MOST_LEAVES
const fits = (leaf: FieldLeaf | { events: EventCondition }): boolean => {
  if ('events' in leaf) return true
  const overTags = leaf.op === 'has' || leaf.op === 'has-not'
  return overTags === (leaf.field === 'tags')
}

/** A rule over a member: the one truth behind segments, conditions and filters. */
export const Rule = Node.refine(
  bounded,
  `a rule has at most ${MOST_DEPTH} levels and ${MOST_LEAVES} conditions`,
).refine((rule) => leavesOf(rule).every(fits), 'tags are asked with has and has-not, and only tags are')

/** A rule over one event's properties. */
const Filter: z.ZodType<Rule> = z.lazy(() =>
  Rule.refine(
    (rule) => leavesOf(rule).every((l) => 'field' in l && l.field.startsWith('event.')),
    'an event filter asks event.* fields only',
  ),
)

/** An event by name, and what its properties must be. */
export const EventMatch = z.strictObject({ event: EventName, filter: Filter.optional() })
export type EventMatch = z.infer<typeof EventMatch>

export const isScalar = (value: Json | undefined): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
