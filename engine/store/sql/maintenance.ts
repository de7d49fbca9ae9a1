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
  /**
   * Places that no count looks at any more. What is judged next may lie as far back as the oldest that waits to be judged, of
   * which a pause may keep the clock from coming by.
   */
  clearCounted: {
    name: 'maintenance.clear-counted',
    never: ['n'],
    text: `WITH kept AS MATERIALIZED (SELECT tenant_id, counter, max(days) AS days FROM counting
        GROUP BY 1, 2 HAVING bool_and(days IS NOT NULL)),
      behind AS MATERIALIZED (SELECT t.id, least(coalesce(t.wound_at, clock_timestamp()),
          (SELECT min(due_at) FROM token WHERE tenant_id = t.id),
          (SELECT min(received_at) FROM stimulus WHERE tenant_id = t.id),
          (SELECT min(at) FROM move WHERE tenant_id = t.id AND NOT is_done)) AS at
        FROM tenant t WHERE t.id IN (SELECT tenant_id FROM kept)),
      gone AS (DELETE FROM counted WHERE ctid = ANY(ARRAY(
        SELECT old.ctid FROM kept k JOIN behind b ON b.id = k.tenant_id CROSS JOIN LATERAL (SELECT ctid FROM counted
          WHERE tenant_id = k.tenant_id AND counter = k.counter AND at < b.at - k.days * interval '24 hours' LIMIT $1::int) old
        LIMIT $1::int)) RETURNING 1)
      SELECT count(*)::int AS n FROM gone`,
  },
  /** Places that entries took which have ended, where no count looks past its own entry. */
  clearEnded: {
    name: 'maintenance.clear-ended',
    never: ['n'],
    text: `WITH own AS MATERIALIZED (SELECT tenant_id, counter FROM counting GROUP BY 1, 2 HAVING NOT bool_or(past_entry)),
      gone AS (DELETE FROM counted WHERE ctid = ANY(ARRAY(
        SELECT old.ctid FROM own k CROSS JOIN LATERAL (SELECT c.ctid FROM counted c
          WHERE c.tenant_id = k.tenant_id AND c.counter = k.counter AND EXISTS (SELECT FROM enrolment e
            WHERE e.tenant_id = c.tenant_id AND e.member_id = c.member_id AND e.id = c.enrolment_id AND e.state > 1)
          LIMIT $1::int) old LIMIT $1::int)) RETURNING 1)
      SELECT count(*)::int AS n FROM gone`,
  },
  outsideMonths: { name: 'maintenance.outside-months', never: ['n'], text: 'SELECT outside_months() AS n' },
} as const
