/** For the role that sees every tenant. */
export const maintenanceSql = {
  /** Months without a partition, from `$1` to `$2` (epoch milliseconds); null stands for now, and for three months ahead. */
  missingMonths: {
    name: 'maintenance.missing-months',
    never: ['parent', 'month'],
    text: `SELECT parent, month::date::text AS month
      FROM generate_series(date_trunc('month', coalesce(ts($1), clock_timestamp()) AT TIME ZONE 'UTC'),
          coalesce(ts($2), clock_timestamp() + interval '3 months') AT TIME ZONE 'UTC', interval '1 month') month
        CROSS JOIN unnest(ARRAY['trace', 'effect', 'message']) parent
      WHERE to_regclass('public.' || parent || to_char(month, '_YYYY_MM')) IS NULL ORDER BY month, parent`,
  },
  makeMonth: { name: 'maintenance.make-month', text: 'SELECT make_month($1, $2) AS moved' },
  /** Message ids that are 30 days old by their tenant's clock. */
  purgeMessageIds: {
    name: 'maintenance.purge-message-ids',
    never: ['n'],
    text: `WITH gone AS (DELETE FROM message_id WHERE ctid = ANY(ARRAY(
        SELECT old.ctid FROM tenant t CROSS JOIN LATERAL (SELECT ctid FROM message_id WHERE tenant_id = t.id
          AND received_at < coalesce(t.wound_at, clock_timestamp()) - interval '30 days' LIMIT $1::int) old LIMIT $1::int)) RETURNING 1)
      SELECT count(*)::int AS n FROM gone`,
  },
  /** What teams were told half a year ago by their tenant's clock, with who read it. */
  purgeNotices: {
    name: 'maintenance.purge-notices',
    never: ['n'],
    text: `WITH gone AS (DELETE FROM notice n USING tenant t WHERE t.id = n.tenant_id
        AND n.at < coalesce(t.wound_at, clock_timestamp()) - interval '180 days' RETURNING 1)
      SELECT count(*)::int AS n FROM gone`,
  },
  outsideMonths: { name: 'maintenance.outside-months', never: ['n'], text: 'SELECT outside_months() AS n' },
} as const
