/** How enrolments are taken out of a journey by what becomes of their member. */
export const leavingSql = {
  watch: {
    name: 'leaving.watch',
    text: 'INSERT INTO exit_watch (tenant_id, version_id, journey_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  },
  /** Where members stand in versions whose exit rule asks about them, and are not leaving already. No token is read where none has one. */
  watched: {
    name: 'leaving.watched',
    text: `WITH v AS MATERIALIZED (SELECT w.version_id FROM exit_watch w JOIN journey j ON j.id = w.journey_id
        AND j.state IN ('running', 'paused', 'draining'))
      SELECT t.journey_id, t.version_id, t.shard, t.enrolment_id, t.member_id, t.entry_no, t.node FROM token t
      WHERE t.member_id = ANY(CASE WHEN EXISTS (SELECT FROM v) THEN $1::bigint[] ELSE '{}' END)
        AND t.version_id IN (SELECT version_id FROM v)
        AND NOT EXISTS (SELECT FROM stimulus s WHERE s.enrolment_id = t.enrolment_id AND s.kind > 0)`,
  },
  /** None for a journey that was stopped meanwhile: it must be shared. */
  tell: {
    name: 'leaving.tell',
    text: `INSERT INTO stimulus (tenant_id, journey_id, shard, enrolment_id, member_id, kind, event_id, name, at, received_at, properties)
      SELECT $1, j, s, e, m, k, NULL, '', ts($2), ts($2), p::jsonb
      FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::smallint[], $8::text[]) WITH ORDINALITY x(j, s, e, m, k, p, o)
      WHERE EXISTS (SELECT FROM journey WHERE id = j AND state NOT IN ('stopping', 'finished', 'archived')) ORDER BY o`,
  },
} as const
