/** What is known of members, loaded for many at once. */
export const membersSql = {
  attribute: {
    name: 'members.attribute',
    text: 'SELECT id, attributes -> $2 AS value FROM member WHERE id = ANY($1::bigint[])',
  },
  tag: {
    name: 'members.tag',
    text: 'SELECT member_id, ms(expires_at) AS expires_at FROM member_tag WHERE member_id = ANY($1::bigint[]) AND tag = $2',
  },
  events: {
    name: 'members.events',
    never: ['o', 'at'],
    text: `SELECT s.o::int AS o, e.id, e.name, ms(e.at) AS at, e.properties
      FROM unnest($1::bigint[], $2::float8[], $3::float8[], $4::float8[]) WITH ORDINALITY s(m, f, t, k, o)
      JOIN LATERAL (SELECT id, name, at, properties FROM event
        WHERE member_id = s.m AND name = ANY($5::text[]) AND at >= ts(s.f) AND at <= ts(s.t)
          AND received_at <= ts(s.k)) e ON true`,
  },
  points: {
    name: 'loyalty.balances',
    text: 'SELECT member_id, balance FROM point_account WHERE member_id = ANY($1::bigint[]) AND kind = $2',
  },
  consent: {
    name: 'reach.consent',
    text: `SELECT m.id, m.status,
        (SELECT granted FROM consent c WHERE c.member_id = m.id AND c.channel = $2 AND c.purpose = $3) AS granted,
        CASE WHEN $4 THEN (SELECT value FROM identity i WHERE i.member_id = m.id AND i.namespace = $2 ORDER BY value LIMIT 1) END AS address
      FROM member m WHERE m.id = ANY($1::bigint[])`,
  },
  entry: {
    name: 'enrol.entry',
    never: ['since_at'],
    text: `SELECT e.id, ms(e.since_at) AS since_at, e.event_id, e.data
      FROM unnest($1::bigint[], $2::bigint[]) x(m, id) JOIN enrolment e ON e.member_id = x.m AND e.id = x.id`,
  },
} as const
