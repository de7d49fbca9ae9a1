/** How a journey is ended: what begins it, and the chunks that follow. */
export const stopSql = {
  endRuns: { name: 'stop.end-runs', text: 'UPDATE run SET state = 2 WHERE journey_id = $1 AND state < 2' },
  inside: { name: 'stop.inside', never: ['n'], text: 'SELECT count(*)::int AS n FROM token WHERE journey_id = $1' },
  /** Journeys with chunks left, across tenants. */
  open: { name: 'stop.open', text: "SELECT tenant_id, id FROM journey WHERE state = 'stopping' ORDER BY id" },
  /** One chunk of a journey at a time. */
  lock: { name: 'stop.lock', text: "SELECT id FROM journey WHERE id = $1 AND state = 'stopping' FOR NO KEY UPDATE" },
  /** Takes up to `$2` enrolments out, with what they were told; answers where they stood. */
  take: {
    name: 'stop.take',
    text: `WITH t AS (DELETE FROM token WHERE ctid = ANY(ARRAY(
          SELECT ctid FROM token WHERE journey_id = $1 ORDER BY shard, due_at LIMIT $2))
        RETURNING journey_id, enrolment_id, member_id, version_id, node, failed),
      s AS (DELETE FROM stimulus WHERE enrolment_id IN (SELECT enrolment_id FROM t))
      SELECT * FROM t`,
  },
  /** Blocks up to `$4` planned messages. `state < 3` is the condition of the partial index. */
  block: {
    name: 'stop.block',
    text: `WITH p AS (SELECT entered_month, enrolment_id, visit, kind FROM message
        WHERE journey_id = $1 AND state < 3 AND state = $3 LIMIT $4)
      UPDATE message m SET state = $2, reason = 'journey-stopped', settled_at = ts(waymark_clock())
      FROM p WHERE m.entered_month = p.entered_month AND m.enrolment_id = p.enrolment_id AND m.visit = p.visit AND m.kind = p.kind
        AND m.state = $3 RETURNING m.enrolment_id, m.visit`,
  },
  finish: { name: 'stop.finish', text: 'UPDATE journey SET state = $2 WHERE id = $1' },
} as const
