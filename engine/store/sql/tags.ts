import { dueOf } from '../clock-work.ts'

export const tagsSql = {
  effect: {
    name: 'tags.effect',
    text: `INSERT INTO effect (entered_month, tenant_id, enrolment_id, visit, kind, member_id, at, detail)
      SELECT mo, $1, e, v, $2, m, ts(a), $8::jsonb
      FROM unnest($3::date[], $4::bigint[], $5::int[], $6::bigint[], $7::float8[]) x(mo, e, v, m, a) ON CONFLICT DO NOTHING`,
  },
  /** Answers those that were not there before, or had expired. The members are locked. */
  add: {
    name: 'tags.add',
    never: ['member_id', 'tag', 'at'],
    text: `WITH wanted AS MATERIALIZED (
        SELECT DISTINCT ON (m, t) m, t, a, ex
        FROM unnest($3::bigint[], $4::float8[], $5::float8[]) x(m, a, ex) CROSS JOIN unnest($6::text[]) t ORDER BY m, t, a DESC),
      put AS (INSERT INTO member_tag (tenant_id, member_id, tag, source, at, expires_at)
        SELECT $1::bigint, m, t, $2, ts(a), ts(ex) FROM wanted
        ON CONFLICT (tenant_id, member_id, tag) DO UPDATE SET source = excluded.source, at = excluded.at,
          expires_at = excluded.expires_at, lapse_told = false)
      SELECT m AS member_id, t AS tag, a AS at FROM wanted WHERE NOT EXISTS (SELECT FROM member_tag g
        WHERE g.member_id = m AND g.tag = t AND (g.expires_at IS NULL OR g.expires_at > ts(a)) OFFSET 0)`,
  },
  /** Takes off those that are in the list, or, with `$3`, that are not; answers those that had not expired. */
  remove: {
    name: 'tags.remove',
    never: ['at'],
    text: `WITH x AS MATERIALIZED (SELECT m, max(a) AS a FROM unnest($1::bigint[], $4::float8[]) u(m, a) GROUP BY m),
      gone AS (DELETE FROM member_tag g USING x WHERE g.member_id = x.m AND (g.tag = ANY($2::text[])) <> $3::boolean
        RETURNING g.member_id, g.tag, x.a AS at, g.expires_at)
      SELECT member_id, tag, at FROM gone WHERE expires_at IS NULL OR expires_at > ts(at)`,
  },
  /** Whose tags have expired untold, by their tenants' clocks, up to `$1` of each; read across tenants. */
  lapsed: { name: 'tags.lapsed', text: dueOf('tags', 'tenant_id, member_id', '$1') },
  /** Answers which, and when. The members are locked. */
  lapse: {
    name: 'tags.lapse',
    never: ['at'],
    text: `UPDATE member_tag SET lapse_told = true WHERE member_id = ANY($1::bigint[]) AND NOT lapse_told AND expires_at <= ts($2)
      RETURNING member_id, tag, ms(expires_at) AS at`,
  },
} as const
