import { UserError } from '../errors.ts'
import { subtractDuration } from '../time/duration.ts'
import type { Moment } from './evaluate.ts'
import type { EventCondition, FieldLeaf, Rule } from './rule.ts'
import { leavesOf } from './rule.ts'
import { spanOf } from './window.ts'

export interface SqlOptions {
  /** SQL expression of the member's id. */
  readonly member: string
  /** SQL expression of the member's attributes, jsonb. */
  readonly attributes: string
  /** Registers a parameter and answers its `$n`. */
  readonly next: (value: unknown) => string
}

const POINTS = ['spendable', 'growth', 'yearly']

/**
 * A rule as a parameterised SQL condition that is never null: the same answer as `evaluate`. No text of the rule enters the SQL.
 * Throws UserError `rule-asks-event` where the rule itself, not the filter of an event condition, asks an `event.*` field.
 */
export function compileRule(rule: Rule, moment: Moment, options: SqlOptions): string {
  const stray = leavesOf(rule).find((leaf) => 'field' in leaf && leaf.field.startsWith('event.'))
  if (stray && 'field' in stray) {
    const message = `“${stray.field}” is known only where an event begins a journey: ask it in the filter of an event condition.`
    throw new UserError('rule-asks-event', message, { field: stray.field })
  }
  return conditionSql(rule, moment, options)
}

/** The filter of an event as a condition on a row `e` of `event`, never null; `next` takes its values. */
export const compileFilter = (filter: Rule, moment: Moment, next: SqlOptions['next']): string =>
  conditionSql(filter, moment, { member: 'e.member_id', attributes: "'{}'::jsonb", next })

function conditionSql(rule: Rule, moment: Moment, options: SqlOptions): string {
  const group = (rules: readonly Rule[], glue: string, none: string): string =>
    rules.length === 0 ? none : `(${rules.map((r) => conditionSql(r, moment, options)).join(glue)})`
  if ('all' in rule) return group(rule.all, ' AND ', 'true')
  if ('any' in rule) return group(rule.any, ' OR ', 'false')
  if ('not' in rule) return `NOT ${conditionSql(rule.not, moment, options)}`
  if ('events' in rule) return eventsSql(rule.events, moment, options)
  return leafSql(rule, moment, options)
}

function eventsSql(
  { event, filter, atLeast, did, window }: EventCondition,
  moment: Moment,
  options: SqlOptions,
): string {
  const { next, member } = options
  const { from, to } = spanOf(window, moment)
  // A filter is judged at its event's own time; only `within-last` would see the difference, and filters have none.
  const met = filter ? ` AND ${conditionSql(filter, moment, options)}` : ''
  // Not a count: the planner turns EXISTS into a join where that is cheaper, and OFFSET stops at the nth event.
  const nth = atLeast > 1 ? ` OFFSET ${next(atLeast - 1)}` : ''
  const enough = `EXISTS (SELECT FROM event e WHERE e.member_id = ${member} AND e.name = ${next(event)}
    AND e.at >= ts(${next(from)}) AND e.at <= ts(${next(to)})${met}${nth})`
  return did ? enough : `NOT ${enough}`
}

function leafSql(leaf: FieldLeaf, moment: Moment, options: SqlOptions): string {
  const { next, member } = options
  if (leaf.op === 'has' || leaf.op === 'has-not') {
    const held = `EXISTS (SELECT FROM member_tag g WHERE g.member_id = ${member} AND g.tag = ${next(leaf.value)}
      AND (g.expires_at IS NULL OR g.expires_at > ts(${next(moment.at)})))`
    return leaf.op === 'has' ? held : `NOT ${held}`
  }
  const v = valueSql(leaf.field, options)
  const text = `(${v} #>> '{}')`
  const when = (type: string, then: string) =>
    `(CASE WHEN jsonb_typeof(${v}) = '${type}' THEN coalesce(${then}, false) ELSE false END)`
  switch (leaf.op) {
    case 'empty':
      return emptySql(v)
    case 'not-empty':
      return `NOT ${emptySql(v)}`
    case 'eq':
      return `coalesce(${v} = ${next(JSON.stringify(leaf.value))}::jsonb, false)`
    case 'neq':
      return when(typeof leaf.value, `${v} <> ${next(JSON.stringify(leaf.value))}::jsonb`)
    case 'in':
      return `coalesce(jsonb_typeof(${v}) IN ('string', 'number', 'boolean') AND ${next(JSON.stringify(leaf.value))}::jsonb @> ${v}, false)`
    case 'contains':
      return when('string', `strpos(${text}, ${next(leaf.value)}) > 0`)
    case 'starts-with':
      return when('string', `starts_with(${text}, ${next(leaf.value)})`)
    case 'on':
    case 'before':
    case 'after': {
      const sign = { on: '=', before: '<', after: '>' }[leaf.op]
      return when('string', `waymark_day(${text}, ${next(moment.zone)}) ${sign} ${next(leaf.value)}::date`)
    }
    case 'within-last': {
      const from = subtractDuration(moment.at, leaf.value, moment.zone)
      const instant = `waymark_instant(${text}, ${next(moment.zone)})`
      return when('string', `${instant} BETWEEN ts(${next(from)}) AND ts(${next(moment.at)})`)
    }
    case 'between':
      return when(
        'number',
        `${v}::numeric BETWEEN ${next(String(leaf.value[0]))}::numeric AND ${next(String(leaf.value[1]))}::numeric`,
      )
    default: {
      const sign = { gt: '>', gte: '>=', lt: '<', lte: '<=' }[leaf.op]
      return when('number', `${v}::numeric ${sign} ${next(String(leaf.value))}::numeric`)
    }
  }
}

const emptySql = (v: string) => `coalesce(${v} IN ('null', '""', '[]'), true)`

/** A field's value as jsonb, null where it is missing. */
function valueSql(field: string, { member, attributes, next }: SqlOptions): string {
  const [head = '', ...rest] = field.split('.')
  if (head === 'event') return `(e.properties #> ${next(rest)}::text[])`
  if (head === 'member') return `(${attributes} -> ${next(rest.join('.'))}::text)`
  const kind = POINTS.indexOf(rest[0] ?? '')
  return `to_jsonb(coalesce((SELECT balance FROM point_account p WHERE p.member_id = ${member} AND p.kind = ${next(kind)}), 0))`
}
