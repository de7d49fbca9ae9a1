/** `state < 3`: planned, claimed or sending; the condition is spelled like that of the partial index. */
export const messagesSql = {
  plan: {
    name: 'messages.plan',
    text: `INSERT INTO message (entered_month, tenant_id, enrolment_id, visit, kind, member_id, journey_id, version_id, node,
        channel, purpose, account_id, state, planned_at, due_at, settled_at, variables)
      SELECT mo, $1, e, v, $2, m, $3, $4, $5, $6, $7, $8, $9, ts(a), ts(a), CASE WHEN $9::smallint < 3 THEN NULL ELSE ts(a) END, va::jsonb
      FROM unnest($10::date[], $11::bigint[], $12::int[], $13::bigint[], $14::float8[], $15::text[]) x(mo, e, v, m, a, va)
      ON CONFLICT DO NOTHING`,
  },
  account: { name: 'messages.account', text: 'SELECT id FROM account WHERE channel = $1 AND key = $2' },
  sender: { name: 'messages.sender', text: 'SELECT channel, key, settings FROM account WHERE id = $1' },
  states: {
    name: 'messages.states',
    text: `SELECT m.enrolment_id, m.visit, m.state, m.reason, m.answer
      FROM unnest($2::date[], $3::bigint[], $4::int[]) x(mo, e, v)
      JOIN message m ON m.entered_month = x.mo AND m.enrolment_id = x.e AND m.visit = x.v AND m.kind = $1`,
  },
  /** What members were sent after an instant that counts: neither transactional, nor in the states of `$3`. */
  recent: {
    name: 'messages.recent',
    never: ['at'],
    text: `SELECT member_id, journey_id AS journey, channel, ms(planned_at) AS at FROM message
      WHERE member_id = ANY($1::bigint[]) AND planned_at > ts($2) AND purpose <> 'transactional' AND state <> ALL($3::smallint[])`,
  },
  unpoke: { name: 'messages.unpoke', text: 'DELETE FROM poke WHERE kind = 1 AND owner = $1 AND part = 0' },
  /** What an account has to look at now, where the journey is not held. `due_at` of one in `sending` is when it counts as lost. */
  due: {
    name: 'messages.due',
    never: ['month'],
    text: `SELECT m.entered_month::text AS month, m.enrolment_id, m.visit, m.kind, m.member_id
      FROM message m JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
      WHERE m.account_id = $1 AND m.state < 3 AND m.due_at <= (SELECT ts(waymark_clock())) ORDER BY m.due_at LIMIT $2`,
  },
  /** The same once their members are locked: what another took or settled meanwhile is left out. */
  take: {
    name: 'messages.take',
    never: ['month', 'depth', 'leaving'],
    text: `SELECT m.entered_month::text AS month, m.enrolment_id, m.visit, m.kind, m.member_id, m.journey_id, m.version_id, m.node,
        m.channel, m.purpose, m.state, m.attempts, m.variables, j.state AS journey_state, e.state AS enrolment_state, coalesce(e.depth, 0) AS depth,
        EXISTS (SELECT FROM stimulus s WHERE s.enrolment_id = m.enrolment_id AND s.kind > 0) AS leaving
      FROM unnest($2::date[], $3::bigint[], $4::int[], $5::smallint[]) x(mo, e, v, k)
      JOIN message m ON m.entered_month = x.mo AND m.enrolment_id = x.e AND m.visit = x.v AND m.kind = x.k
      JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
      LEFT JOIN enrolment e ON e.member_id = m.member_id AND e.id = m.enrolment_id
      WHERE m.state < 3 AND m.due_at <= ts($1) ORDER BY m.due_at FOR UPDATE OF m`,
  },
  /** Settings of the nodes that send: the text of their messages. */
  content: {
    name: 'messages.content',
    never: ['version_id', 'node', 'settings'],
    text: `SELECT x.v AS version_id, x.n AS node, plan #> ARRAY['nodes', x.n::text, 'settings'] AS settings
      FROM unnest($1::bigint[], $2::smallint[]) x(v, n) JOIN version ON id = x.v`,
  },
  /** Moves messages that are in one of the states of `$2`; answers which. */
  move: {
    name: 'messages.move',
    text: `UPDATE message m SET state = x.s, reason = x.r, provider_id = x.p, due_at = ts(x.d), attempts = x.t, answer = x.a::jsonb,
        settled_at = CASE WHEN x.s < 3 THEN NULL ELSE ts($1) END
      FROM unnest($3::date[], $4::bigint[], $5::int[], $6::smallint[], $7::smallint[], $8::text[], $9::text[], $10::float8[],
        $11::smallint[], $12::text[]) x(mo, e, v, k, s, r, p, d, t, a)
      WHERE m.entered_month = x.mo AND m.enrolment_id = x.e AND m.visit = x.v AND m.kind = x.k AND m.state = ANY($2::smallint[])
      RETURNING m.enrolment_id, m.visit, m.kind`,
  },
  /** Takes back what was planned for enrolments that left, unless it is claimed. `state < 3`: the condition of the partial index. */
  withdraw: {
    name: 'messages.withdraw',
    text: `UPDATE message m SET state = $1, reason = 'left-journey', settled_at = ts($3)
      FROM unnest($4::date[], $5::bigint[]) x(mo, e)
      WHERE m.entered_month = x.mo AND m.enrolment_id = x.e AND m.state = $2 RETURNING m.enrolment_id, m.visit`,
  },
  /** Milliseconds until the account has something to look at; no row where it has nothing. */
  next: {
    name: 'messages.next',
    never: ['left'],
    text: `SELECT ms(m.due_at) - waymark_clock() AS left FROM message m
      JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
      WHERE m.account_id = $1 AND m.state < 3 ORDER BY m.due_at LIMIT 1`,
  },
  bucket: {
    name: 'messages.bucket',
    never: ['tokens'],
    text: `SELECT per_second, least(burst, tokens + greatest(0, $2 - ms(filled_at)) / 1000 * per_second) AS tokens
      FROM token_bucket WHERE account_id = $1 FOR UPDATE`,
  },
  spend: {
    name: 'messages.spend',
    text: 'UPDATE token_bucket SET tokens = $2, filled_at = ts($3) WHERE account_id = $1',
  },
  /** Of one member, newest first, from before the place (`$2` = instant, `$3` = key); of one channel where `$4` names it. */
  history: {
    name: 'messages.history',
    never: ['key', 'planned_at'],
    text: `SELECT m.key, m.enrolment_id, m.channel, m.purpose, m.state, m.reason, m.variables, ms(m.planned_at) AS planned_at,
        ms(m.settled_at) AS settled_at, j.key AS journey, j.name AS journey_name,
        v.plan #>> ARRAY['nodes', m.node::text, 'name'] AS node_name,
        v.plan #> ARRAY['nodes', m.node::text, 'settings'] AS settings
      FROM (SELECT *, concat_ws('.', enrolment_id, visit, kind) COLLATE "C" AS key FROM message WHERE member_id = $1) m
      JOIN journey j ON j.id = m.journey_id JOIN version v ON v.id = m.version_id
      WHERE (m.planned_at, m.key) < (ts($2), $3) AND m.channel <> 'service' AND ($4::text IS NULL OR m.channel = $4)
      ORDER BY m.planned_at DESC, m.key DESC LIMIT $5`,
  },
  /** Whoever publishes keeps the accounts that the journey may name, whoever deletes one waits for them. */
  keepAccounts: { name: 'messages.keep-accounts', text: 'SELECT id FROM account ORDER BY id FOR KEY SHARE' },
  lockAccount: {
    name: 'messages.lock-account',
    text: 'SELECT id FROM account WHERE channel = $1 AND key = $2 FOR UPDATE',
  },
  paces: { name: 'messages.paces', text: 'SELECT account_id, per_second FROM token_bucket' },
  /** A bucket that is new is full. */
  keepPace: {
    name: 'messages.keep-pace',
    text: `INSERT INTO token_bucket (tenant_id, account_id, per_second, burst, tokens, filled_at)
      SELECT $1, $2, $3, b, b, ts(waymark_clock()) FROM (SELECT greatest(1, ceil($3::float8)) AS b) x
      ON CONFLICT (tenant_id, account_id) DO UPDATE SET per_second = excluded.per_second, burst = excluded.burst,
        tokens = least(token_bucket.tokens, excluded.burst)`,
  },
  dropPace: { name: 'messages.drop-pace', text: 'DELETE FROM token_bucket WHERE account_id = $1' },
  /** Wakes an account that has something to do, at its new pace. */
  pokeLane: {
    name: 'messages.poke-lane',
    text: `INSERT INTO poke (tenant_id, kind, owner, part)
      SELECT DISTINCT $1::bigint, 1::smallint, account_id, 0 FROM message WHERE account_id = $2 AND state < 3`,
  },
  accounts: { name: 'messages.accounts', text: 'SELECT key, channel FROM account ORDER BY channel, key' },
  /** Gives the event data of enrolments what a service answered, in place of what the fields `$1` had. */
  keepAnswers: {
    name: 'messages.keep-answers',
    text: `UPDATE enrolment e SET data = (coalesce(e.data, '{}') - $1::text[]) || x.d::jsonb
      FROM unnest($2::bigint[], $3::bigint[], $4::text[]) x(m, id, d) WHERE e.member_id = x.m AND e.id = x.id`,
  },
} as const
