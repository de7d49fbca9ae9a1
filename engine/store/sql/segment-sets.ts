/** Whom segments held when they were looked at last. Kinds of a set: 0 computed, 1 watched. */
export const segmentSetsSql = {
  /** Sets that are to be made by now, across tenants. */
  due: {
    name: 'sets.due',
    text: `SELECT s.tenant_id, s.id, s.kind FROM segment_set s JOIN tenant t ON t.id = s.tenant_id
      WHERE s.next_at <= coalesce(t.wound_at, clock_timestamp()) ORDER BY s.next_at LIMIT 100`,
  },
  next: {
    name: 'sets.next',
    text: `SELECT min(ms(s.next_at) - ms(coalesce(t.wound_at, clock_timestamp()))) AS "sleepMs"
      FROM segment_set s JOIN tenant t ON t.id = s.tenant_id WHERE s.next_at IS NOT NULL`,
  },
  /** One set, locked, and its segment as it is now; null where it is gone. */
  lock: {
    name: 'sets.lock',
    text: `SELECT s.id, s.kind, s.every, s.revision, ms(s.computed_at) AS computed_at, g.key, g.rule, md5(g.rule::text) AS revision_now,
        (SELECT zone FROM tenant) AS zone, EXISTS (SELECT FROM segment_watch w WHERE w.segment_id = s.segment_id) AS wanted
      FROM segment_set s LEFT JOIN segment g ON g.id = s.segment_id WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  },
  /** Sets that segments of these keys lack, to be made at `$4`; null `$3` keeps the schedule that is there. Answers all of them. */
  ensure: {
    name: 'sets.ensure',
    text: `WITH made AS (INSERT INTO segment_set (tenant_id, segment_id, kind, every, next_at)
        SELECT tenant_id, id, $2, $3, ts($4) FROM segment WHERE key = ANY($1::text[])
        ON CONFLICT (tenant_id, segment_id, kind) DO UPDATE SET every = coalesce(segment_set.every, excluded.every)
        RETURNING id, computed_at)
      SELECT id, ms(computed_at) AS computed_at FROM made`,
  },
  schedule: {
    name: 'sets.schedule',
    text: `INSERT INTO segment_set (tenant_id, segment_id, kind, every, next_at)
      SELECT tenant_id, id, 0, $2, ts($3) FROM segment WHERE key = $1
      ON CONFLICT (tenant_id, segment_id, kind) DO UPDATE SET every = excluded.every, next_at = excluded.next_at RETURNING id`,
  },
  computed: {
    name: 'sets.computed',
    text: `UPDATE segment_set SET computed_at = ts($2), size = $3, revision = $4, next_at = ts($5) WHERE id = $1`,
  },
  swept: { name: 'sets.swept', text: 'UPDATE segment_set SET next_at = ts($2) WHERE id = $1' },
  drop: {
    name: 'sets.drop',
    text: 'WITH m AS (DELETE FROM set_member WHERE set_id = $1) DELETE FROM segment_set WHERE id = $1',
  },
  /** The computed sets of segments, by the segments' keys. */
  ages: {
    name: 'sets.ages',
    text: `SELECT g.key, s.id, s.every, s.size, ms(s.computed_at) AS computed_at, ms(s.next_at) AS next_at
      FROM segment_set s JOIN segment g ON g.id = s.segment_id WHERE s.kind = 0 AND ($1::text[] IS NULL OR g.key = ANY($1))`,
  },
  holding: {
    name: 'sets.holding',
    text: 'SELECT set_id, member_id FROM set_member WHERE set_id = ANY($1::bigint[]) AND member_id = ANY($2::bigint[])',
  },
  /** Watched sets that are there, with the revision that their segment has now. */
  watched: {
    name: 'sets.watched',
    text: `SELECT s.id, s.revision, g.id AS segment_id, g.key, md5(g.rule::text) AS revision_now, (SELECT zone FROM tenant) AS zone
      FROM segment_set s JOIN segment g ON g.id = s.segment_id WHERE s.kind = 1 AND s.computed_at IS NOT NULL ORDER BY s.id`,
  },
  rule: { name: 'sets.rule', text: 'SELECT rule FROM segment WHERE id = $1' },
  enter: {
    name: 'sets.enter',
    text: 'INSERT INTO set_member (tenant_id, set_id, member_id) SELECT $1, $2, m FROM unnest($3::bigint[]) m ORDER BY m ON CONFLICT DO NOTHING',
  },
  leave: { name: 'sets.leave', text: 'DELETE FROM set_member WHERE set_id = $1 AND member_id = ANY($2::bigint[])' },
  watch: {
    name: 'sets.watch',
    text: `INSERT INTO segment_watch (tenant_id, segment_id, journey_id)
      SELECT tenant_id, id, $2 FROM segment WHERE key = ANY($1::text[]) ON CONFLICT DO NOTHING`,
  },
  unwatch: { name: 'sets.unwatch', text: 'DELETE FROM segment_watch WHERE journey_id = $1' },
} as const
