export const pokesSql = {
  waiting: { name: 'pokes.waiting', text: 'SELECT id, tenant_id, kind, owner, part FROM poke ORDER BY id LIMIT 5000' },
  add: {
    name: 'pokes.add',
    text: `INSERT INTO poke (tenant_id, kind, owner, part) SELECT t, $2, $3, $4
      FROM coalesce($1::bigint, (SELECT min(id) FROM tenant)) t WHERE t IS NOT NULL`,
  },
  /** One dispatcher at a time in an installation. */
  lead: { name: 'pokes.lead', text: 'SELECT pg_try_advisory_xact_lock(4711) AS mine' },
  load: {
    name: 'pokes.load',
    text: `UPDATE installation SET poke_backlog = (SELECT count(*) FROM (SELECT FROM poke LIMIT 10000) p),
      member_shards = (SELECT count(*) FROM (SELECT FROM token WHERE shard < 0 AND NOT failed LIMIT 10000) t)`,
  },
  seen: {
    name: 'pokes.seen',
    text: `SELECT poke_backlog AS "pokesWaiting", member_shards AS "memberShards",
        coalesce(pg_sequence_last_value(pg_get_serial_sequence('event', 'id')::regclass), 0) AS "eventsStored" FROM installation`,
  },
  fold: {
    name: 'edges.fold',
    text: `WITH taken AS (DELETE FROM edge_delta RETURNING *)
      INSERT INTO edge_count (tenant_id, journey_id, version_id, node, outcome, day, n)
      SELECT tenant_id, journey_id, version_id, node, outcome, day, sum(n) FROM taken GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
      ON CONFLICT (journey_id, version_id, node, outcome, day) DO UPDATE SET n = edge_count.n + excluded.n`,
  },
  /** Every lane with a message overdue by a minute. */
  overdueLanes: {
    name: 'reconcile.overdue-lanes',
    text: `SELECT DISTINCT m.tenant_id AS tenant, m.account_id AS account, 0 AS lane FROM message m JOIN tenant n ON n.id = m.tenant_id
      JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
      WHERE m.account_id IS NOT NULL AND m.state < 3 AND m.due_at < coalesce(n.wound_at, clock_timestamp()) - interval '1 minute'`,
  },
  /** Every shard with a token or a stimulus overdue by a minute. */
  overdue: {
    name: 'reconcile.overdue',
    text: `SELECT DISTINCT t.tenant_id, t.journey_id, t.shard FROM (
        SELECT k.tenant_id, k.journey_id, k.shard FROM token k JOIN tenant n ON n.id = k.tenant_id
          WHERE k.due_at < coalesce(n.wound_at, clock_timestamp()) - interval '1 minute'
        UNION SELECT s.tenant_id, s.journey_id, s.shard FROM stimulus s JOIN tenant n ON n.id = s.tenant_id
          WHERE s.received_at < coalesce(n.wound_at, clock_timestamp()) - interval '1 minute') t
      JOIN journey j ON j.id = t.journey_id AND j.state IN ('running', 'draining')`,
  },
} as const
