import { dueOf } from '../clock-work.ts'

/** Tests of arms against each other. What was measured is asked by text made while running: `engine/controls/measure.ts`. */
export const trialsSql = {
  /** A test of the same design goes on; of another it begins anew. Prolonged beyond `$3`, now, it is judged again if it has no winner. */
  begin: {
    name: 'trials.begin',
    text: `INSERT INTO trial AS t (tenant_id, journey_id, node_key, design, since, due_at)
      SELECT $1, $2, k, d, ts($3), ts(u) FROM unnest($4::int[], $5::uuid[], $6::float8[]) x(k, d, u)
      ON CONFLICT (tenant_id, journey_id, node_key) DO UPDATE SET design = excluded.design,
        since = CASE WHEN t.design = excluded.design THEN t.since ELSE excluded.since END,
        due_at = excluded.due_at,
        judged = t.design = excluded.design AND t.judged AND (t.winner IS NOT NULL OR excluded.due_at <= ts($3)),
        winner = CASE WHEN t.design = excluded.design THEN t.winner END,
        picked_at = CASE WHEN t.design = excluded.design THEN t.picked_at END,
        picked_by = CASE WHEN t.design = excluded.design THEN t.picked_by END`,
  },
  of: {
    name: 'trials.of',
    never: ['design', 'since', 'due_at'],
    text: `SELECT node_key, design::text, ms(since) AS since, ms(due_at) AS due_at, judged, winner, ms(picked_at) AS picked_at, picked_by
      FROM trial WHERE journey_id = $1`,
  },
  winner: { name: 'trials.winner', text: 'SELECT winner FROM trial WHERE journey_id = $1 AND node_key = $2' },
  /** Null takes the winner away. */
  pick: {
    name: 'trials.pick',
    text: `UPDATE trial SET winner = $3, picked_by = $4, picked_at = CASE WHEN $3::text IS NULL THEN NULL ELSE ts(waymark_clock()) END
      WHERE journey_id = $1 AND node_key = $2`,
  },
  /** Due by their tenant's clock, across tenants. */
  due: { name: 'trials.due', text: dueOf('trials', 'tenant_id, journey_id, node_key', '100') },
  /** Claims one, so that it is judged once. */
  judge: {
    name: 'trials.judge',
    text: 'UPDATE trial SET judged = true WHERE journey_id = $1 AND node_key = $2 AND NOT judged RETURNING 1 AS one',
  },
} as const
