/** What was typed, as the keys have it, and the first text beyond all that begin with it. */
const FROM = 'left(lower($1), 100)'
const BEYOND = `${FROM} || chr(1114111)`
const BEGINS = (key: string) => `${key} >= ${FROM} AND ${key} < ${BEYOND}`
/** The same from beyond a place on. In one comparison: of two lower bounds the index would begin at the lower. */
const AFTER = (key: string, member: string) =>
  `(${key}, ${member}) > (greatest($2 COLLATE "C", ${FROM}), $3) AND ${key} < ${BEYOND}`

/** The first of a member's keys that begins with what was typed: a member is listed under that one only. */
const FIRST_KEY = (member: string) => `(SELECT min(k) FROM (
    SELECT name_key AS k FROM member WHERE id = ${member} AND ${BEGINS('name_key')}
    UNION ALL SELECT value_key FROM identity WHERE member_id = ${member} AND ${BEGINS('value_key')}) keys)`

/** Members as people look at them: lists and one profile. */
export const peopleSql = {
  count: { name: 'people.count', never: ['n'], text: 'SELECT count(*) AS n FROM member' },
  newest: { name: 'people.newest', text: 'SELECT id FROM member WHERE id < $1 ORDER BY id DESC LIMIT $2' },
  /** Members with a key that begins with `$1`, in the order of the keys, from beyond key `$2` of member `$3`. */
  matching: {
    name: 'people.matching',
    never: ['key', 'member_id'],
    text: `SELECT k AS key, id AS member_id FROM (
        (SELECT name_key AS k, id FROM member m WHERE ${AFTER('name_key', 'id')} AND name_key = ${FIRST_KEY('m.id')} ORDER BY name_key, id LIMIT $4)
        UNION
        (SELECT value_key, member_id FROM identity i WHERE ${AFTER('value_key', 'member_id')} AND value_key = ${FIRST_KEY('i.member_id')} ORDER BY value_key, member_id LIMIT $4)) found
      ORDER BY k, id LIMIT $4`,
  },
  /** Rows of a list, in the order of the ids. */
  rows: {
    name: 'people.rows',
    never: ['created_at', 'identities', 'tags', 'points'],
    text: `SELECT m.id, m.status, m.attributes ->> 'name' AS name, ms(m.created_at) AS created_at,
        coalesce((SELECT jsonb_object_agg(i.namespace, i.value) FROM (SELECT DISTINCT ON (namespace) namespace, value
          FROM identity WHERE member_id = m.id ORDER BY namespace, value) i), '{}') AS identities,
        ARRAY(SELECT tag FROM member_tag WHERE member_id = m.id
          AND (expires_at IS NULL OR expires_at > ts(waymark_clock())) ORDER BY at DESC, tag LIMIT 4) AS tags,
        coalesce((SELECT balance FROM point_account p WHERE p.member_id = m.id AND p.kind = 0), 0) AS points,
        (SELECT ms(e.at) FROM event e WHERE e.member_id = m.id ORDER BY e.id DESC LIMIT 1) AS last_event_at
      FROM unnest($1::bigint[]) WITH ORDINALITY x(id, o) JOIN member m ON m.id = x.id ORDER BY x.o`,
  },
  /** The newest events, oldest first. */
  lately: {
    name: 'people.lately',
    never: ['at'],
    text: `SELECT name, ms(at) AS at, properties FROM (SELECT id, name, at, properties FROM event WHERE member_id = $1
      ORDER BY id DESC LIMIT $2) e ORDER BY id`,
  },
  /** Arms of the tests of journey `$2`, by node of the version that runs. */
  arms: {
    name: 'people.arms',
    never: ['node'],
    text: `SELECT k.key AS node, a.arm FROM arm a JOIN journey j ON j.id = a.journey_id JOIN version v ON v.id = j.version_id
      CROSS JOIN LATERAL jsonb_each(v.plan -> 'keys') k
      WHERE a.member_id = $1 AND j.key = $2 AND k.value = to_jsonb(a.node_key)`,
  },
  one: {
    name: 'people.one',
    never: ['created_at'],
    text: 'SELECT id, status, attributes, ms(created_at) AS created_at FROM member WHERE id = $1',
  },
  identities: {
    name: 'people.identities',
    text: 'SELECT namespace, value FROM identity WHERE member_id = $1 ORDER BY namespace, value LIMIT 100',
  },
  tags: {
    name: 'people.tags',
    never: ['at'],
    text: `SELECT tag, source, ms(at) AS at, ms(expires_at) AS expires_at FROM member_tag
      WHERE member_id = $1 AND (expires_at IS NULL OR expires_at > ts(waymark_clock())) ORDER BY at DESC, tag LIMIT 500`,
  },
  consents: {
    name: 'people.consents',
    never: ['at'],
    text: 'SELECT channel, purpose, granted, source, ms(at) AS at FROM consent WHERE member_id = $1 ORDER BY channel, purpose',
  },
  /** Balances, and of each the points that lapse next. */
  points: {
    name: 'people.points',
    text: `SELECT kind, balance, ms(lapses_at) AS lapses_at,
        (SELECT sum(l.remaining)::bigint FROM point_lot l WHERE l.member_id = $1 AND l.kind = a.kind AND l.remaining > 0
          AND l.expires_at = a.lapses_at) AS lapsing
      FROM (SELECT kind, balance, (SELECT min(expires_at) FROM point_lot l WHERE l.member_id = $1 AND l.kind = p.kind
          AND l.remaining > 0 AND l.expires_at > ts(waymark_clock())) AS lapses_at
        FROM point_account p WHERE p.member_id = $1) a
      ORDER BY kind`,
  },
} as const
