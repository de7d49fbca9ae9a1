export const holidaysSql = {
  own: { name: 'holidays.own', text: 'SELECT year, days FROM holiday_year ORDER BY year' },
  /** `$3` holds the days of each year of `$2`, in its order. */
  save: {
    name: 'holidays.save',
    text: `WITH given AS (
        SELECT y AS year, $3::jsonb -> (o - 1)::int AS days FROM unnest($2::int[]) WITH ORDINALITY x(y, o)),
      saved AS (INSERT INTO holiday_year (tenant_id, year, days, saved_at)
        SELECT $1::bigint, year, days, clock_timestamp() FROM given
        ON CONFLICT (tenant_id, year) DO UPDATE SET days = excluded.days, saved_at = excluded.saved_at RETURNING year)
      INSERT INTO audit (tenant_id, actor, action, subject, detail)
      SELECT $1, $4::text, 'holidays.save', year::text, jsonb_build_object('days', jsonb_array_length(days))
      FROM saved JOIN given USING (year)`,
  },
  /** Taken by whoever plans fires of new versions by holidays, before it reads these. */
  share: { name: 'holidays.share', text: 'SELECT pg_advisory_xact_lock_shared(5, $1::int)' },
  /** Waits for those who share them, and keeps others out until it commits. */
  close: { name: 'holidays.close', text: 'SELECT pg_advisory_xact_lock(5, $1::int)' },
  /** Journeys that fire, in the order in which journeys are locked. */
  live: {
    name: 'holidays.live',
    text: `SELECT id, version_id FROM journey j WHERE state IN ('running', 'paused') AND version_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM closing c WHERE c.journey_id = j.id) ORDER BY id`,
    never: ['version_id'],
  },
  /** Forgets the fires of a trigger that are to come; answers those that are due. */
  unplan: {
    name: 'holidays.unplan',
    text: `WITH gone AS (DELETE FROM fire WHERE journey_id = $1 AND node_key = $2 AND state = 0 AND occurrence > ts($3))
      SELECT 1 AS one FROM fire WHERE journey_id = $1 AND node_key = $2 AND state = 0 AND occurrence <= ts($3)`,
  },
  forget: {
    name: 'holidays.forget',
    text: `WITH gone AS (DELETE FROM holiday_year WHERE year = $2 RETURNING year)
      INSERT INTO audit (tenant_id, actor, action, subject)
      SELECT $1::bigint, $3::text, 'holidays.forget', year::text FROM gone RETURNING id`,
  },
} as const
