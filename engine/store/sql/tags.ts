export const tagsSql = {
  effect: {
    name: 'tags.effect',
    text: `INSERT INTO effect (entered_month, tenant_id, enrolment_id, visit, kind, member_id, at, detail)
      SELECT mo, $1, e, v, $2, m, ts(a), $8::jsonb
      FROM unnest($3::date[], $4::bigint[], $5::int[], $6::bigint[], $7::float8[]) x(mo, e, v, m, a) ON CONFLICT DO NOTHING`,
  },
  add: {
    name: 'tags.add',
    text: `INSERT INTO member_tag (tenant_id, member_id, tag, source, at, expires_at)
      SELECT DISTINCT ON (m, t) $1::bigint, m, t, $2, ts(a), ts(ex)
      FROM unnest($3::bigint[], $4::float8[], $5::float8[]) x(m, a, ex) CROSS JOIN unnest($6::text[]) t ORDER BY m, t, a DESC
      ON CONFLICT (tenant_id, member_id, tag) DO UPDATE SET source = excluded.source, at = excluded.at, expires_at = excluded.expires_at`,
  },
  remove: {
    name: 'tags.remove',
    text: 'DELETE FROM member_tag WHERE member_id = ANY($1::bigint[]) AND tag = ANY($2::text[])',
  },
  removeOthers: {
    name: 'tags.remove-others',
    text: 'DELETE FROM member_tag WHERE member_id = ANY($1::bigint[]) AND NOT tag = ANY($2::text[])',
  },
} as const
