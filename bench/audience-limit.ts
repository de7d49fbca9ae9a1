import type { BenchEnvironment } from './environment.ts'

/**
 * The limit of P1: one hand-written statement that leaves the rows behind that the runtime leaves behind (who is in the run,
 * enrolment, trace with its reasons, points and the event that tells of them, message, arm, token at the wait, counts), by the owner, past every policy and
 * without a lock. `$1` tenant, `$2` journey, `$3` version, `$4` run. Arms are drawn by a cheaper hash than the product's.
 */
const LIMIT = `WITH taken AS (INSERT INTO run_member (tenant_id, run_id, member_id) SELECT $1::bigint, $4::bigint, id FROM member WHERE tenant_id = $1 RETURNING member_id),
  entered AS (INSERT INTO enrolment (tenant_id, member_id, journey_id, version_id, entry_no, shard, trigger_node, entered_at, since_at, run_id)
    SELECT $1, member_id, $2::bigint, $3::bigint, 1, member_id % 16, 0, now(), now(), $4 FROM taken RETURNING id, member_id, shard),
  way AS MATERIALIZED (SELECT e.*, (m.attributes->>'tier')::int AS tier, (m.attributes->>'tier')::int >= 2 AS high, e.member_id * 48271 % 2147483647 % 2 AS arm,
      m.attributes->>'name' AS name, date_trunc('month', now())::date AS month
    FROM entered e JOIN member m ON m.tenant_id = $1 AND m.id = e.member_id),
  gift AS MATERIALIZED (SELECT *, CASE WHEN NOT high THEN 10 WHEN arm = 0 THEN 100 ELSE 50 END AS points, CASE WHEN high THEN 4 ELSE 3 END AS visit,
      CASE WHEN NOT high THEN 5 WHEN arm = 0 THEN 3 ELSE 4 END AS node FROM way),
  traced AS (INSERT INTO trace (entered_month, tenant_id, enrolment_id, visit, member_id, journey_id, version_id, nodes, outcomes, at, facts)
    SELECT month, $1, id, 1, member_id, $2, $3,
      CASE WHEN high THEN ARRAY[0, 1, 2, node, node + 3]::smallint[] ELSE ARRAY[0, 1, node, node + 3]::smallint[] END,
      CASE WHEN high THEN ARRAY[0, 0, arm, 0, 0]::smallint[] ELSE ARRAY[0, 1, 0, 0]::smallint[] END, now(),
      CASE WHEN high THEN jsonb_build_object('1', jsonb_build_object('member.tier', tier), '2', jsonb_build_object('arm', arm), '3', jsonb_build_object('points', points))
        ELSE jsonb_build_object('1', jsonb_build_object('member.tier', tier), '2', jsonb_build_object('points', points)) END
    FROM gift RETURNING nodes, outcomes),
  entries AS (INSERT INTO point_entry (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, reason, at)
    SELECT $1, member_id, id, visit, 1, 0, points, 'journey', now() FROM gift),
  lots AS (INSERT INTO point_lot (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, remaining, available_at)
    SELECT $1, member_id, id, visit, 1, 0, points, points, now() FROM gift),
  balances AS (INSERT INTO point_account (tenant_id, member_id, kind, balance) SELECT $1, member_id, 0, points FROM gift
    ON CONFLICT (tenant_id, member_id, kind) DO UPDATE SET balance = point_account.balance + excluded.balance),
  messages AS (INSERT INTO message (entered_month, tenant_id, enrolment_id, visit, kind, member_id, journey_id, version_id, node, channel, purpose, state,
      planned_at, due_at, settled_at, variables)
    SELECT month, $1, id, visit + 1, 0, member_id, $2, $3, node + 3, 'inbox', 'marketing', 3, now(), now(), now(), jsonb_build_object('member.name', name) FROM gift),
  events AS (INSERT INTO event (tenant_id, member_id, name, at, received_at, properties, depth)
    SELECT $1, member_id, 'points changed', now(), now(), jsonb_build_object('account', 'points', 'amount', points, 'reason', 'journey'), 1 FROM gift),
  arms AS (INSERT INTO arm (tenant_id, journey_id, member_id, node_key, arm, at) SELECT $1, $2, member_id, 3, CASE arm WHEN 0 THEN 'a' ELSE 'b' END, now() FROM gift WHERE high),
  edges AS (INSERT INTO edge_delta (tenant_id, journey_id, version_id, node, outcome, day, n)
    SELECT $1, $2, $3, x.n, x.o, current_date, count(*) FROM traced, unnest(nodes, outcomes) x(n, o) GROUP BY x.n, x.o),
  tokens AS (INSERT INTO token (tenant_id, journey_id, shard, due_at, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth,
      entered_at, arrived_at, previous_at)
    SELECT $1, $2, shard, now() + interval '1 day', id, member_id, $3, 9, 1, visit + 2, 1, 0, now(), now(), now() FROM gift)
  SELECT count(*)::int AS n FROM gift`

/** Runs the limit once; answers how many members it took through. */
export async function runLimit({ owner, tenant }: BenchEnvironment): Promise<number> {
  const { rows: runs } = await owner.query(
    'INSERT INTO run (tenant_id, journey_id, version_id, node_key, occurrence, state) VALUES ($1, 1000000, 1, 1, now(), 2) RETURNING id',
    [tenant],
  )
  const { rows } = await owner.query<{ n: number }>(LIMIT, [tenant, 1_000_000, 1, runs[0]?.id])
  return rows[0]?.n ?? 0
}
