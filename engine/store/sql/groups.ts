/** Groups: who is in them, and whom segments held when they were looked at last. */
export const groupsSql = {
  list: {
    name: 'groups.list',
    never: ['size', 'updated_at'],
    text: `SELECT g.id, g.key, g.name, ms(g.updated_at) AS updated_at,
        (SELECT count(*)::int FROM group_member m WHERE m.group_id = g.id) AS size
      FROM member_group g WHERE $1::text IS NULL OR g.key = $1 ORDER BY g.name, g.key`,
  },
  byKey: { name: 'groups.by-key', text: 'SELECT key, id FROM member_group WHERE key = ANY($1::text[])' },
  lock: { name: 'groups.lock', text: 'SELECT id FROM member_group WHERE key = $1 FOR NO KEY UPDATE' },
  /** Answers those who were not in it. In one order for everybody. */
  add: {
    name: 'groups.add',
    text: `INSERT INTO group_member (tenant_id, group_id, member_id, source, at)
      SELECT $1, g, m, $4, ts($5) FROM (SELECT DISTINCT g, m FROM unnest($2::bigint[]) g CROSS JOIN unnest($3::bigint[]) m) x
      WHERE EXISTS (SELECT FROM member WHERE id = m) ORDER BY g, m
      ON CONFLICT DO NOTHING RETURNING group_id, member_id`,
  },
  remove: {
    name: 'groups.remove',
    text: 'DELETE FROM group_member WHERE group_id = ANY($1::bigint[]) AND member_id = ANY($2::bigint[]) RETURNING group_id, member_id',
  },
  empty: { name: 'groups.empty', text: 'DELETE FROM group_member WHERE group_id = $1' },
  touch: {
    name: 'groups.touch',
    text: 'UPDATE member_group SET updated_at = ts(waymark_clock()) WHERE id = ANY($1::bigint[])',
  },
  people: {
    name: 'groups.people',
    text: 'SELECT member_id FROM group_member WHERE group_id = $1 AND member_id > $2 ORDER BY member_id LIMIT $3',
  },
  /** Whether each group has a member, in the order of the keys. */
  judge: {
    name: 'groups.judge',
    never: ['holds'],
    text: `SELECT g.key, g.name, EXISTS (SELECT FROM group_member m WHERE m.group_id = g.id AND m.member_id = $2) AS holds
      FROM unnest($1::text[]) WITH ORDINALITY k(key, o) JOIN member_group g ON g.key = k.key ORDER BY o`,
  },
  /** Which of some members a group has; one row of null where it has none of them, no row where it is gone. */
  having: {
    name: 'groups.having',
    text: `SELECT m.member_id FROM member_group g
      LEFT JOIN group_member m ON m.group_id = g.id AND m.member_id = ANY($2::bigint[]) WHERE g.key = $1`,
  },
  of: {
    name: 'groups.of',
    text: 'SELECT g.key FROM group_member m JOIN member_group g ON g.id = m.group_id WHERE m.member_id = $1',
  },
  /** Members by what an uploaded list calls them; `member` is their number. */
  known: {
    name: 'groups.known',
    never: ['o', 'member_id'],
    text: `SELECT x.o::int AS o, coalesce(i.member_id, m.id) AS member_id
      FROM unnest($1::text[], $2::text[]) WITH ORDINALITY x(n, v, o)
      LEFT JOIN identity i ON i.namespace = x.n AND i.value = x.v
      LEFT JOIN member m ON x.n = 'member' AND m.id = CASE WHEN x.v ~ '^[1-9][0-9]{0,14}$' THEN x.v::bigint END
      WHERE coalesce(i.member_id, m.id) IS NOT NULL`,
  },
} as const
