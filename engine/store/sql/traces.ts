/** What happened to one member (`$1`) in one journey (`$2`). */
export const tracesSql = {
  enrolments: {
    name: 'traces.enrolments',
    never: ['entered_at'],
    text: `SELECT e.id, e.entry_no, e.version_id, v.number AS version, e.state, e.reason, e.trigger_node,
        ms(e.entered_at) AS entered_at, ms(e.ended_at) AS ended_at
      FROM enrolment e JOIN version v ON v.id = e.version_id
      WHERE e.member_id = $1 AND e.journey_id = $2 ORDER BY e.entry_no`,
  },
  /** A move is numbered below all visits, and says before which of them it comes. */
  segments: {
    name: 'traces.segments',
    never: ['at'],
    text: `SELECT t.enrolment_id, t.version_id, t.nodes, t.outcomes, ms(t.at) AS at, t.facts
      FROM unnest($1::date[], $2::bigint[]) x(mo, e) JOIN trace t ON t.entered_month = x.mo AND t.enrolment_id = x.e
      ORDER BY t.enrolment_id, CASE WHEN t.visit < 0 THEN (t.facts #>> '{0,visit}')::int ELSE t.visit END, t.visit > 0, abs(t.visit)`,
  },
  tokens: {
    name: 'traces.tokens',
    never: ['arrived_at', 'entered_at', 'previous_at'],
    text: `SELECT enrolment_id, version_id, node, step, failed, entry_no, ms(arrived_at) AS arrived_at,
        ms(entered_at) AS entered_at, ms(previous_at) AS previous_at,
        CASE WHEN due_at = 'infinity' THEN NULL ELSE ms(due_at) END AS due_at
      FROM token WHERE member_id = $1 AND journey_id = $2`,
  },
  /** Refused events, and runs of an audience that left the member out. */
  refusals: {
    name: 'traces.refusals',
    never: ['at', 'reason'],
    text: `SELECT ms(r.at) AS at, r.reason, e.name AS event, r.node, r.unmet FROM refusal r
        LEFT JOIN event e ON e.member_id = r.member_id AND e.id = r.event_id
        WHERE r.member_id = $1 AND r.journey_id = $2
      UNION ALL SELECT ms(n.occurrence), m.refused, NULL, NULL, NULL FROM run_member m JOIN run n ON n.id = m.run_id
        WHERE m.member_id = $1 AND n.journey_id = $2 AND m.refused IS NOT NULL
      ORDER BY 1`,
  },
  /** A member's entries into journeys, newest first, from before enrolment `$2`. */
  entries: {
    name: 'traces.entries',
    never: ['entered_at'],
    text: `SELECT e.id, j.key AS journey, j.name AS journey_name, j.state AS journey_state, v.number AS version, e.entry_no,
        e.state, e.reason, ms(e.entered_at) AS entered_at, ms(e.ended_at) AS ended_at, t.failed,
        (SELECT s.plan #>> ARRAY['nodes', t.node::text, 'name'] FROM version s WHERE s.id = t.version_id) AS node_name,
        CASE WHEN t.due_at = 'infinity' THEN NULL ELSE ms(t.due_at) END AS due_at
      FROM enrolment e JOIN journey j ON j.id = e.journey_id JOIN version v ON v.id = e.version_id
        LEFT JOIN token t ON t.member_id = e.member_id AND t.enrolment_id = e.id
      WHERE e.member_id = $1 AND e.id < $2 ORDER BY e.id DESC LIMIT $3`,
  },
  /** The journey of an enrolment, and what began it. */
  enrolment: {
    name: 'traces.enrolment',
    text: `SELECT j.key AS journey, n.name AS event, ms(n.at) AS event_at, n.properties, ms(r.occurrence) AS run_at
      FROM enrolment e JOIN journey j ON j.id = e.journey_id
        LEFT JOIN event n ON n.member_id = e.member_id AND n.id = e.event_id LEFT JOIN run r ON r.id = e.run_id
      WHERE e.member_id = $1 AND e.id = $2`,
  },
  goals: {
    name: 'traces.goals',
    never: ['at'],
    text: 'SELECT goal, ms(at) AS at, value FROM goal_reached WHERE enrolment_id = $1 ORDER BY at, goal',
  },
  /** Journeys that do not hold the member now: those that take newcomers, or the one of key `$2`. */
  outside: {
    name: 'traces.outside',
    never: ['published_at', 'held_out'],
    text: `SELECT j.id, j.key, j.name, j.state, v.id AS version_id, ms(v.published_at) AS published_at,
        (SELECT ms(max(e.entered_at)) FROM enrolment e WHERE e.member_id = $1 AND e.journey_id = j.id) AS entered_at,
        EXISTS (SELECT FROM enrolment e WHERE e.member_id = $1 AND e.journey_id = j.id AND e.state = 9) AS held_out,
        (SELECT ms(min(f.occurrence)) FROM fire f WHERE f.journey_id = j.id AND f.state = 0) AS fires_at
      FROM journey j JOIN version v ON v.id = j.version_id
      WHERE CASE WHEN $2::text IS NULL THEN j.state IN ('running', 'paused') ELSE j.key = $2 END
        AND NOT EXISTS (SELECT FROM token t WHERE t.member_id = $1 AND t.journey_id = j.id)
      ORDER BY j.id DESC LIMIT 100`,
  },
  /** The last refusal of an event of the member in each of some journeys. */
  refused: {
    name: 'traces.refused',
    never: ['at'],
    text: `SELECT DISTINCT ON (r.journey_id) r.journey_id, ms(r.at) AS at, r.reason, e.name AS event, r.node, r.unmet FROM refusal r
      LEFT JOIN event e ON e.member_id = r.member_id AND e.id = r.event_id
      WHERE r.member_id = $1 AND r.journey_id = ANY($2::bigint[]) ORDER BY r.journey_id, r.at DESC`,
  },
  /** The last run of an audience in each of some journeys, and whether it took the member. */
  runs: {
    name: 'traces.runs',
    never: ['at', 'taken'],
    text: `SELECT DISTINCT ON (r.journey_id) r.journey_id, r.node_key, ms(r.occurrence) AS at, m.member_id IS NOT NULL AS taken,
        m.refused
      FROM run r LEFT JOIN run_member m ON m.run_id = r.id AND m.member_id = $1
      WHERE r.journey_id = ANY($2::bigint[]) AND r.state > 0 ORDER BY r.journey_id, r.occurrence DESC`,
  },
  /** The newest of some events (`$2`) of a member that came since `$3`, each by name. */
  did: {
    name: 'traces.did',
    never: ['at'],
    text: `SELECT DISTINCT ON (name) name, ms(at) AS at, properties FROM event
      WHERE member_id = $1 AND name = ANY($2::text[]) AND received_at >= ts($3) ORDER BY name, at DESC`,
  },
} as const
