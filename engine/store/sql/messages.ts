export const messagesSql = {
  plan: {
    name: 'messages.plan',
    text: `INSERT INTO message (entered_month, tenant_id, enrolment_id, visit, kind, member_id, journey_id, version_id, node,
        channel, purpose, state, planned_at, due_at, settled_at, variables)
      SELECT mo, $1, e, v, $2, m, $3, $4, $5, $6, $7, $8, ts(a), ts(a), CASE WHEN $8::smallint = 0 THEN NULL ELSE ts(a) END, va::jsonb
      FROM unnest($9::date[], $10::bigint[], $11::int[], $12::bigint[], $13::float8[], $14::text[]) x(mo, e, v, m, a, va)
      ON CONFLICT DO NOTHING`,
  },
} as const
