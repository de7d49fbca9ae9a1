export const pointsSql = {
  /** What a visit was granted before is left out: the members are locked, and no visit is asked for twice in one batch; answers what was not. In member
   * order, so that two grants never wait for each other in a ring. */
  grant: {
    name: 'points.grant',
    never: ['enrolment_id', 'visit'],
    text: `WITH fresh AS MATERIALIZED (
        SELECT x.*
        FROM unnest($4::bigint[], $5::bigint[], $6::int[], $7::bigint[], $8::float8[], $9::float8[], $10::text[]) x(m, e, v, n, a, ex, r)
        WHERE NOT EXISTS (SELECT FROM point_entry p WHERE p.member_id = m AND p.enrolment_id = e AND p.visit = v AND p.effect = $3 OFFSET 0)),
      entry AS (
        INSERT INTO point_entry (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, reason, at)
        SELECT $1, m, e, v, $3, $2, n, r, ts(a) FROM fresh),
      lot AS (
        INSERT INTO point_lot (tenant_id, member_id, enrolment_id, visit, effect, kind, amount, remaining, available_at, expires_at)
        SELECT $1, m, e, v, $3, $2, n, n, ts(a), ts(ex) FROM fresh),
      account AS (
        INSERT INTO point_account (tenant_id, member_id, kind, balance)
        SELECT $1, m, $2, sum(n) FROM fresh GROUP BY m ORDER BY m
        ON CONFLICT (tenant_id, member_id, kind) DO UPDATE SET balance = point_account.balance + excluded.balance)
      SELECT e AS enrolment_id, v AS visit FROM fresh`,
  },
} as const
