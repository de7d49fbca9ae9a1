/** Orders as `unnest($1::bigint[], $2::text[])`: member and order id, each pair once. */
const ORDERS = 'unnest($1::bigint[], $2::text[]) o(m, id)'

/** Refunds of orders, and what was given for them. The members are locked wherever these run. */
export const refundsSql = {
  rules: { name: 'refunds.rules', text: 'SELECT settings FROM refund_rule' },
  saveRules: {
    name: 'refunds.save-rules',
    text: `WITH saved AS (INSERT INTO refund_rule (tenant_id, settings) VALUES ($1::bigint, $2::jsonb)
        ON CONFLICT (tenant_id) DO UPDATE SET settings = excluded.settings)
      INSERT INTO audit (tenant_id, actor, action, subject, detail) VALUES ($1, $3::text, 'refunds.save', '', $2)`,
  },
  /** Answers the orders that got a refund which was not known. */
  keep: {
    name: 'refunds.keep',
    text: `INSERT INTO refund (tenant_id, member_id, order_id, refund_id, nth, amount, event_id, at)
      SELECT $1, m, o, r, coalesce((SELECT max(nth) FROM refund f WHERE f.member_id = m AND f.order_id = o), 0)
        + row_number() OVER (PARTITION BY m, o ORDER BY i), a, e, ts(t)
      FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::float8[]) WITH ORDINALITY x(m, o, r, a, e, t, i)
      ON CONFLICT DO NOTHING RETURNING member_id, order_id`,
  },
  /** Amounts of the refunds of each order, in their order. */
  amounts: {
    name: 'refunds.amounts',
    text: `SELECT f.member_id, f.order_id, f.nth, f.amount FROM ${ORDERS} JOIN refund f ON f.member_id = o.m AND f.order_id = o.id
      ORDER BY f.nth`,
  },
  keepRewards: {
    name: 'refunds.keep-rewards',
    text: `INSERT INTO order_reward (tenant_id, member_id, enrolment_id, visit, effect, order_id, order_amount, journey_id, version_id, node)
      SELECT $1, m, e, v, $2, o, a, $3, $4, $5
      FROM unnest($6::bigint[], $7::bigint[], $8::int[], $9::text[], $10::bigint[]) WITH ORDINALITY x(m, e, v, o, a, i) ORDER BY i
      ON CONFLICT DO NOTHING`,
  },
  /** Of the orders that these enrolments (`$1` members, `$2` enrolments) were rewarded for, those that were refunded before. */
  early: {
    name: 'refunds.early',
    text: `SELECT DISTINCT r.member_id, r.order_id FROM unnest($1::bigint[], $2::bigint[]) x(m, e)
      JOIN order_reward r ON r.member_id = x.m AND r.enrolment_id = x.e
      WHERE EXISTS (SELECT FROM refund f WHERE f.member_id = r.member_id AND f.order_id = r.order_id)`,
  },
  /** Points that were given for orders, last first, and the refunds that took some back already. */
  points: {
    name: 'refunds.points',
    never: ['done'],
    text: `SELECT r.member_id, r.order_id, r.enrolment_id, r.visit, r.order_amount, r.journey_id, r.version_id, r.node, p.kind, p.amount,
        ARRAY(SELECT refund FROM point_entry d WHERE d.member_id = r.member_id AND d.enrolment_id = r.enrolment_id
          AND d.visit = r.visit AND d.effect = r.effect AND d.refund > 0) AS done
      FROM ${ORDERS} JOIN order_reward r ON r.member_id = o.m AND r.order_id = o.id AND r.effect = $3
        JOIN point_entry p ON p.member_id = r.member_id AND p.enrolment_id = r.enrolment_id AND p.visit = r.visit
          AND p.effect = r.effect AND p.refund = 0
      ORDER BY r.id DESC`,
  },
  balances: {
    name: 'refunds.balances',
    text: 'SELECT member_id, kind, balance FROM point_account WHERE member_id = ANY($1::bigint[])',
  },
  /** What is left of grants, in the order in which it is spent. */
  lots: {
    name: 'refunds.lots',
    text: `SELECT member_id, enrolment_id, visit, effect, kind, remaining FROM point_lot
      WHERE member_id = ANY($1::bigint[]) AND remaining > 0 ORDER BY expires_at NULLS LAST, available_at, enrolment_id, visit`,
  },
  takeLots: {
    name: 'refunds.take-lots',
    text: `UPDATE point_lot l SET remaining = l.remaining - x.n
      FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::smallint[], $5::bigint[]) x(m, e, v, f, n)
      WHERE l.member_id = x.m AND l.enrolment_id = x.e AND l.visit = x.v AND l.effect = x.f`,
  },
  takeBalances: {
    name: 'refunds.take-balances',
    text: `UPDATE point_account a SET balance = a.balance - x.n FROM unnest($1::bigint[], $2::smallint[], $3::bigint[]) x(m, k, n)
      WHERE a.member_id = x.m AND a.kind = x.k`,
  },
  reverse: {
    name: 'refunds.reverse',
    text: `INSERT INTO point_entry (tenant_id, member_id, enrolment_id, visit, effect, refund, kind, amount, missed, reason, order_id, at)
      SELECT $1, m, e, v, $2, f, k, -n, nullif(mi, 0), 'refund', o, ts($3)
      FROM unnest($4::bigint[], $5::bigint[], $6::int[], $7::int[], $8::smallint[], $9::bigint[], $10::bigint[], $11::text[])
        x(m, e, v, f, k, n, mi, o)`,
  },
  /**
   * Begins an enrolment beside its parent for each reward taken back, at `$6`, where `reversed` leads: in the parent's shard, due at
   * once, and numbered below 0. None in a journey that was stopped meanwhile: it must be shared.
   */
  begin: {
    name: 'refunds.begin',
    text: `WITH e AS (
        INSERT INTO enrolment (tenant_id, member_id, journey_id, version_id, entry_no, shard, trigger_node, depth, entered_at, since_at,
          event_id, data, parent_id, parent_visit)
        SELECT $1, p.member_id, p.journey_id, x.ve, x.lowest - row_number() OVER (PARTITION BY p.member_id, p.journey_id ORDER BY x.i),
          p.shard, x.n, v.depth, ts($2), v.at, v.id, v.properties, p.id, x.vi
        FROM (SELECT u.*, least(0, (SELECT min(entry_no) FROM enrolment q WHERE q.member_id = u.m AND q.journey_id = u.j)) AS lowest
            FROM unnest($3::bigint[], $4::bigint[], $5::int[], $6::smallint[], $7::bigint[], $8::int[], $9::bigint[]) WITH ORDINALITY
              u(m, pa, vi, n, ve, f, j, i)) x
          JOIN enrolment p ON p.member_id = x.m AND p.id = x.pa
          JOIN order_reward w ON w.member_id = x.m AND w.enrolment_id = x.pa AND w.visit = x.vi
          JOIN refund r ON r.member_id = x.m AND r.order_id = w.order_id AND r.nth = x.f
          JOIN event v ON v.member_id = x.m AND v.id = r.event_id
        WHERE EXISTS (SELECT FROM journey WHERE id = x.j AND state IN ('running', 'paused', 'draining'))
        ORDER BY x.i
        RETURNING id, member_id, journey_id, version_id, shard, trigger_node, parent_id, parent_visit, entry_no, depth, event_id, entered_at AS at),
      t AS (
        INSERT INTO token (tenant_id, journey_id, version_id, shard, enrolment_id, member_id, node, step, visit, entry_no, depth,
          entered_at, arrived_at, previous_at, due_at)
        SELECT $1, journey_id, version_id, shard, id, member_id, trigger_node, 0, 1, entry_no, depth, at, at, at, at FROM e)
      SELECT id, event_id, journey_id, version_id, shard, trigger_node, parent_id, parent_visit FROM e`,
  },
} as const
