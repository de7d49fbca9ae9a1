/** Attributes that hold when members first did something. */
export const firstDatesSql = {
  all: { name: 'first-dates.all', text: 'SELECT attribute, events FROM first_date ORDER BY attribute' },
  /** Those that events of these names may set. */
  of: {
    name: 'first-dates.of',
    text: 'SELECT attribute, events FROM first_date WHERE events && $1::text[] ORDER BY attribute',
  },
  /** All of them anew, audited. One whose events are others is filled again. */
  save: {
    name: 'first-dates.save',
    text: `WITH x AS MATERIALIZED (SELECT attribute, ARRAY(SELECT jsonb_array_elements_text(events)) AS events
        FROM jsonb_to_recordset($2::jsonb) d(attribute text, events jsonb)),
      gone AS (DELETE FROM first_date d WHERE NOT EXISTS (SELECT FROM x WHERE x.attribute = d.attribute)),
      saved AS (INSERT INTO first_date (tenant_id, attribute, events) SELECT $1::bigint, attribute, events FROM x
        ON CONFLICT (tenant_id, attribute) DO UPDATE SET events = excluded.events, after_member = 0, filled = false
          WHERE first_date.events <> excluded.events)
      INSERT INTO audit (tenant_id, actor, action, subject, detail) VALUES ($1, $3::text, 'first-dates.save', '', $2)`,
  },
  /** When each of members first did one of some things; none of who never did. */
  earliest: {
    name: 'first-dates.earliest',
    never: ['member_id', 'at'],
    text: `SELECT x.m AS member_id, ms(min(e.at)) AS at FROM unnest($1::bigint[]) x(m) CROSS JOIN unnest($2::text[]) n(name)
      CROSS JOIN LATERAL (SELECT at FROM event WHERE member_id = x.m AND name = n.name ORDER BY at LIMIT 1) e GROUP BY x.m`,
  },
  /** Not filled yet, across tenants. */
  open: { name: 'first-dates.open', text: 'SELECT tenant_id, attribute FROM first_date WHERE NOT filled' },
  lock: {
    name: 'first-dates.lock',
    text: 'SELECT events, after_member FROM first_date WHERE attribute = $1 AND NOT filled FOR UPDATE',
  },
  chunk: {
    name: 'first-dates.chunk',
    text: 'SELECT id FROM member WHERE id > $1 AND status < 4 ORDER BY id LIMIT $2',
  },
  progress: {
    name: 'first-dates.progress',
    text: 'UPDATE first_date SET after_member = $2, filled = $3 WHERE attribute = $1',
  },
} as const
