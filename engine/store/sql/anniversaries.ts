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
  /** A run that took nobody, and need not be known. */
  drop: { name: 'anniversaries.drop-run', text: 'DELETE FROM run WHERE id = $1' },
} as const
