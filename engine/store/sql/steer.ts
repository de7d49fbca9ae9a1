/** People taken by hand out of where they stand, and who stands or left where. */
export const steerSql = {
  /** Waits for whoever walks them: a token put back meanwhile is found by asking again. */
  take: {
    name: 'steer.take',
    never: ['entered_at', 'arrived_at', 'previous_at'],
    text: `WITH mine AS MATERIALIZED (SELECT t.ctid FROM unnest($2::bigint[], $3::bigint[]) x(m, e)
        JOIN token t ON t.member_id = x.m AND t.enrolment_id = x.e AND t.journey_id = $1 AND (t.failed OR NOT $4::boolean)
        ORDER BY t.enrolment_id FOR UPDATE OF t)
      DELETE FROM token WHERE ctid = ANY(ARRAY(SELECT ctid FROM mine))
      RETURNING enrolment_id, member_id, version_id, shard, node, step, visit, entry_no, depth, failed,
        ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at`,
  },
  /** Those of them who are inside still, in the journey. */
  inside: {
    name: 'steer.inside',
    text: `SELECT e.id AS enrolment_id, e.member_id FROM unnest($2::bigint[], $3::bigint[]) x(m, e)
      JOIN enrolment e ON e.member_id = x.m AND e.id = x.e AND e.journey_id = $1
        AND CASE WHEN $4::boolean THEN e.state = 1 ELSE e.state < 2 END`,
  },
  forget: { name: 'steer.forget', text: 'DELETE FROM stimulus WHERE enrolment_id = ANY($1::bigint[])' },
  revive: {
    name: 'steer.revive',
    text: `UPDATE enrolment e SET state = 0, reason = NULL, ended_at = NULL FROM unnest($1::bigint[], $2::bigint[]) x(m, id)
      WHERE e.member_id = x.m AND e.id = x.id AND e.state = 1`,
  },
  /** Who stands at nodes (`$2` versions, `$3` nodes) of journey `$1`; `$4` failed ones or those who wait; `$5` search; enrolments below `$6`. */
  standing: {
    name: 'steer.standing',
    never: ['at'],
    text: `SELECT t.enrolment_id, t.member_id, t.version_id, t.entry_no, ms(t.arrived_at) AS at,
        CASE WHEN t.due_at = 'infinity' THEN NULL ELSE ms(t.due_at) END AS wakes_at, NULL::smallint[] AS outcomes,
        (SELECT e.reason FROM enrolment e WHERE t.failed AND e.member_id = t.member_id AND e.id = t.enrolment_id) AS reason,
        m.attributes ->> 'name' AS name
      FROM unnest($2::bigint[], $3::smallint[]) x(v, n)
      JOIN token t ON t.journey_id = $1 AND t.version_id = x.v AND t.node = x.n AND t.failed = $4
      JOIN member m ON m.id = t.member_id
      WHERE t.enrolment_id < $6 AND ($5::text IS NULL OR strpos(lower(m.attributes ->> 'name'), lower($5)) > 0
        OR EXISTS (SELECT FROM identity i WHERE i.member_id = m.id AND strpos(lower(i.value), lower($5)) > 0))
      ORDER BY t.enrolment_id DESC LIMIT $7::int`,
  },
  /** Who left nodes of a journey by outcomes (`$4`, as ways of the nodes beside them), each once, by the last time. */
  gone: {
    name: 'steer.gone',
    never: ['at'],
    text: `SELECT DISTINCT ON (t.enrolment_id) t.enrolment_id, t.member_id, t.version_id, e.entry_no, ms(t.at) AS at,
        NULL::float8 AS wakes_at, o.way AS outcomes, NULL::text AS reason, m.attributes ->> 'name' AS name
      FROM trace t
      CROSS JOIN LATERAL (SELECT ARRAY[t.nodes[i], t.outcomes[i]] AS way FROM generate_subscripts(t.nodes, 1) i
        JOIN unnest($2::bigint[], $3::smallint[], $4::smallint[]) x(v, n, o) ON x.v = t.version_id AND x.n = t.nodes[i] AND x.o = t.outcomes[i]
        ORDER BY i DESC LIMIT 1) o
      JOIN member m ON m.id = t.member_id
      JOIN enrolment e ON e.member_id = t.member_id AND e.id = t.enrolment_id
      WHERE t.journey_id = $1 AND t.enrolment_id < $6
        AND ($5::text IS NULL OR strpos(lower(m.attributes ->> 'name'), lower($5)) > 0
        OR EXISTS (SELECT FROM identity i WHERE i.member_id = m.id AND strpos(lower(i.value), lower($5)) > 0))
      ORDER BY t.enrolment_id DESC, t.visit DESC LIMIT $7::int`,
  },
  /** The identity that people know a member by best. */
  identities: {
    name: 'steer.identities',
    text: `SELECT DISTINCT ON (member_id) member_id, namespace, value FROM identity WHERE member_id = ANY($1::bigint[])
      ORDER BY member_id, array_position(ARRAY['user', 'email', 'phone'], namespace) NULLS LAST, value`,
  },
} as const
