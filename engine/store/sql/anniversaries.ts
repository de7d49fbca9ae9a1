export const anniversariesSql = {
  /** What the zone attribute holds of those who have one of these days. */
  zones: {
    name: 'anniversaries.zones',
    text: `SELECT DISTINCT coalesce(m.attributes ->> $3, '') AS said FROM unnest($2::date[]) x(day)
      JOIN member_date d ON d.attribute = $1 AND d.day = x.day JOIN member m ON m.id = d.member_id`,
  },
  /** Fires that were claimed after a moment. */
  claimed: {
    name: 'anniversaries.claimed',
    never: ['occurrence'],
    text: 'SELECT ms(occurrence) AS occurrence FROM fire WHERE journey_id = $1 AND node_key = $2 AND occurrence > ts($3) AND state = 1',
  },
  /** The last time that a trigger took a member, for which year. */
  taken: {
    name: 'anniversaries.taken',
    never: ['at'],
    text: `SELECT e.year, ms(r.occurrence) AS at FROM anniversary_entry e JOIN run r ON r.id = e.run_id
      WHERE e.journey_id = $1 AND e.node_key = $2 AND e.member_id = $3 ORDER BY e.year DESC LIMIT 1`,
  },
  /** A run that took nobody, and need not be known. */
  drop: { name: 'anniversaries.drop-run', text: 'DELETE FROM run WHERE id = $1' },
} as const
