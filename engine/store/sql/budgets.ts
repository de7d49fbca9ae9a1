/** What journeys spend. Their journeys must be shared before a row of `budget` is locked: publishing writes them while a journey is closed. */
export const budgetsSql = {
  /** The budgets of a version that is published: more allowed than is nearly spent, it may alert and go on again. */
  set: {
    name: 'budgets.set',
    text: `INSERT INTO budget AS b (tenant_id, journey_id, kind, most) SELECT $1, $2, k, m FROM unnest($3::text[], $4::bigint[]) x(k, m)
      ON CONFLICT (tenant_id, journey_id, kind) DO UPDATE SET most = excluded.most,
        stopped_at = CASE WHEN b.spent < excluded.most THEN NULL ELSE b.stopped_at END,
        alerted_at = CASE WHEN b.spent * 100 < excluded.most * $5 THEN NULL ELSE b.alerted_at END`,
  },
  /** Those of other kinds hold nobody up any more. */
  drop: {
    name: 'budgets.drop',
    text: 'UPDATE budget SET most = NULL WHERE journey_id = $1 AND most IS NOT NULL AND kind <> ALL($2::text[])',
  },
  /** Locks what a journey may spend of kinds. */
  lock: {
    name: 'budgets.lock',
    text: `SELECT kind, most, spent, alerted_at IS NOT NULL AS alerted FROM budget
      WHERE journey_id = $1 AND kind = ANY($2::text[]) AND most IS NOT NULL ORDER BY kind FOR UPDATE`,
    never: ['alerted'],
  },
  /** Of locked budgets: what is spent now, how many found no room, and the moment where that begins. */
  spend: {
    name: 'budgets.spend',
    text: `UPDATE budget b SET spent = x.s, refused = b.refused + x.r, stopped_at = coalesce(b.stopped_at, ts(x.t))
      FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::float8[]) x(k, s, r, t) WHERE b.journey_id = $1 AND b.kind = x.k`,
  },
  keep: {
    name: 'budgets.keep',
    text: `INSERT INTO budget_entry (tenant_id, journey_id, enrolment_id, visit, kind, amount)
      SELECT $1, $2, e, v, k, n FROM unnest($3::bigint[], $4::int[], $5::text[], $6::bigint[]) x(e, v, k, n)
      ON CONFLICT (enrolment_id, visit, kind) DO UPDATE SET amount = budget_entry.amount + excluded.amount`,
  },
  alert: { name: 'budgets.alert', text: 'UPDATE budget SET alerted_at = ts($3) WHERE journey_id = $1 AND kind = $2' },
  /** Journeys of whose budgets visits took something. */
  takenFrom: {
    name: 'budgets.taken-from',
    text: `SELECT DISTINCT b.journey_id FROM unnest($1::bigint[], $2::int[]) x(e, v)
      JOIN budget_entry b ON b.enrolment_id = x.e AND b.visit = x.v WHERE b.amount > 0 ORDER BY 1`,
  },
  /** Gives back what visits took: up to `n` of each kind, null for all of it. Rows of `budget` are locked in one order. */
  giveBack: {
    name: 'budgets.give-back',
    text: `WITH due AS (SELECT b.journey_id, b.enrolment_id, b.visit, b.kind, least(b.amount, coalesce(x.n, b.amount)) AS n
        FROM unnest($1::bigint[], $2::int[], $3::bigint[]) x(e, v, n)
        JOIN budget_entry b ON b.enrolment_id = x.e AND b.visit = x.v WHERE b.amount > 0 FOR UPDATE OF b),
      back AS (UPDATE budget_entry b SET amount = b.amount - due.n FROM due
        WHERE b.enrolment_id = due.enrolment_id AND b.visit = due.visit AND b.kind = due.kind),
      mine AS (SELECT journey_id, kind, sum(n)::bigint AS n FROM due GROUP BY 1, 2),
      locked AS MATERIALIZED (SELECT b.journey_id, b.kind, mine.n FROM budget b JOIN mine USING (journey_id, kind)
        ORDER BY b.journey_id, b.kind FOR UPDATE OF b)
      UPDATE budget b SET spent = b.spent - locked.n, stopped_at = NULL FROM locked
        WHERE b.journey_id = locked.journey_id AND b.kind = locked.kind`,
  },
  /** How the budgets of journeys stand. */
  of: {
    name: 'budgets.of',
    never: ['most'],
    text: `SELECT journey_id, kind, most, spent, refused, ms(stopped_at) AS stopped_at, ms(alerted_at) AS alerted_at FROM budget
      WHERE journey_id = ANY($1::bigint[]) AND most IS NOT NULL`,
  },
  /** What a journey has spent, also of kinds of which it may spend as much as it likes now. */
  spent: { name: 'budgets.spent', text: 'SELECT kind, spent FROM budget WHERE journey_id = $1' },
} as const
