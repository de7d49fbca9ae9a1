import type { TrialSpec } from '../core/journey/trial.ts'
import { compileFilter } from '../core/rules/sql.ts'
import type { Measured } from '../core/statistics/verdict.ts'
import type { Duration } from '../core/time/duration.ts'
import type { Tx } from '../store/store.ts'
import type { ArmPlace } from './arms.ts'

/** Who was drawn when, as known when; epoch milliseconds. */
export interface Span {
  readonly since: number
  readonly until: number
}

/** What became of the people drawn into the arms of a test in a span: one row an arm, from arms and events, in one statement. */
export async function measureArms(
  tx: Tx,
  { journey, nodeKey }: ArmPlace,
  { goal }: TrialSpec,
  { since, until }: Span,
  zone: string,
): Promise<Measured[]> {
  const values: unknown[] = [journey, nodeKey, since, until, goal.match.event]
  const next = (value: unknown) => `$${values.push(value)}`
  const filter = goal.match.filter ? ` AND ${compileFilter(goal.match.filter, { at: until, zone }, next)}` : ''
  const rows = await tx.sql.query<Measured>(
    `SELECT a.arm, count(*)::int AS drawn, count(*) FILTER (WHERE a.over)::int AS measured,
        count(*) FILTER (WHERE a.over AND e.n > 0)::int AS conversions,
        coalesce(sum(e.money) FILTER (WHERE a.over), 0)::float8 AS sum,
        coalesce(sum(e.money * e.money) FILTER (WHERE a.over), 0)::float8 AS "sumOfSquares"
      FROM (SELECT member_id, arm, at, ends, ends <= ts($4) AS over FROM arm
          CROSS JOIN LATERAL (SELECT ${endSql(goal.within, zone, next)} AS ends) x
        WHERE journey_id = $1 AND node_key = $2 AND at >= ts($3) AND at < ts($4)) a
      LEFT JOIN LATERAL (SELECT count(*) AS n, coalesce(sum(${moneySql(goal.revenue, next)}), 0) AS money FROM event e
        WHERE e.member_id = a.member_id AND e.name = $5 AND e.at >= a.at AND e.at < a.ends AND e.received_at <= ts($4)${filter}) e ON true
      GROUP BY a.arm`,
    values,
  )
  return rows
}

/** When the time for the goal is over; days, weeks and months by the calendar of the zone. */
function endSql({ amount, unit }: Duration, zone: string, next: (value: unknown) => string): string {
  const length = `${next(`${amount} ${unit}`)}::interval`
  if (unit === 'minute' || unit === 'hour') return `at + ${length}`
  const named = next(zone)
  return `(at AT TIME ZONE ${named} + ${length}) AT TIME ZONE ${named}`
}

/** A number of the event; 0 where it is none. */
function moneySql(revenue: string | undefined, next: (value: unknown) => string): string {
  if (revenue === undefined) return '0::float8'
  const value = `(e.properties #> ${next(revenue.split('.').slice(1))}::text[])`
  return `CASE WHEN jsonb_typeof(${value}) = 'number' THEN ${value}::float8 ELSE 0 END`
}
