import { dueOf, isAsked, LIVE } from '../clock-work.ts'

/** Segments that are watched, and whom they have. */
export const watchesSql = {
  /** Those that some events, by their names, may turn; all of them where no names are given. */
  wokenBy: {
    name: 'watches.woken-by',
    text: `SELECT w.id, (SELECT zone FROM tenant) AS zone FROM segment_watch w
      WHERE NOT w.ended AND ($1::text[] IS NULL OR w.wakes && $1) AND ${isAsked(LIVE)} ORDER BY w.id`,
  },
  read: { name: 'watches.read', text: 'SELECT id, key, rule FROM segment_watch WHERE id = ANY($1::bigint[])' },
  /** A segment, and the watch that journeys other than `$2` keep true, or it too where `$3`. */
  of: {
    name: 'watches.of',
    text: `SELECT g.id, g.rule, (SELECT max(w.id) FROM segment_watch w
        WHERE w.segment_id = g.id AND NOT w.ended AND ${isAsked(LIVE, ' AND (x.journey_id <> $2::bigint OR $3::boolean)')}) AS watch
      FROM segment g WHERE g.key = $1`,
  },
  begin: {
    name: 'watches.begin',
    text: `INSERT INTO segment_watch (tenant_id, segment_id, key, rule, wakes, by_time, looked_at, next_at)
      VALUES ($1, $2, $3, $4, $5, $6, ts($7), ts($7)) RETURNING id`,
  },
  /** Of a segment all watches but one: whoever is at it now may still write, so it is removed an hour later. */
  end: {
    name: 'watches.end',
    text: `UPDATE segment_watch SET ended = true, next_at = ts($3) + interval '1 hour' WHERE segment_id = $1 AND id <> $2 AND NOT ended`,
  },
  forget: { name: 'watches.forget', text: 'DELETE FROM segment_watcher WHERE journey_id = $1' },
  ask: {
    name: 'watches.ask',
    text: `INSERT INTO segment_watcher (tenant_id, segment_id, journey_id)
      SELECT $1, s, $2 FROM unnest($3::bigint[]) s ON CONFLICT DO NOTHING`,
  },
  /** Across tenants. */
  due: { name: 'watches.due', text: dueOf('watches', 'w.tenant_id, w.id', '100') },
  /** One watch as it is now; `asked` is false where no journey asks any more. */
  one: {
    name: 'watches.one',
    never: ['asked'],
    text: `SELECT w.id, w.key, w.segment_id, w.by_time, w.ended, ${isAsked(LIVE)} AS asked, (SELECT zone FROM tenant) AS zone
      FROM segment_watch w WHERE w.id = $1`,
  },
  looked: {
    name: 'watches.looked',
    text: 'UPDATE segment_watch SET looked_at = ts($2), next_at = ts($3) WHERE id = $1',
  },
  drop: {
    name: 'watches.drop',
    text: 'WITH m AS (DELETE FROM watched_member WHERE watch_id = $1) DELETE FROM segment_watch WHERE id = $1',
  },
} as const
