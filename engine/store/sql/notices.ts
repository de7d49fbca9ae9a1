/** What the node that told is called in its version. */
const NODE_NAME = "v.plan #>> ARRAY['nodes', n.node::text, 'name'] AS node_name"

/** What the team is told, and its mails. `state < 3` is the condition of the partial index: planned, claimed or sending. */
export const noticesSql = {
  /** Visits that have not told of themselves before. */
  fresh: {
    name: 'notices.fresh',
    text: `INSERT INTO effect (entered_month, tenant_id, enrolment_id, visit, kind, member_id, at, detail)
      SELECT mo, $1, e, v, $2, m, ts(a), '{}' FROM unnest($3::date[], $4::bigint[], $5::int[], $6::bigint[], $7::float8[]) u(mo, e, v, m, a)
      ON CONFLICT DO NOTHING RETURNING enrolment_id, visit`,
  },
  /** Tells once a key, and counts on after that. Where nobody is meant any more, the admins are. Answers the lane that has mails to carry. */
  tell: {
    name: 'notices.tell',
    text: `WITH told AS (INSERT INTO notice (tenant_id, key, code, params, journey_id, version_id, node, member_id, times, at)
        VALUES ($1, $2, $3, $4::jsonb, $5, $12, $13, $6, $7, ts($8))
        ON CONFLICT (tenant_id, key) DO UPDATE SET times = notice.times + excluded.times, at = greatest(notice.at, excluded.at) RETURNING id),
      meant AS MATERIALIZED (SELECT person_id FROM membership WHERE tenant_id = $1 AND (role = ANY($9::text[]) OR person_id = ANY($10::uuid[]))),
      readers AS MATERIALIZED (SELECT person_id FROM meant
        UNION SELECT person_id FROM membership WHERE tenant_id = $1 AND role = 'admin' AND NOT EXISTS (SELECT FROM meant)),
      listed AS (INSERT INTO notice_reader (tenant_id, person_id, notice_id)
        SELECT $1, person_id, id FROM readers, told ORDER BY person_id ON CONFLICT DO NOTHING)
      INSERT INTO notice_mail (tenant_id, notice_id, person_id, account_id, due_at)
      SELECT $1, told.id, person_id, account.id, ts($8) FROM told, readers, account
      WHERE account.tenant_id = $1 AND account.channel = 'email' AND account.key = $11 ORDER BY person_id
      ON CONFLICT DO NOTHING RETURNING account_id`,
  },
  /** Of one person, newest first, from before the place (`$2` = instant, `$3` = id). */
  list: {
    name: 'notices.list',
    never: ['at', 'is_read'],
    text: `SELECT n.id, n.code, n.params, n.times, n.member_id, ms(n.at) AS at, j.key AS journey, j.name AS journey_name, ${NODE_NAME},
        coalesce(r.read_at >= n.at, false) AS is_read
      FROM notice_reader r JOIN notice n ON n.tenant_id = r.tenant_id AND n.id = r.notice_id
      LEFT JOIN journey j ON j.tenant_id = n.tenant_id AND j.id = n.journey_id
      LEFT JOIN version v ON v.tenant_id = n.tenant_id AND v.id = n.version_id
      WHERE r.person_id = $1 AND (n.at, n.id) < (ts($2), $3::bigint) ORDER BY n.at DESC, n.id DESC LIMIT $4`,
  },
  /** How many the people of `$2` have not read in the workspaces of `$1`, pair by pair; across tenants. */
  unread: {
    name: 'notices.unread',
    never: ['tenant', 'person', 'n'],
    text: `SELECT x.t AS tenant, x.p AS person, count(n.id)::int AS n FROM unnest($1::bigint[], $2::uuid[]) x(t, p)
      LEFT JOIN notice_reader r ON r.tenant_id = x.t AND r.person_id = x.p
      LEFT JOIN notice n ON n.tenant_id = r.tenant_id AND n.id = r.notice_id AND (r.read_at IS NULL OR r.read_at < n.at)
      GROUP BY 1, 2`,
  },
  /** Of one person: these, or all there are. What is told again after that comes up again. */
  read: {
    name: 'notices.read',
    text: `UPDATE notice_reader r SET read_at = n.at FROM notice n
      WHERE n.tenant_id = r.tenant_id AND n.id = r.notice_id AND r.person_id = $1 AND ($2::bigint[] IS NULL OR r.notice_id = ANY($2::bigint[]))`,
  },
  /** Takes what a lane has to look at now. */
  due: {
    name: 'notices.due',
    text: `SELECT m.notice_id, m.person_id, m.state, m.attempts, n.code, n.params, n.times, j.name AS journey_name, ${NODE_NAME}
      FROM notice_mail m JOIN notice n ON n.tenant_id = m.tenant_id AND n.id = m.notice_id
      LEFT JOIN journey j ON j.tenant_id = n.tenant_id AND j.id = n.journey_id
      LEFT JOIN version v ON v.tenant_id = n.tenant_id AND v.id = n.version_id
      WHERE m.account_id = $1 AND m.state < 3 AND m.due_at <= (SELECT ts(waymark_clock()))
      ORDER BY m.due_at LIMIT $2 FOR UPDATE OF m SKIP LOCKED`,
  },
  /** Moves mails that are in one of the states of `$1`. */
  move: {
    name: 'notices.move',
    text: `UPDATE notice_mail m SET state = x.s, reason = x.r, due_at = ts(x.d), attempts = x.t
      FROM unnest($2::bigint[], $3::uuid[], $4::smallint[], $5::text[], $6::float8[], $7::smallint[]) x(n, p, s, r, d, t)
      WHERE m.notice_id = x.n AND m.person_id = x.p AND m.state = ANY($1::smallint[])`,
  },
  /** Milliseconds until a lane has something to look at; no row where it has nothing. */
  next: {
    name: 'notices.next',
    never: ['left'],
    text: `SELECT ms(due_at) - waymark_clock() AS left FROM notice_mail WHERE account_id = $1 AND state < 3 ORDER BY due_at LIMIT 1`,
  },
  /** Who they are that work in a workspace, of these; across tenants. */
  addresses: {
    name: 'notices.addresses',
    text: `SELECT u.id, u.email FROM membership m JOIN auth."user" u ON u.id = m.person_id
      WHERE m.tenant_id = $1 AND m.person_id = ANY($2::uuid[])`,
  },
} as const
