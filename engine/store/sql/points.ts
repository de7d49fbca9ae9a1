export const pointsSql = {
  /** In member order, so that two grants never wait for each other in a ring. */
  grant: {
    name: 'points.grant',
    text: `WITH given AS MATERIALIZED (
        SELECT DISTINCT ON (m, e, v) * FROM unnest($4::bigint[], $5::bigint[], $6::int[], $7::bigint[], $8::float8[], $9::float8[], $10::text[])
          x(m, e, v, n, a, ex, r)),
      entry AS (
        INSERT INTO point_entry (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, reason, at)
        SELECT $1, m, e, v, $3, $2, n, r, ts(a) FROM given
        ON CONFLICT DO NOTHING RETURNING member_id, enrolment_id, visit, amount, at),
      lot AS (
        INSERT INTO point_lot (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, remaining, available_at, expires_at)
        SELECT $1, y.member_id, y.enrolment_id, y.visit, $3, $2, y.amount, y.amount, y.at, ts(x.ex)
        FROM entry y JOIN given x ON x.m = y.member_id AND x.e = y.enrolment_id AND x.v = y.visit)
      INSERT INTO point_account (tenant_id, member_id, kind, balance)
      SELECT $1, member_id, $2, sum(amount) FROM entry GROUP BY member_id ORDER BY member_id
      ON CONFLICT (tenant_id, member_id, kind) DO UPDATE SET balance = point_account.balance + excluded.balance`,
  },
} as const
