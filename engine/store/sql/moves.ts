/** How those inside older versions of a journey are moved to a newer one, or stopped. */
export const movesSql = {
  add: {
    name: 'moves.add',
    text: `INSERT INTO move (tenant_id, journey_id, version_id, number, at, policy, targets)
      VALUES ($1, $2, $3, $4, ts($5), $6, $7::jsonb)`,
  },
  /** What holds for journeys, in the order of publishing. */
  of: {
    name: 'moves.of',
    never: ['at'],
    text: `SELECT journey_id, version_id, number, ms(at) AS at, policy, targets FROM move
      WHERE journey_id = ANY($1::bigint[]) ORDER BY journey_id, version_id`,
  },
  /** Journeys with chunks left, across tenants. */
  open: {
    name: 'moves.open',
    text: 'SELECT DISTINCT tenant_id, journey_id AS id FROM move WHERE NOT is_done ORDER BY 1, 2',
  },
  /** One chunk of a journey at a time, and none while people are steered by hand. */
  lock: {
    name: 'moves.lock',
    text: `SELECT id FROM journey WHERE id = $1 AND state NOT IN ('stopping', 'finished', 'archived') FOR NO KEY UPDATE`,
  },
  /** The newest move of a journey that is not done: it leads everybody on. */
  next: {
    name: 'moves.next',
    never: ['due_at'],
    text: `SELECT version_id, shard, ms(due_at) AS due_at, found FROM move WHERE journey_id = $1 AND NOT is_done
      ORDER BY version_id DESC LIMIT 1`,
  },
  /**
   * Takes up to `$6` tokens of places (`$4` versions, `$5` nodes) from shard `$2` and due time `$3` on, waiting for whoever walks
   * them.
   */
  take: {
    name: 'moves.take',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at'],
    text: `WITH mine AS MATERIALIZED (SELECT ctid FROM token
        WHERE journey_id = $1 AND ($2::bigint IS NULL OR (shard, due_at) >= ($2, ts($3)))
          AND (version_id, node) IN (SELECT v, n FROM unnest($4::bigint[], $5::smallint[]) x(v, n))
        ORDER BY shard, due_at LIMIT $6::int FOR UPDATE)
      DELETE FROM token WHERE ctid = ANY(ARRAY(SELECT ctid FROM mine))
      RETURNING journey_id, shard, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth, failed,
        ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at, ms(due_at) AS due_at`,
  },
  progress: {
    name: 'moves.progress',
    text: 'UPDATE move SET shard = $3, due_at = ts($4), found = $5 WHERE journey_id = $1 AND version_id = $2',
  },
  done: {
    name: 'moves.done',
    text: 'UPDATE move SET is_done = true WHERE journey_id = $1 AND NOT is_done',
  },
  /** Runs of versions before `$2` take the rest of their audience into it, by triggers (`$3` keys) that it has too; others end. */
  turnRuns: {
    name: 'moves.turn-runs',
    text: `UPDATE run SET version_id = CASE WHEN node_key = ANY($3::int[]) THEN $2 ELSE version_id END,
        state = CASE WHEN node_key = ANY($3::int[]) THEN state ELSE 2 END
      WHERE journey_id = $1 AND version_id < $2 AND state < 2`,
  },
  /** Blocks what is planned still for those inside versions before `$2`. `state < 3` is the condition of the partial index. */
  block: {
    name: 'moves.block',
    text: `UPDATE message SET state = $3, reason = 'journey-stopped', settled_at = ts(waymark_clock())
      WHERE journey_id = $1 AND version_id < $2 AND state < 3 AND state = $4`,
  },
  /** Who stands where in a journey, up to `$2` of each place. */
  sample: {
    name: 'moves.sample',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at', 'nth'],
    text: `SELECT * FROM (SELECT journey_id, shard, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth, failed,
          ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at, ms(due_at) AS due_at,
          row_number() OVER (PARTITION BY version_id, node) AS nth
        FROM token WHERE journey_id = $1 AND NOT failed) t WHERE nth <= $2`,
  },
} as const
