/** What journeys do to attributes. */
export const attributesSql = {
  /** The members are locked. Of visits that were not there before: the last value, or the sum. Answers what is other than it was, and was before. */
  change: {
    name: 'attributes.change',
    never: ['at', 'was', 'is'],
    text: `WITH x AS MATERIALIZED (
        SELECT * FROM unnest($5::date[], $6::bigint[], $7::int[], $8::bigint[], $9::float8[], $10::text[]) u(mo, e, v, m, a, val)),
      fresh AS (INSERT INTO effect (entered_month, tenant_id, enrolment_id, visit, kind, member_id, at, detail)
        SELECT mo, $1, e, v, $2, m, ts(a), jsonb_build_object('attribute', $3::text)
        FROM x ON CONFLICT DO NOTHING RETURNING enrolment_id, visit),
      wanted AS MATERIALIZED (SELECT m, max(a) AS a, (array_agg(val::jsonb ORDER BY a DESC, e DESC, v DESC))[1] AS val,
          sum(CASE WHEN $4 THEN val::numeric END) AS added
        FROM x JOIN fresh f ON f.enrolment_id = e AND f.visit = v GROUP BY m),
      became AS MATERIALIZED (SELECT m.id, w.a, coalesce(m.attributes -> $3, 'null') AS before,
          CASE WHEN NOT $4 THEN w.val
            WHEN jsonb_typeof(m.attributes -> $3) = 'number' THEN to_jsonb((m.attributes -> $3)::numeric + w.added)
            ELSE to_jsonb(w.added) END AS val
        FROM wanted w JOIN member m ON m.id = w.m),
      put AS (UPDATE member m SET attributes =
          CASE WHEN b.val = 'null' THEN m.attributes - $3 ELSE m.attributes || jsonb_build_object($3, b.val) END
        FROM became b WHERE m.id = b.id AND b.val <> b.before)
      SELECT id AS member_id, a AS at, before AS was, val AS is FROM became WHERE val <> before`,
  },
} as const
