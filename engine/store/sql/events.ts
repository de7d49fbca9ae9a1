/** The statements that store an event, route it and enrol by it. */
export const eventsSql = {
  dedupe: {
    name: 'events.dedupe',
    never: ['hash'],
    text: `INSERT INTO message_id (tenant_id, hash, received_at) SELECT $1, h, ts($2) FROM unnest($3::uuid[]) x(h)
      ON CONFLICT DO NOTHING RETURNING hash::text`,
  },
  /** Values that members entered by before. */
  knownKeys: {
    name: 'enrol.known-keys',
    never: ['hash'],
    text: 'SELECT hash::text FROM entry_key WHERE hash = ANY($1::uuid[])',
  },
  keepKeys: {
    name: 'enrol.keep-keys',
    text: 'INSERT INTO entry_key (tenant_id, hash) SELECT $1, h FROM unnest($2::uuid[]) x(h) ON CONFLICT DO NOTHING',
  },
  store: {
    name: 'events.store',
    text: `INSERT INTO event (tenant_id, member_id, name, at, received_at, properties, depth)
      SELECT $1, m, n, ts(a), ts($2), p::jsonb, d
      FROM unnest($3::bigint[], $4::text[], $5::float8[], $6::text[], $7::smallint[]) WITH ORDINALITY x(m, n, a, p, d, o)
      ORDER BY o RETURNING id`,
  },
  /** Events that may concern those inside a journey, whatever its version; of one that an older program published `''`: any may. */
  hear: {
    name: 'events.hear',
    text: 'INSERT INTO hearing (tenant_id, event, journey_id) SELECT $1, e, $2 FROM unnest($3::text[]) e ON CONFLICT DO NOTHING',
  },
  /** Where members stand whom one of the events may concern; everywhere, where one may let them in. `told`: the highest kind of a stimulus that waits for it. */
  hearers: {
    name: 'events.hearers',
    never: ['due_at'],
    text: `WITH j AS MATERIALIZED (SELECT journey_id FROM hearing WHERE event = ANY($2::text[] || ''::text)),
        s AS MATERIALIZED (SELECT FROM subscription WHERE event = ANY($2::text[]) LIMIT 1)
      SELECT t.journey_id, t.version_id, t.shard, t.enrolment_id, t.member_id, t.entry_no, t.node, t.failed,
        ms(t.due_at) AS due_at, (SELECT max(kind) FROM stimulus WHERE enrolment_id = t.enrolment_id) AS told
      FROM token t WHERE t.member_id = ANY(CASE WHEN EXISTS (SELECT FROM j) OR EXISTS (SELECT FROM s) THEN $1::bigint[] ELSE '{}' END)
        AND (EXISTS (SELECT FROM s) OR t.journey_id IN (SELECT journey_id FROM j))`,
  },
  /** Where members are inside; not where they are leaving. */
  insiders: {
    name: 'events.insiders',
    text: `SELECT t.journey_id, t.version_id, t.member_id FROM token t WHERE t.member_id = ANY($1::bigint[])
        AND NOT EXISTS (SELECT FROM stimulus s WHERE s.enrolment_id = t.enrolment_id AND s.kind > 0)`,
  },
  subscriptions: {
    name: 'events.subscriptions',
    text: 'SELECT event, journey_id, version_id, node FROM subscription WHERE event = ANY($1::text[]) ORDER BY journey_id, node',
  },
  /** None for a journey that was stopped meanwhile: it must be shared. */
  stimulate: {
    name: 'events.stimulate',
    text: `INSERT INTO stimulus (tenant_id, journey_id, shard, enrolment_id, member_id, event_id, name, at, received_at, properties)
      SELECT $1, j, s, e, m, ev, n, ts(a), ts($2), p::jsonb
      FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[], $9::float8[], $10::text[])
        WITH ORDINALITY x(j, s, e, m, ev, n, a, p, o)
      WHERE EXISTS (SELECT FROM journey WHERE id = j AND state NOT IN ('stopping', 'finished', 'archived')) ORDER BY o`,
  },
  poke: {
    name: 'poke.add',
    text: `INSERT INTO poke (tenant_id, kind, owner, part) SELECT DISTINCT $1::bigint, $2::smallint, o, p
      FROM unnest($3::bigint[], $4::bigint[]) x(o, p)`,
  },
  refuse: {
    name: 'enrol.refuse',
    text: `INSERT INTO refusal (tenant_id, journey_id, node, member_id, event_id, reason, at, unmet)
      SELECT $1, j, n, m, e, r, ts($2), u::jsonb
      FROM unnest($3::bigint[], $4::smallint[], $5::bigint[], $6::bigint[], $7::smallint[], $8::text[]) x(j, n, m, e, r, u)`,
  },
  history: {
    name: 'enrol.history',
    never: ['live', 'entered_at', 'held_out'],
    text: `SELECT e.member_id, e.journey_id, e.entry_no, ms(e.entered_at) AS entered_at, e.state = 9 AS held_out,
        e.state < 2 AND NOT EXISTS (SELECT FROM stimulus s WHERE s.enrolment_id = e.id AND s.kind > 0) AS live
      FROM unnest($1::bigint[]) x(m) CROSS JOIN LATERAL (
        SELECT * FROM enrolment WHERE member_id = x.m AND journey_id = ANY($2::bigint[]) AND entry_no > 0 OFFSET 0) e`,
  },
  /** An enrolment, and its token, due at once, unless it is held out. Answers ids in the order of the rows. */
  enrol: {
    name: 'enrol.insert',
    text: `WITH e AS (
        INSERT INTO enrolment (tenant_id, member_id, journey_id, version_id, entry_no, shard, trigger_node, depth, entered_at, since_at, event_id, run_id, data, state)
        SELECT $1, m, j, v, e, s, n, de, ts($4), ts(si), ev, $5, d::jsonb, st
        FROM unnest($2::bigint[], $3::bigint[], $6::bigint[], $7::int[], $8::bigint[], $9::smallint[], $10::smallint[], $11::float8[],
            $12::bigint[], $13::text[], $14::smallint[]) WITH ORDINALITY x(j, v, m, e, s, n, de, si, ev, d, st, o) ORDER BY o
        RETURNING id, journey_id, version_id, state, member_id, entry_no, shard, trigger_node, depth, entered_at AS at),
      t AS (
        INSERT INTO token (tenant_id, journey_id, version_id, shard, enrolment_id, member_id, node, step, visit, entry_no, depth,
          entered_at, arrived_at, previous_at, due_at)
        SELECT $1, journey_id, version_id, shard, id, member_id, trigger_node, 0, 1, entry_no, depth, at, at, at, at FROM e WHERE state = 0)
      SELECT id FROM e`,
  },
  installation: { name: 'enrol.installation', text: 'SELECT member_shards, poke_backlog FROM installation' },
} as const
