export const pointsSql = {
  /** A lot has its entry's key: both are written once. In member order, so that two grants never wait for each other in a ring. */
  grant: {
    name: 'points.grant',
    text: `WITH entry AS (
        INSERT INTO point_entry (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, reason, at)
        SELECT $1, m, e, v, $3, $2, n, r, ts(a)
        FROM unnest($4::bigint[], $5::bigint[], $6::int[], $7::bigint[], $8::float8[], $10::text[]) x(m, e, v, n, a, r)
        ON CONFLICT DO NOTHING RETURNING member_id, amount),
      lot AS (
        INSERT INTO point_lot (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, remaining, available_at, expires_at)
        SELECT $1, m, e, v, $3, $2, n, n, ts(a), ts(ex)
        FROM unnest($4::bigint[], $5::bigint[], $6::int[], $7::bigint[], $8::float8[], $9::float8[]) x(m, e, v, n, a, ex)
        ON CONFLICT DO NOTHING)
      INSERT INTO point_account (tenant_id, member_id, kind, balance)
      SELECT $1, member_id, $2, sum(amount) FROM entry GROUP BY member_id ORDER BY member_id
      ON CONFLICT (tenant_id, member_id, kind) DO UPDATE SET balance = point_account.balance + excluded.balance`,
  },
} as const
