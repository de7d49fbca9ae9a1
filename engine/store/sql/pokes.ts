import { clockWork } from '../clock-work.ts'

/** Due or not: the clock's timer may be lost too. */
const PLANNED = Object.values(clockWork((at) => `${at} IS NOT NULL`))

export const pokesSql = {
  waiting: { name: 'pokes.waiting', text: 'SELECT id, tenant_id, kind, owner, part FROM poke ORDER BY id LIMIT 5000' },
  /** One dispatcher at a time in an installation. */
  lead: { name: 'pokes.lead', never: ['mine'], text: 'SELECT pg_try_advisory_xact_lock(4711) AS mine' },
  load: {
    name: 'pokes.load',
    text: `UPDATE installation SET poke_backlog = (SELECT count(*) FROM (SELECT FROM poke LIMIT 10000) p),
      member_shards = (SELECT count(*) FROM (SELECT FROM journey j CROSS JOIN LATERAL (
        SELECT FROM token WHERE journey_id = j.id AND shard < 0 AND due_at < 'infinity' LIMIT 10000) t LIMIT 10000) m)`,
  },
  seen: {
    name: 'pokes.seen',
    never: ['eventsStored'],
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
  /**
   * A poke for every shard with a token or a stimulus and every lane with a message that is overdue by a minute, and for the
   * clock while it has anything to wait for, where no poke waits already. It steps from one late shard of a journey to the next
   * and reads no token of it twice: nearly as fast where all are late as where none is. A failed token is never due.
   */
  reconcile: {
    name: 'pokes.reconcile',
    text: `WITH RECURSIVE late AS (
        SELECT id AS tenant_id, coalesce(wound_at, clock_timestamp()) - interval '1 minute' AS since FROM tenant),
      running AS MATERIALIZED (
        SELECT tenant_id, id, since FROM journey JOIN late USING (tenant_id) WHERE state IN ('running', 'draining')),
      shards AS (
        SELECT r.*, (SELECT min(shard) FROM token WHERE journey_id = r.id AND due_at < r.since) AS shard FROM running r
        UNION ALL SELECT s.tenant_id, s.id, s.since, (
            SELECT min(t.shard) FROM token t WHERE t.journey_id = s.id AND t.shard > s.shard AND t.due_at < s.since)
          FROM shards s WHERE s.shard IS NOT NULL),
      missing AS (
        SELECT tenant_id, 0::smallint AS kind, id AS owner, shard AS part FROM shards WHERE shard IS NOT NULL
        UNION SELECT s.tenant_id, 0, s.journey_id, s.shard FROM stimulus s
          JOIN running r ON r.id = s.journey_id WHERE s.received_at < r.since
        UNION SELECT m.tenant_id, 1, m.account_id, 0 FROM message m JOIN late USING (tenant_id)
          JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
          WHERE m.account_id IS NOT NULL AND m.state < 3 AND m.due_at < since
        UNION SELECT n.tenant_id, 1, n.account_id, 0 FROM notice_mail n JOIN late USING (tenant_id) WHERE n.state < 3 AND n.due_at < since
        UNION (SELECT tenant_id, 2, 0, 0 FROM (
          ${PLANNED.join('\n          UNION ALL ')}) f LIMIT 1))
      INSERT INTO poke (tenant_id, kind, owner, part) SELECT tenant_id, kind, owner, part FROM missing m
      WHERE NOT EXISTS (SELECT FROM poke p WHERE p.owner = m.owner AND p.part = m.part AND p.kind = m.kind) RETURNING id`,
  },
} as const
