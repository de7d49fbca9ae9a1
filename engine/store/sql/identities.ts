/** Who a member is outside: identities by namespace, and the attributes known of it. */
export const identitiesSql = {
  known: {
    name: 'identities.known',
    text: `SELECT i.namespace, i.value, i.member_id,
        CASE WHEN i.namespace = $3 THEN i.value
          ELSE (SELECT u.value FROM identity u WHERE u.member_id = i.member_id AND u.namespace = $3 LIMIT 1) END AS user_id
      FROM unnest($1::text[], $2::text[]) x(n, v) JOIN identity i ON i.namespace = x.n AND i.value = x.v`,
  },
  makeMembers: {
    name: 'identities.make-members',
    text: `INSERT INTO member (tenant_id, status, created_at) SELECT $1, $2, ts($3) FROM generate_series(1, $4::int)
      RETURNING id`,
  },
  /** In one order for everybody, so that two who link the same identities wait for each other and never in a ring. */
  link: {
    name: 'identities.link',
    text: `INSERT INTO identity (tenant_id, namespace, value, member_id)
      SELECT $1, n, v, m FROM unnest($2::text[], $3::text[], $4::bigint[]) x(n, v, m) ORDER BY n, v
      ON CONFLICT DO NOTHING RETURNING 1 AS linked`,
  },
  replace: {
    name: 'identities.replace',
    text: `DELETE FROM identity i USING unnest($1::bigint[], $2::text[], $3::text[]) x(m, n, v)
      WHERE i.member_id = x.m AND i.namespace = x.n AND i.value IS DISTINCT FROM x.v`,
  },
  /** The members must be locked: what they had is read before it is written. Answers what was there in place of what is other now; 'null': nothing. */
  setAttributes: {
    name: 'members.set-attributes',
    never: ['was'],
    text: `WITH x AS MATERIALIZED (
        SELECT m.id, a::jsonb AS a, (SELECT jsonb_object_agg(key, coalesce(m.attributes -> key, 'null')) FROM jsonb_each(a::jsonb)
          WHERE coalesce(m.attributes -> key, 'null') IS DISTINCT FROM value) AS was
        FROM unnest($1::bigint[], $2::text[]) u(m, a) JOIN member m ON m.id = u.m),
      put AS (UPDATE member m SET attributes =
          (m.attributes || x.a) - ARRAY(SELECT key FROM jsonb_each(x.a) WHERE value = 'null'::jsonb)
        FROM x WHERE m.id = x.id AND x.was IS NOT NULL)
      SELECT id, was FROM x WHERE was IS NOT NULL`,
  },
} as const
