/** Goals of journeys: who may reach one, and who did. */
export const goalsSql = {
  aim: {
    name: 'goals.aim',
    text: 'INSERT INTO aim (tenant_id, event, version_id, journey_id) SELECT $1, e, $2, $3 FROM unnest($4::text[]) e ON CONFLICT DO NOTHING',
  },
  /** Versions with a goal on one of the events. */
  aims: {
    name: 'goals.aims',
    text: `SELECT DISTINCT a.version_id, a.journey_id, j.key FROM aim a JOIN journey j ON j.id = a.journey_id
      WHERE a.event = ANY($1::text[])`,
  },
  /** Entries of members into journeys, those that ended too, and the goals that each has reached. */
  entries: {
    name: 'goals.entries',
    never: ['entered_at', 'since_at', 'reached'],
    text: `SELECT e.id, e.member_id, e.journey_id, e.version_id, e.entry_no, e.state, ms(e.entered_at) AS entered_at,
        ms(e.since_at) AS since_at, e.event_id, ARRAY(SELECT goal FROM goal_reached g WHERE g.enrolment_id = e.id) AS reached
      FROM unnest($1::bigint[]) x(m) CROSS JOIN LATERAL (
        SELECT * FROM enrolment WHERE member_id = x.m AND journey_id = ANY($2::bigint[]) AND entry_no > 0 OFFSET 0) e
      ORDER BY e.id`,
  },
  reach: {
    name: 'goals.reach',
    text: `INSERT INTO goal_reached (tenant_id, journey_id, version_id, goal, enrolment_id, member_id, event_id, at, entered_at, held_out, value)
      SELECT $1, j, v, g, e, m, ev, ts(a), ts(ea), h, va
      FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::float8[], $9::float8[], $10::boolean[],
        $11::float8[]) x(j, v, g, e, m, ev, a, ea, h, va) ON CONFLICT DO NOTHING`,
  },
  /** What reached goals are worth, of those who entered on local days from `$2` to `$3`, both included; null: open. */
  values: {
    name: 'goals.values',
    never: ['value'],
    text: `SELECT g.goal, g.version_id, g.held_out, sum(g.value) AS value FROM goal_reached g
      CROSS JOIN LATERAL (SELECT (g.entered_at AT TIME ZONE (SELECT zone FROM tenant WHERE id = g.tenant_id))::date AS day) d
      WHERE g.journey_id = $1 AND g.value IS NOT NULL AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3)
      GROUP BY 1, 2, 3`,
  },
  /** Who reached goal `$2` of journey `$1`, or of those who entered (`$3` versions) did not; enrolments below `$5`, newest first. */
  people: {
    name: 'goals.people',
    never: ['entered_at', 'held_out'],
    text: `SELECT e.id AS enrolment_id, e.member_id, e.version_id, e.entry_no, ms(e.entered_at) AS entered_at, e.state = 9 AS held_out,
        ms(g.at) AS reached_at, g.value, m.attributes ->> 'name' AS name
      FROM enrolment e JOIN member m ON m.id = e.member_id
        LEFT JOIN goal_reached g ON g.journey_id = e.journey_id AND g.enrolment_id = e.id AND g.goal = $2
      WHERE e.journey_id = $1 AND e.version_id = ANY($3::bigint[]) AND (g.goal IS NOT NULL) = $4::boolean AND e.id < $5 AND e.entry_no > 0 AND e.state NOT IN (7, 8)
      ORDER BY e.id DESC LIMIT $6::int`,
  },
} as const
