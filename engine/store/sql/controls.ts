/** Counters, quotas, gates and arms. */
export const controlsSql = {
  /** Before `lock`, so that there is a row. */
  begin: {
    name: 'controls.begin',
    text: 'INSERT INTO counter (tenant_id, journey_id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  },
  lock: {
    name: 'controls.lock',
    text: 'SELECT state FROM counter WHERE journey_id = $1 AND name = $2 FOR UPDATE',
  },
  keep: {
    name: 'controls.keep',
    text: 'UPDATE counter SET state = $3::jsonb WHERE journey_id = $1 AND name = $2',
  },
  forget: {
    name: 'controls.forget',
    text: 'DELETE FROM counter WHERE journey_id = $1 AND name = $2',
  },
  /** Of each visit: how many places its member took in counter `$1` since `f`, `$2` in this enrolment alone, and whether it took one. */
  taken: {
    name: 'controls.taken',
    never: ['o', 'taken', 'mine'],
    text: `SELECT x.o::int AS o,
        (SELECT count(*)::int FROM counted c WHERE c.member_id = x.m AND c.counter = $1 AND c.at >= ts(x.f)
          AND (NOT $2::boolean OR c.enrolment_id = x.e)) AS taken,
        EXISTS (SELECT FROM counted c WHERE c.member_id = x.m AND c.counter = $1 AND c.enrolment_id = x.e AND c.visit = x.v) AS mine
      FROM unnest($3::bigint[], $4::bigint[], $5::int[], $6::float8[]) WITH ORDINALITY x(m, e, v, f, o)`,
  },
  take: {
    name: 'controls.take',
    text: `INSERT INTO counted (tenant_id, member_id, counter, enrolment_id, visit, at)
      SELECT $1, m, $2, e, v, ts(a) FROM unnest($3::bigint[], $4::bigint[], $5::int[], $6::float8[]) x(m, e, v, a)`,
  },
  /** The farthest that any version looks, of each counter. */
  keepCounting: {
    name: 'controls.keep-counting',
    text: `INSERT INTO counting (tenant_id, journey_id, counter, days, past_entry)
      SELECT $1, $2, c, CASE WHEN bool_and(d IS NOT NULL) THEN max(d) END, bool_or(p)
      FROM unnest($3::text[], $4::int[], $5::boolean[]) x(c, d, p) GROUP BY c
      ON CONFLICT (tenant_id, journey_id, counter) DO UPDATE SET past_entry = counting.past_entry OR excluded.past_entry,
        days = CASE WHEN counting.days IS NOT NULL AND excluded.days IS NOT NULL THEN greatest(counting.days, excluded.days) END`,
  },
  arms: {
    name: 'controls.arms',
    text: 'SELECT member_id, arm FROM arm WHERE member_id = ANY($1::bigint[]) AND journey_id = $2 AND node_key = $3',
  },
  /** An arm kept before stays. */
  keepArms: {
    name: 'controls.keep-arms',
    text: `INSERT INTO arm (tenant_id, journey_id, member_id, node_key, arm, at)
      SELECT $1, $2, m, $3, a, ts(d) FROM unnest($4::bigint[], $5::text[], $6::float8[]) x(m, a, d) ON CONFLICT DO NOTHING`,
  },
  /** In place of arms that are gone. */
  changeArms: {
    name: 'controls.change-arms',
    text: `INSERT INTO arm (tenant_id, journey_id, member_id, node_key, arm)
      SELECT $1, $2, m, $3, a FROM unnest($4::bigint[], $5::text[]) x(m, a)
      ON CONFLICT (member_id, journey_id, node_key) DO UPDATE SET arm = excluded.arm`,
  },
} as const
