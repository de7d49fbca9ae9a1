import { dueOf, NEXT_DUE } from '../clock-work.ts'

export const runsSql = {
  /** Fires due by their tenant's clock, read across tenants. A paused journey's fires are held. */
  due: {
    name: 'clock.due',
    never: ['occurrence'],
    text: dueOf('fires', 'tenant_id, journey_id, node_key, ms(occurrence) AS occurrence', '100'),
  },
  nextDue: { name: 'clock.next', text: NEXT_DUE },
  open: { name: 'clock.open', text: 'SELECT tenant_id, id FROM run WHERE state < 2 ORDER BY id' },
  /** The lock of its journey, shared: before the run's own. */
  share: {
    name: 'runs.share',
    text: 'SELECT pg_advisory_xact_lock_shared(1, journey_id::int) FROM run WHERE id = $1',
  },
  /** A run that cannot begin: nobody is in its audience, and the audit says why. */
  fail: {
    name: 'runs.fail',
    text: `WITH r AS (UPDATE run SET state = 2 WHERE id = $1 RETURNING tenant_id, journey_id)
      INSERT INTO audit (tenant_id, actor, action, subject, detail)
      SELECT r.tenant_id, 'clock', 'run.failed', j.key, jsonb_build_object('reason', $2::text) FROM r JOIN journey j ON j.id = r.journey_id`,
  },
  unpoke: { name: 'clock.unpoke', text: 'DELETE FROM poke WHERE kind = 2' },
  claim: {
    name: 'clock.claim',
    text: 'UPDATE fire SET state = 1 WHERE journey_id = $1 AND node_key = $2 AND occurrence = ts($3) AND state = 0 RETURNING 1 AS one',
  },
  begin: {
    name: 'runs.begin',
    text: `INSERT INTO run (tenant_id, journey_id, version_id, node_key, occurrence) VALUES ($1, $2, $3, $4, ts($5))
      ON CONFLICT DO NOTHING RETURNING id`,
  },
  stored: { name: 'runs.stored', text: 'UPDATE run SET state = 1, audience = $2, per_member = $3 WHERE id = $1' },
  lock: {
    name: 'runs.lock',
    never: ['occurrence'],
    text: `SELECT id, journey_id, version_id, node_key, after_member, per_member, ms(occurrence) AS occurrence FROM run
      WHERE id = $1 AND state = 1 AND NOT EXISTS (SELECT FROM closing c WHERE c.journey_id = run.journey_id) FOR UPDATE`,
  },
  chunk: {
    name: 'runs.chunk',
    text: 'SELECT member_id FROM run_member WHERE run_id = $1 AND member_id > $2 ORDER BY member_id LIMIT $3',
  },
  refuse: {
    name: 'runs.refuse',
    text: `UPDATE run_member r SET refused = x.r FROM unnest($2::bigint[], $3::smallint[]) x(m, r) WHERE r.run_id = $1 AND r.member_id = x.m`,
  },
  progress: {
    name: 'runs.progress',
    text: `UPDATE run SET after_member = $2, enrolled = enrolled + $3, state = CASE WHEN $4 THEN 2 ELSE 1 END,
        refused = (SELECT coalesce(jsonb_object_agg(k, n), '{}') FROM (
          SELECT k, sum(n)::int AS n FROM (SELECT key AS k, value::int AS n FROM jsonb_each_text(refused)
            UNION ALL SELECT key, value::int FROM jsonb_each_text($5::jsonb)) y GROUP BY k) z)
      WHERE id = $1`,
  },
  /** Triggers of a journey whose runs took somebody, where none is still to come. */
  took: {
    name: 'runs.took',
    text: `SELECT DISTINCT node_key FROM run r WHERE journey_id = $1 AND audience > 0
      AND NOT EXISTS (SELECT FROM fire f WHERE f.journey_id = r.journey_id AND f.node_key = r.node_key AND f.state = 0)`,
  },
  journey: { name: 'runs.journey', text: 'SELECT state, version_id FROM journey WHERE id = $1' },
} as const
