export const journeysSql = {
  /** Taken before their state is read by all who write tokens or fires of journeys, and held until they commit. */
  share: {
    name: 'journeys.share',
    text: 'SELECT pg_advisory_xact_lock_shared(1, j::int) FROM (SELECT DISTINCT j FROM unnest($1::bigint[]) j ORDER BY j) x',
  },
  /** Waits for those who share a journey, and keeps others out until it commits. */
  close: { name: 'journeys.close', text: 'SELECT pg_advisory_xact_lock(1, $1::int)' },
  /** Journeys that take no newcomers. */
  shut: {
    name: 'journeys.shut',
    text: `SELECT id FROM journey WHERE id = ANY($1::bigint[])
      AND (state NOT IN ('running', 'paused') OR EXISTS (SELECT FROM closing c WHERE c.journey_id = id))`,
  },
  lock: { name: 'journeys.lock', text: 'SELECT id FROM journey WHERE key = $1 FOR NO KEY UPDATE' },
  disarm: { name: 'journeys.disarm', text: 'DELETE FROM subscription WHERE journey_id = $1' },
  subscribe: {
    name: 'journeys.subscribe',
    text: `INSERT INTO subscription (tenant_id, event, journey_id, version_id, node)
      SELECT $1, e, $2, $3, n FROM unnest($4::text[], $5::smallint[]) x(e, n) ON CONFLICT DO NOTHING`,
  },
  /** The first fire of each trigger that is due or to come, and not claimed. */
  pending: {
    name: 'journeys.pending',
    never: ['occurrence'],
    text: `SELECT DISTINCT ON (node_key) node_key, ms(occurrence) AS occurrence, holidays FROM fire
      WHERE journey_id = $1 AND state = 0 ORDER BY node_key, fire.occurrence`,
  },
  unfire: { name: 'journeys.unfire', text: 'DELETE FROM fire WHERE journey_id = $1 AND state = 0' },
  fire: {
    name: 'journeys.fire',
    text: `INSERT INTO fire (tenant_id, journey_id, node_key, occurrence, holidays) VALUES ($1, $2, $3, ts($4), $5)
      ON CONFLICT DO NOTHING`,
  },
  /** Of the fires of a trigger that had a run. */
  holidaysTaken: {
    name: 'journeys.holidays-taken',
    never: ['holiday'],
    text: `SELECT DISTINCT h AS holiday FROM fire f JOIN run r USING (tenant_id, journey_id, node_key, occurrence), unnest(f.holidays) h
      WHERE f.journey_id = $1 AND f.node_key = $2 AND f.state = 1`,
  },
  /** Its shards, and the lanes that hold its messages. */
  pokeAll: {
    name: 'journeys.poke-all',
    text: `INSERT INTO poke (tenant_id, kind, owner, part)
      SELECT DISTINCT $1::bigint, 0::smallint, journey_id, shard FROM token WHERE journey_id = $2
      UNION SELECT $1::bigint, 1::smallint, account_id, 0 FROM message
        WHERE journey_id = $2 AND account_id IS NOT NULL AND state < 3`,
  },
  /** All who failed in journey `$2`, or of them only those at nodes (`$3` versions, `$4` nodes). */
  retry: {
    name: 'journeys.retry',
    never: ['n'],
    text: `WITH t AS (DELETE FROM token WHERE journey_id = $2 AND failed
          AND ($3::bigint[] IS NULL OR (version_id, node) IN (SELECT v, n FROM unnest($3, $4::smallint[]) x(v, n)))
        RETURNING *),
      back AS (INSERT INTO token (tenant_id, journey_id, shard, due_at, enrolment_id, member_id, version_id, node, step, visit, entry_no,
          depth, entered_at, arrived_at, previous_at, failed)
        SELECT tenant_id, journey_id, shard, ts(waymark_clock()), enrolment_id, member_id, version_id, node, step, visit, entry_no,
          depth, entered_at, arrived_at, previous_at, false FROM t),
      alive AS (UPDATE enrolment e SET state = 0, reason = NULL, ended_at = NULL FROM t WHERE e.member_id = t.member_id AND e.id = t.enrolment_id),
      poked AS (INSERT INTO poke (tenant_id, kind, owner, part) SELECT DISTINCT $1::bigint, 0::smallint, journey_id, shard FROM t)
      SELECT version_id, node, count(*)::int AS n FROM t GROUP BY 1, 2`,
  },
  list: {
    name: 'journeys.list',
    never: ['inside'],
    text: `SELECT j.key, j.name, j.state, v.number AS version,
        (SELECT count(*)::int FROM token t WHERE t.journey_id = j.id) AS inside
      FROM journey j LEFT JOIN version v ON v.id = j.version_id ORDER BY j.key`,
  },
  standing: {
    name: 'journeys.standing',
    never: ['n'],
    text: 'SELECT version_id, node, failed, count(*)::int AS n FROM token WHERE journey_id = $1 GROUP BY 1, 2, 3',
  },
} as const
