import { Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { addDuration } from '../core/time/duration.ts'
import { texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { segmentSetsSql } from '../store/sql/segment-sets.ts'
import type { Row, Tx } from '../store/store.ts'

export const SET_SCHEDULES = ['hour', 'day'] as const
type SetSchedule = (typeof SET_SCHEDULES)[number]

/** Whom a segment held when it was computed last. Times are epoch milliseconds; null: never, and nothing is planned. */
export interface ComputedSet {
  readonly computedAt: number | null
  readonly nextAt: number | null
  readonly size: number | null
  readonly every: SetSchedule | null
}

/** A set on its way to be made. */
type LockedSet = Row<'sets.lock'>

/** The computed sets of segments, by key; of all of them where no keys are given. */
export async function computedSets(tx: Tx, keys?: readonly string[]): Promise<ReadonlyMap<string, ComputedSet>> {
  const rows = await tx.sql.query(segmentSetsSql.ages, [keys ? texts(keys) : null])
  return new Map(
    rows.map(({ key, every, size, computed_at: computedAt, next_at: nextAt }) => [
      key,
      { computedAt, nextAt, size, every: SET_SCHEDULES.find((known) => known === every) ?? null },
    ]),
  )
}

/** Has a segment computed now, by the clock, and from then on as often; null: not again by itself. */
export async function scheduleSet(tx: Tx, key: string, every: SetSchedule | null): Promise<void> {
  await tx.sql.query(segmentSetsSql.schedule, [key, every, await clockOf(tx)])
  pokeClock(tx)
}

/** The set of an id, locked; undefined where it is gone. */
export async function lockSet(tx: Tx, id: number): Promise<LockedSet | undefined> {
  const [set] = await tx.sql.query(segmentSetsSql.lock, [id])
  return set
}

/** When a set that was made at `at` is made again; null: not by itself. */
export const nextComputing = ({ every, zone }: LockedSet, at: number): number | null =>
  every === 'hour' || every === 'day' ? addDuration(at, { amount: 1, unit: every }, zone ?? 'UTC') : null

/** Makes a set anew: whom its segment holds now, in one statement. */
export async function computeSet(tx: Tx, set: LockedSet, nextAt: number | null): Promise<void> {
  const at = await clockOf(tx)
  const values: unknown[] = [tx.tenant, set.id]
  const next = (value: unknown) => `$${values.push(value)}`
  const held = { member: 'm.id', attributes: 'm.attributes', next }
  const condition = compileRule(Rule.parse(set.rule), { at, zone: set.zone ?? 'UTC' }, held)
  // A segment is most of the members: here reading them all is right.
  tx.sql.write('SET LOCAL enable_seqscan = on')
  const [row] = await tx.sql.query<{ n: number }>(
    `WITH held AS MATERIALIZED (SELECT m.id FROM member m WHERE m.status < 4 AND ${condition}),
      gone AS (DELETE FROM set_member s WHERE s.set_id = $2 AND NOT EXISTS (SELECT FROM held WHERE held.id = s.member_id)),
      come AS (INSERT INTO set_member (tenant_id, set_id, member_id) SELECT $1::bigint, $2::bigint, id FROM held ON CONFLICT DO NOTHING)
    SELECT count(*)::int AS n FROM held`,
    values,
  )
  tx.sql.write(segmentSetsSql.computed, [set.id, at, row?.n ?? 0, nextAt])
}

export const dropSet = (tx: Tx, set: number): void => tx.sql.write(segmentSetsSql.drop, [set])
