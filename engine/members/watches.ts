import type { JourneyId, MemberId } from '../core/ids.ts'
import { type Turning, turningOf } from '../core/journey/turning.ts'
import { Rule } from '../core/rules/rule.ts'
import { compileRule } from '../core/rules/sql.ts'
import { isSame } from '../core/same.ts'
import { addDuration } from '../core/time/duration.ts'
import { hourAfter } from '../core/time/zone.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { watchesSql } from '../store/sql/watches.ts'
import type { Row, Tx } from '../store/store.ts'
import { lockSegment } from './segment-lock.ts'

/** A segment whose crossings are told, with its rule as it was when watching began: another rule is watched anew. */
export interface Watch {
  readonly id: number
  readonly key: string
  readonly rule: Rule
  readonly turning: Turning
}

/** A member who came into a watched segment, or left it. */
export interface Crossing {
  readonly member: MemberId
  readonly entered: boolean
}

/** Where the days of a segment begin. */
type Zone = string | null
const zoneOf = (zone: Zone) => zone ?? 'UTC'

/** Parsed watches by id: a watch never changes, so they are never stale. */
export type WatchCache = Map<number, Watch>

/** The watches that events of these names may turn; all of them where no names are given. */
export async function watchesWokenBy(
  tx: Tx,
  cache: WatchCache,
  names: readonly string[] | null,
): Promise<{ watch: Watch; zone: Zone }[]> {
  const rows = await tx.sql.query(watchesSql.wokenBy, [names && texts(names)])
  if (rows.length === 0) return []
  await fillCache(
    tx,
    cache,
    rows.map((row) => row.id),
  )
  return rows.flatMap(({ id, zone }) => {
    const watch = cache.get(id)
    return watch ? [{ watch, zone }] : []
  })
}

async function fillCache(tx: Tx, cache: WatchCache, ids: readonly number[]): Promise<void> {
  const unknown = ids.filter((id) => !cache.has(id))
  if (unknown.length === 0) return
  for (const row of await tx.sql.query(watchesSql.read, [numbers(unknown)])) {
    const rule = Rule.parse(row.rule)
    cache.set(row.id, { id: row.id, key: row.key, rule, turning: turningOf(rule) })
  }
}

/** Conditions on `member m` beside the parameters `$1` and `$2`: the tenant and the watch. */
function conditionOf(tx: Tx, watch: Pick<Watch, 'id' | 'rule'>, at: number, zone: Zone) {
  const values: unknown[] = [tx.tenant, watch.id]
  const next = (value: unknown) => `$${values.push(value)}`
  const place = { member: 'm.id', attributes: 'm.attributes', next }
  return { values, next, holds: `m.status < 4 AND ${compileRule(watch.rule, { at, zone: zoneOf(zone) }, place)}` }
}

/**
 * Judges a watched segment anew of locked members at `at`, and remembers the answers. Answers who crossed; of members that were
 * merged or erased nothing is told.
 */
export async function crossWatch(
  tx: Tx,
  watch: Watch,
  members: readonly MemberId[],
  at: number,
  zone: Zone,
): Promise<Crossing[]> {
  const { values, next, holds } = conditionOf(tx, watch, at, zone)
  const rows = await tx.sql.query<{ member_id: MemberId; entered: boolean }>(
    `WITH x AS MATERIALIZED (SELECT m.id, m.status < 4 AS here, ${holds} AS holds FROM member m
        WHERE m.id = ANY(${next(numbers(members))}::bigint[])),
      come AS (INSERT INTO watched_member (tenant_id, watch_id, member_id) SELECT $1::bigint, $2::bigint, id FROM x WHERE holds ORDER BY id
        ON CONFLICT DO NOTHING RETURNING member_id),
      gone AS (DELETE FROM watched_member w USING x WHERE w.watch_id = $2 AND w.member_id = x.id AND NOT x.holds
        RETURNING w.member_id, x.here)
    SELECT member_id, true AS entered FROM come UNION ALL SELECT member_id, false FROM gone WHERE here ORDER BY member_id`,
    values,
  )
  return rows.map(({ member_id: member, entered }) => ({ member, entered }))
}

/** Members of whom a watch no longer says what its rule says now, up to `most`, by id. Nobody is locked: judge them again. */
export async function strayMembers(tx: Tx, watch: Watch, zone: Zone, most: number): Promise<MemberId[]> {
  const { values, next, holds } = conditionOf(tx, watch, await clockOf(tx), zone)
  // A segment is most of the members: here reading them all is right.
  tx.sql.write('SET LOCAL enable_seqscan = on')
  const rows = await tx.sql.query<{ member_id: MemberId }>(
    `WITH held AS MATERIALIZED (SELECT m.id FROM member m WHERE ${holds}),
      had AS MATERIALIZED (SELECT member_id AS id FROM watched_member WHERE watch_id = $2 AND tenant_id = $1::bigint)
    (SELECT id AS member_id FROM held EXCEPT SELECT id FROM had) UNION ALL (SELECT id FROM had EXCEPT SELECT id FROM held)
    ORDER BY 1 LIMIT ${next(most)}`,
    values,
  )
  return rows.map((row) => row.member_id)
}

/** Begins to watch a rule: whom it holds for now is there from the beginning, and did not come. Others of the segment end. */
async function beginWatch(tx: Tx, segment: number, key: string, rule: Rule): Promise<void> {
  const at = await clockOf(tx)
  const { events, byTime } = turningOf(rule)
  const place = [tx.tenant, segment, key, JSON.stringify(rule), texts(events), byTime, at] as const
  const [row] = await tx.sql.query(watchesSql.begin, place)
  if (!row) throw new Error('a watch was not begun')
  const [tenant] = await tx.sql.query<{ zone: string }>('SELECT zone FROM tenant')
  const { values, holds } = conditionOf(tx, { id: row.id, rule }, at, tenant?.zone ?? null)
  tx.sql.write('SET LOCAL enable_seqscan = on')
  await tx.sql.query(
    `INSERT INTO watched_member (tenant_id, watch_id, member_id) SELECT $1::bigint, $2::bigint, m.id FROM member m WHERE ${holds}`,
    values,
  )
  tx.sql.write(watchesSql.end, [segment, row.id, at])
  // Whoever crossed in a transaction that did not see the watch yet is found at once.
  pokeClock(tx)
}

/**
 * Has the crossings of segments told to a journey, and of no others any more. `wasLive`: what it asked for before was told up to
 * now, so that it goes on. Segments that are gone are left out.
 */
export async function watchSegments(
  tx: Tx,
  journey: JourneyId,
  keys: readonly string[],
  wasLive: boolean,
): Promise<void> {
  const segments: number[] = []
  for (const key of [...new Set(keys)].sort()) {
    await lockSegment(tx, key)
    const [segment] = await tx.sql.query(watchesSql.of, [key, journey, wasLive])
    if (!segment) continue
    segments.push(segment.id)
    if (segment.watch === null) await beginWatch(tx, segment.id, key, Rule.parse(segment.rule))
  }
  tx.sql.write(watchesSql.forget, [journey])
  if (segments.length > 0) tx.sql.write(watchesSql.ask, [tx.tenant, journey, numbers(segments)])
}

/** After a segment was saved, and is locked: where it is watched and its rule is another, watching begins anew. Nobody crosses by the change. */
export async function watchAnew(tx: Tx, key: string): Promise<void> {
  const [segment] = await tx.sql.query(watchesSql.of, [key, null, true])
  if (!segment || segment.watch === null) return
  const [watch] = await tx.sql.query(watchesSql.read, [numbers([segment.watch])])
  if (!isSame(watch?.rule, segment.rule)) await beginWatch(tx, segment.id, key, Rule.parse(segment.rule))
}

/** A watch as it is now, for looking at it. */
export type WatchNow = Row<'watches.one'>

export async function watchNow(tx: Tx, id: number): Promise<WatchNow | undefined> {
  const [watch] = await tx.sql.query(watchesSql.one, [id])
  return watch
}

/** Says that a watch was looked at, at `at`: it is again at the next full hour where time turns it, and else in a day. */
export function lookedAt(tx: Tx, { id, by_time: byTime, zone }: WatchNow, at: number): void {
  const next = byTime ? hourAfter(at, zoneOf(zone)) : addDuration(at, { amount: 1, unit: 'day' }, zoneOf(zone))
  tx.sql.write(watchesSql.looked, [id, at, next])
}

/** Removes a watch that has ended; one that nobody asks for any more ends now. */
export async function dropWatch(tx: Tx, { id, key, segment_id: segment, ended }: WatchNow): Promise<void> {
  if (ended) {
    tx.sql.write(watchesSql.drop, [id])
    return
  }
  await lockSegment(tx, key)
  if ((await watchNow(tx, id))?.asked === false) tx.sql.write(watchesSql.end, [segment, 0, await clockOf(tx)])
}
