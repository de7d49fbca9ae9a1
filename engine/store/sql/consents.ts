export const consentsSql = {
  set: {
    name: 'consents.set',
    text: `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
      SELECT $1, m, c, p, g, 'api', ts($6) FROM unnest($2::bigint[], $3::text[], $4::text[], $5::boolean[]) x(m, c, p, g)
      ON CONFLICT (tenant_id, member_id, channel, purpose) DO UPDATE
        SET granted = excluded.granted, source = excluded.source, at = excluded.at`,
  },
  marketing: {
    name: 'consents.marketing',
    text: "SELECT member_id, channel, granted FROM consent WHERE member_id = ANY($1::bigint[]) AND purpose = 'marketing'",
  },
} as const
