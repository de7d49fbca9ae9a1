const TOKEN = `journey_id, shard, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth, failed, again,
        ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at, ms(due_at) AS due_at`

/** How those inside older versions of a journey are moved to a newer one, or stopped. */
export const movesSql = {
  add: {
    name: 'moves.add',
    text: `INSERT INTO move (tenant_id, journey_id, version_id, number, at, policy, targets, people)
      VALUES ($1, $2, $3, $4, ts($5), $6, $7::jsonb, $8)`,
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
    text: `SELECT DISTINCT m.tenant_id, m.journey_id FROM move m JOIN journey j ON j.id = m.journey_id
      WHERE NOT m.is_done AND j.state NOT IN ('stopping', 'finished', 'archived') ORDER BY 1, 2`,
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
   * them. Who is told to leave is left to their advance.
   */
  take: {
    name: 'moves.take',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at'],
    text: `WITH mine AS MATERIALIZED (SELECT ctid FROM token t
        WHERE journey_id = $1 AND ($2::bigint IS NULL OR (shard, due_at) >= ($2, ts($3)))
          AND (version_id, node) IN (SELECT v, n FROM unnest($4::bigint[], $5::smallint[]) x(v, n))
          AND NOT EXISTS (SELECT FROM stimulus s WHERE s.enrolment_id = t.enrolment_id AND s.kind > 0)
        ORDER BY shard, due_at LIMIT $6::int FOR UPDATE)
      DELETE FROM token WHERE ctid = ANY(ARRAY(SELECT ctid FROM mine))
      RETURNING ${TOKEN}`,
  },
  /** Whom of enrolments something is to take out. */
  told: {
    name: 'moves.told',
    text: 'SELECT DISTINCT enrolment_id FROM stimulus WHERE enrolment_id = ANY($1::bigint[]) AND kind > 0',
  },
  progress: {
    name: 'moves.progress',
    text: 'UPDATE move SET shard = $2, due_at = ts($3), found = $4 WHERE journey_id = $1 AND NOT is_done',
  },
  /** On record; of several that became one, the newest. */
  done: {
    name: 'moves.done',
    text: `WITH done AS (UPDATE move SET is_done = true WHERE journey_id = $1 AND NOT is_done RETURNING *)
      INSERT INTO audit (tenant_id, actor, action, subject, detail)
      SELECT d.tenant_id, 'clock', 'journey.moved', j.key, jsonb_build_object('version', d.number, 'policy', d.policy, 'people', d.people)
      FROM done d JOIN journey j ON j.id = d.journey_id ORDER BY d.version_id DESC LIMIT 1`,
  },
  /** Without a word: the journey is being stopped. */
  giveUp: {
    name: 'moves.give-up',
    text: 'UPDATE move SET is_done = true WHERE journey_id = $1 AND NOT is_done',
  },
  /** Runs of versions before `$2` take the rest of their audience into it, by triggers (`$3` keys) that it has too; others end. */
  turnRuns: {
    name: 'moves.turn-runs',
    text: `UPDATE run SET version_id = CASE WHEN node_key = ANY($3::int[]) THEN $2 ELSE version_id END,
        state = CASE WHEN node_key = ANY($3::int[]) THEN state ELSE 2 END
      WHERE journey_id = $1 AND version_id < $2 AND state < 2`,
  },
  /** The newest move of a journey. */
  last: {
    name: 'moves.last',
    never: ['at'],
    text: `SELECT version_id, number, ms(at) AS at, policy, people, is_done FROM move WHERE journey_id = $1
      ORDER BY version_id DESC LIMIT 1`,
  },
  /** Who waits where in a journey, up to `$2` of each place. */
  sample: {
    name: 'moves.sample',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at', 'nth'],
    text: `SELECT * FROM (SELECT ${TOKEN}, row_number() OVER (PARTITION BY version_id, node) AS nth
        FROM token WHERE journey_id = $1 AND NOT failed) t WHERE nth <= $2`,
  },
} as const
