const ROW = `a.id, j.key, j.name, j.state AS journey_state, a.revision, a.base, a.in_flight, a.size, a.grounds, a.note,
  a.asked_by, a.asked_name, ms(a.asked_at) AS asked_at, a.state, a.decided_by, a.decided_name, ms(a.decided_at) AS decided_at,
  a.answer, a.version`

/** Journeys that a second person publishes: the workspace's rules, and requests. */
export const approvalsSql = {
  rules: { name: 'approvals.rules', text: 'SELECT rules FROM approval_rules WHERE tenant_id = $1' },
  /** Audited. */
  saveRules: {
    name: 'approvals.save-rules',
    text: `WITH saved AS (INSERT INTO approval_rules (tenant_id, rules, saved_at) VALUES ($1, $2::jsonb, clock_timestamp())
        ON CONFLICT (tenant_id) DO UPDATE SET rules = excluded.rules, saved_at = excluded.saved_at RETURNING rules)
      INSERT INTO audit (tenant_id, actor, action, subject, detail) SELECT $1, $3::text, 'approval-rules.save', 'workspace', rules FROM saved`,
  },
  /** The journey must be locked, and have no request that is open. */
  ask: {
    name: 'approvals.ask',
    text: `INSERT INTO approval (tenant_id, journey_id, document, revision, base, in_flight, size, grounds, note, asked_by, asked_name, asked_at)
      VALUES ($1, $2, $3::jsonb, $4, $5, $6::jsonb, $7, $8::jsonb, $9, $10, $11, ts($12)) RETURNING id`,
  },
  /** What was asked, with the document. */
  one: {
    name: 'approvals.one',
    never: ['asked_at'],
    text: `SELECT ${ROW}, a.journey_id, a.document FROM approval a JOIN journey j ON j.id = a.journey_id WHERE a.id = $1`,
  },
  open: {
    name: 'approvals.open',
    text: `SELECT id, asked_name FROM approval WHERE journey_id = $1 AND state = 'asked'`,
  },
  /** Newest first. `$1` state, `$2` key of a journey, `$3` who must not have asked: null is any. `$4` the last of the page before. */
  list: {
    name: 'approvals.page',
    never: ['asked_at'],
    text: `SELECT ${ROW} FROM approval a JOIN journey j ON j.id = a.journey_id
      WHERE ($1::text IS NULL OR a.state = $1) AND ($2::text IS NULL OR j.key = $2) AND ($3::text IS NULL OR a.asked_by <> $3)
        AND ($4::bigint IS NULL OR a.id < $4) ORDER BY a.id DESC LIMIT $5::int`,
  },
  /** How many wait for somebody. */
  waiting: {
    name: 'approvals.waiting',
    never: ['n'],
    text: `SELECT count(*)::int AS n FROM approval WHERE state = 'asked' AND asked_by <> $1`,
  },
  /** Who agreed to which version of a journey. */
  agreed: {
    name: 'approvals.agreed',
    never: ['version', 'decided_name', 'decided_at'],
    text: `SELECT version, asked_name, decided_name, ms(decided_at) AS decided_at FROM approval
      WHERE journey_id = $1 AND state = 'approved'`,
  },
  /** Writes how an open one ended; audited. `$2` state, `$3` the audit's word for it; a draft that was in review is a draft again. */
  decide: {
    name: 'approvals.decide',
    text: `WITH done AS (UPDATE approval a SET state = $2, decided_by = $4, decided_name = $5, decided_at = ts($6), answer = $7, version = $8
          FROM journey j WHERE a.id = $1 AND a.state = 'asked' AND j.id = a.journey_id RETURNING a.tenant_id, a.id, a.journey_id, j.key),
        back AS (UPDATE journey SET state = 'draft' FROM done WHERE journey.id = done.journey_id AND journey.state = 'in-review')
      INSERT INTO audit (tenant_id, actor, action, subject, detail) SELECT tenant_id, $4, $3::text, key,
        jsonb_strip_nulls(jsonb_build_object('approval', id::text, 'version', $8, 'answer', $7)) FROM done`,
  },
  /** An open one of a journey that is another by now, but for the one that is being published; audited. */
  overtake: {
    name: 'approvals.overtake',
    text: `WITH done AS (UPDATE approval a SET state = 'overtaken', decided_by = $2, decided_at = ts($3)
          FROM journey j WHERE a.journey_id = $1 AND a.state = 'asked' AND a.id IS DISTINCT FROM $4 AND j.id = a.journey_id
          RETURNING a.tenant_id, a.id, a.journey_id, j.key),
        back AS (UPDATE journey SET state = 'draft' FROM done WHERE journey.id = done.journey_id AND journey.state = 'in-review')
      INSERT INTO audit (tenant_id, actor, action, subject, detail)
        SELECT tenant_id, $2, 'approval.overtake', key, jsonb_build_object('approval', id::text) FROM done`,
  },
} as const
