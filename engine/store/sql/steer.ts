/** Members whose name or an identity holds what is searched for (`$5`). */
const FOUND = `found AS MATERIALIZED (SELECT id FROM member WHERE $5::text IS NOT NULL AND strpos(name_key, lower($5)) > 0
  UNION SELECT member_id FROM identity WHERE $5 IS NOT NULL AND strpos(value_key, lower($5)) > 0)`

/** People taken by hand out of where they stand, and who stands or left where. */
export const steerSql = {
  /** Waits for whoever walks them: a token put back meanwhile is found by asking again. */
  take: {
    name: 'steer.take',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at'],
    text: `WITH mine AS MATERIALIZED (SELECT t.ctid FROM unnest($2::bigint[], $3::bigint[]) x(m, e)
        JOIN token t ON t.member_id = x.m AND t.enrolment_id = x.e AND t.journey_id = $1 AND (t.failed OR NOT $4::boolean)
        ORDER BY t.enrolment_id FOR UPDATE OF t)
      DELETE FROM token WHERE ctid = ANY(ARRAY(SELECT ctid FROM mine))
      RETURNING journey_id, enrolment_id, member_id, version_id, shard, node, step, visit, entry_no, depth, failed, again,
        ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at, ms(due_at) AS due_at`,
  },
  /** Those of them who are inside still, in the journey. */
  inside: {
    name: 'steer.inside',
    text: `SELECT e.id AS enrolment_id, e.member_id FROM unnest($2::bigint[], $3::bigint[]) x(m, e)
      JOIN enrolment e ON e.member_id = x.m AND e.id = x.e AND e.journey_id = $1
        AND CASE WHEN $4::boolean THEN e.state = 1 ELSE e.state < 2 END`,
  },
  /** All that waits for enrolments, or with `$2` all but what takes them out. */
  forget: {
    name: 'steer.forget',
    text: 'DELETE FROM stimulus WHERE enrolment_id = ANY($1::bigint[]) AND (kind = 0 OR NOT $2::boolean)',
  },
  revive: {
    name: 'steer.revive',
    text: `UPDATE enrolment e SET state = 0, reason = NULL, ended_at = NULL FROM unnest($1::bigint[], $2::bigint[]) x(m, id)
      WHERE e.member_id = x.m AND e.id = x.id AND e.state = 1`,
  },
  /** Who stands at nodes (`$2` versions, `$3` nodes) of journey `$1`; `$4` failed ones or those who wait; `$5` search; enrolments below `$6`. */
  standing: {
    name: 'steer.standing',
    never: ['at'],
    text: `WITH ${FOUND}, page AS MATERIALIZED (SELECT t.* FROM unnest($2::bigint[], $3::smallint[]) x(v, n)
        JOIN token t ON t.journey_id = $1 AND t.version_id = x.v AND t.node = x.n AND t.failed = $4
        LEFT JOIN found f ON f.id = t.member_id
        WHERE t.enrolment_id < $6 AND ($5 IS NULL OR f.id IS NOT NULL)
        ORDER BY t.enrolment_id DESC LIMIT $7::int)
      SELECT t.enrolment_id, t.member_id, t.version_id, t.entry_no, t.step, ms(t.arrived_at) AS at,
        CASE WHEN t.due_at = 'infinity' THEN NULL ELSE ms(t.due_at) END AS wakes_at, NULL::smallint[] AS outcomes,
        (SELECT e.reason FROM enrolment e WHERE t.failed AND e.member_id = t.member_id AND e.id = t.enrolment_id) AS reason,
        m.attributes ->> 'name' AS name
      FROM page t JOIN member m ON m.id = t.member_id ORDER BY t.enrolment_id DESC`,
  },
  /**
   * Who left nodes of journey `$1` (`$2` versions, `$3` nodes) by outcomes (`$4`: of each node, as the text of an array), each
   * once, by the last time; `$5` search; enrolments below `$6`. Reads all traces of the journey, so that only the page is joined.
   */
  gone: {
    name: 'steer.gone',
    never: ['at'],
    text: `WITH ${FOUND}, place AS MATERIALIZED (
        SELECT v, n, o::smallint[] AS o FROM unnest($2::bigint[], $3::smallint[], $4::text[]) x(v, n, o)),
      page AS MATERIALIZED (SELECT t.enrolment_id, max(t.visit) AS visit, max(t.entered_month) AS entered_month
        FROM place x JOIN trace t ON t.version_id = x.v LEFT JOIN found f ON f.id = t.member_id
        WHERE t.journey_id = $1 AND t.enrolment_id < $6
          AND (t.outcomes[array_position(t.nodes, x.n)] = ANY(x.o) OR cardinality(array_positions(t.nodes, x.n)) > 1
            AND EXISTS (SELECT FROM unnest(array_positions(t.nodes, x.n)) i WHERE t.outcomes[i] = ANY(x.o)))
          AND ($5 IS NULL OR f.id IS NOT NULL)
        GROUP BY 1 ORDER BY 1 DESC LIMIT $7::int)
      SELECT t.enrolment_id, t.member_id, t.version_id, e.entry_no, NULL::smallint AS step, ms(t.at) AS at,
        NULL::float8 AS wakes_at,
        (SELECT ARRAY[t.nodes[i], t.outcomes[i]] FROM place x, unnest(array_positions(t.nodes, x.n)) i
          WHERE x.v = t.version_id AND t.outcomes[i] = ANY(x.o) ORDER BY i DESC LIMIT 1) AS outcomes,
        NULL::text AS reason, m.attributes ->> 'name' AS name
      FROM page p
      JOIN trace t ON t.entered_month = p.entered_month AND t.enrolment_id = p.enrolment_id AND t.visit = p.visit
      JOIN member m ON m.id = t.member_id
      JOIN enrolment e ON e.member_id = t.member_id AND e.id = t.enrolment_id
      ORDER BY t.enrolment_id DESC`,
  },
  /** The identity that people know a member by best. */
  identities: {
    name: 'steer.identities',
    text: `SELECT DISTINCT ON (member_id) member_id, namespace, value FROM identity WHERE member_id = ANY($1::bigint[])
      ORDER BY member_id, array_position(ARRAY['user', 'email', 'phone'], namespace) NULLS LAST, value`,
  },
} as const
