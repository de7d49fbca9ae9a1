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
  forget: {
    name: 'holidays.forget',
    text: `WITH gone AS (DELETE FROM holiday_year WHERE year = $2 RETURNING year)
      INSERT INTO audit (tenant_id, actor, action, subject)
      SELECT $1::bigint, $3::text, 'holidays.forget', year::text FROM gone RETURNING id`,
  },
} as const
