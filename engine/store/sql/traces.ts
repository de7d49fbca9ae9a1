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
  segments: {
    name: 'traces.segments',
    never: ['at'],
    text: `SELECT t.enrolment_id, t.nodes, t.outcomes, ms(t.at) AS at, t.facts
      FROM unnest($1::date[], $2::bigint[]) x(mo, e) JOIN trace t ON t.entered_month = x.mo AND t.enrolment_id = x.e
      ORDER BY t.enrolment_id, t.visit`,
  },
  tokens: {
    name: 'traces.tokens',
    never: ['arrived_at'],
    text: `SELECT enrolment_id, node, failed, ms(arrived_at) AS arrived_at,
        CASE WHEN due_at = 'infinity' THEN NULL ELSE ms(due_at) END AS due_at
      FROM token WHERE member_id = $1 AND journey_id = $2`,
  },
  /** Refused events, and runs of an audience that left the member out. */
  refusals: {
    name: 'traces.refusals',
    never: ['at', 'reason'],
    text: `SELECT ms(r.at) AS at, r.reason, e.name AS event FROM refusal r
        LEFT JOIN event e ON e.member_id = r.member_id AND e.id = r.event_id
        WHERE r.member_id = $1 AND r.journey_id = $2
      UNION ALL SELECT ms(n.occurrence), m.refused, NULL FROM run_member m JOIN run n ON n.id = m.run_id
        WHERE m.member_id = $1 AND n.journey_id = $2 AND m.refused IS NOT NULL
      ORDER BY 1`,
  },
} as const
