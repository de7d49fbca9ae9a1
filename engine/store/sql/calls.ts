/** Calls for members to enter a journey. */
export const callsSql = {
  callable: {
    name: 'calls.callable',
    text: `SELECT s.journey_id FROM subscription s JOIN journey j ON j.id = s.journey_id AND j.key = $2 WHERE s.event = $1 LIMIT 1`,
  },
  takers: {
    name: 'calls.takers',
    text: `SELECT j.key, j.name FROM journey j WHERE EXISTS (
        SELECT FROM subscription s WHERE s.journey_id = j.id AND s.event = $1 || j.key) ORDER BY j.name, j.key`,
  },
  /** What became of the member's newest call to a journey. The member is locked. */
  answer: {
    name: 'calls.answer',
    never: ['entered'],
    text: `SELECT EXISTS (SELECT FROM enrolment n WHERE n.member_id = $1 AND n.journey_id = $3 AND n.event_id = e.id) AS entered,
        (SELECT r.reason FROM refusal r WHERE r.member_id = $1 AND r.journey_id = $3 AND r.event_id = e.id LIMIT 1) AS reason
      FROM (SELECT max(id) AS id FROM event WHERE member_id = $1 AND name = $2) e`,
  },
} as const
