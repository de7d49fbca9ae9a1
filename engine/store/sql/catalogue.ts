/**
 * What conditions can be built of, looked up in a sample: some newest members, and as many spread over all there are, with
 * their newest events. A million members are read no longer than a thousand.
 */
export const catalogueSql = {
  members: {
    name: 'catalogue.members',
    never: ['member_id'],
    text: `WITH ends AS (SELECT (SELECT min(id) FROM member) AS lowest, (SELECT max(id) FROM member) AS highest)
      SELECT id AS member_id FROM (SELECT id FROM member ORDER BY id DESC LIMIT $1) newest
      UNION SELECT m.id FROM ends CROSS JOIN generate_series(0, $1 - 1) n
        CROSS JOIN LATERAL (SELECT id FROM member WHERE id >= lowest + (highest - lowest) * n / $1 ORDER BY id LIMIT 1) m`,
  },
  attributes: { name: 'catalogue.attributes', text: 'SELECT attributes FROM member WHERE id = ANY($1::bigint[])' },
  tags: {
    name: 'catalogue.tags',
    never: ['n'],
    text: `SELECT tag, count(*)::int AS n FROM member_tag WHERE member_id = ANY($1::bigint[])
      GROUP BY tag ORDER BY n DESC, tag LIMIT 500`,
  },
  events: {
    name: 'catalogue.events',
    text: `SELECT e.name, e.properties FROM unnest($1::bigint[]) m
      CROSS JOIN LATERAL (SELECT name, properties FROM event WHERE member_id = m ORDER BY id DESC LIMIT 20) e`,
  },
  /** Events that journeys wait for, seen or not. */
  subscribed: {
    name: 'catalogue.subscribed',
    text: 'SELECT DISTINCT event FROM subscription ORDER BY event LIMIT 500',
  },
  segments: { name: 'catalogue.segments', text: 'SELECT key FROM segment ORDER BY key LIMIT $1::int' },
} as const
