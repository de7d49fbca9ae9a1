/** The statements of an advance. `$1::bigint[]` and the like are array literals of one length: one row per position. */
export const advanceSql = {
  /** Before `take`, in a statement of its own: the tokens of every poke it deletes are visible to `take`. */
  unpoke: {
    name: 'advance.unpoke',
    text: `DELETE FROM poke p USING unnest($1::bigint[], $2::bigint[]) s(journey, shard)
      WHERE p.owner = s.journey AND p.part = s.shard AND p.kind = 0`,
  },
  /** Tokens that are due, or that have a stimulus, of shards whose journey runs. */
  take: {
    name: 'advance.take',
    never: ['entered_at', 'arrived_at', 'previous_at', 'due_at'],
    text: `WITH s AS MATERIALIZED (SELECT s.* FROM unnest($1::bigint[], $2::bigint[], $3::int[]) s(journey, shard, most)
        JOIN journey j ON j.id = s.journey AND j.state IN ('running', 'draining')),
      due AS MATERIALIZED (SELECT t.ctid FROM s CROSS JOIN LATERAL (
        SELECT ctid FROM token WHERE journey_id = s.journey AND shard = s.shard AND due_at <= (SELECT ts(waymark_clock()))
        ORDER BY due_at LIMIT s.most FOR UPDATE SKIP LOCKED) t),
      stirred AS MATERIALIZED (SELECT t.ctid FROM s
        CROSS JOIN LATERAL (SELECT enrolment_id, member_id, max(kind) > 0 AS out FROM stimulus
          WHERE journey_id = s.journey AND shard = s.shard GROUP BY 1, 2 LIMIT s.most) x
        CROSS JOIN LATERAL (SELECT ctid FROM token WHERE member_id = x.member_id AND enrolment_id = x.enrolment_id AND (x.out OR NOT failed)
          FOR UPDATE SKIP LOCKED) t)
      DELETE FROM token WHERE ctid = ANY(ARRAY(SELECT ctid FROM due UNION SELECT ctid FROM stirred))
      RETURNING journey_id, shard, enrolment_id, member_id, version_id, node, step, visit, entry_no, depth, failed, again,
        ms(entered_at) AS entered_at, ms(arrived_at) AS arrived_at, ms(previous_at) AS previous_at, ms(due_at) AS due_at`,
  },
  lockMembers: {
    name: 'members.lock',
    never: ['n'],
    text: 'SELECT count(*)::int AS n FROM (SELECT FROM member WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE) locked',
  },
  clock: { name: 'clock', never: ['at'], text: 'SELECT waymark_clock() AS at' },
  stimuli: {
    name: 'advance.stimuli',
    never: ['at', 'received_at'],
    text: `DELETE FROM stimulus WHERE enrolment_id = ANY($1::bigint[])
      RETURNING id, kind, enrolment_id, event_id, name, ms(at) AS at, ms(received_at) AS received_at, properties`,
  },
  trace: {
    name: 'advance.trace',
    text: `INSERT INTO trace (entered_month, tenant_id, enrolment_id, visit, member_id, journey_id, version_id, nodes, outcomes, at, facts)
      SELECT mo, $1, e, v, m, $2, $3, n::smallint[], o::smallint[], ts(a), f::jsonb
      FROM unnest($4::date[], $5::bigint[], $6::int[], $7::bigint[], $8::text[], $9::text[], $10::float8[], $11::text[])
        x(mo, e, v, m, n, o, a, f)`,
  },
  put: {
    name: 'advance.put',
    text: `INSERT INTO token (tenant_id, journey_id, version_id, shard, enrolment_id, member_id, node, step, visit, entry_no, depth,
        entered_at, arrived_at, previous_at, due_at, failed, again)
      SELECT $1, $2, $3, s, e, m, n, st, v, en, de, ts(ea), ts(aa), ts(pa), ts(da), fa, ag
      FROM unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::smallint[], $8::smallint[], $9::int[], $10::int[], $11::smallint[],
        $12::float8[], $13::float8[], $14::float8[], $15::float8[], $16::boolean[], $17::boolean[])
        x(s, e, m, n, st, v, en, de, ea, aa, pa, da, fa, ag)`,
  },
  edges: {
    name: 'edges.add',
    text: `INSERT INTO edge_delta (tenant_id, journey_id, version_id, node, outcome, day, n)
      SELECT $1, j, v, n, o, (ts(a) AT TIME ZONE (SELECT zone FROM tenant WHERE id = $1))::date, c
      FROM unnest($2::bigint[], $3::bigint[], $4::smallint[], $5::smallint[], $6::float8[], $7::int[]) x(j, v, n, o, a, c)`,
  },
  finish: {
    name: 'advance.finish',
    text: `UPDATE enrolment e SET state = x.st, ended_at = ts(x.a), reason = x.r
      FROM unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::float8[], $5::text[]) x(m, id, st, a, r)
      WHERE e.member_id = x.m AND e.id = x.id`,
  },
  /** When each shard wakes next; null where it is empty, or its journey does not run. */
  next: {
    name: 'advance.next',
    never: ['journey', 'shard', 'stirred'],
    text: `SELECT s.journey, s.shard,
        (SELECT ms(due_at) FROM token WHERE journey_id = s.journey AND shard = s.shard ORDER BY due_at LIMIT 1) AS due_at,
        EXISTS (SELECT FROM stimulus WHERE journey_id = s.journey AND shard = s.shard) AS stirred
      FROM unnest($1::bigint[], $2::bigint[]) s(journey, shard)
      JOIN journey j ON j.id = s.journey AND j.state IN ('running', 'draining')`,
  },
} as const
