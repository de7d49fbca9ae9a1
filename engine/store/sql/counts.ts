const EDGES = `(SELECT journey_id, version_id, node, outcome, day, n FROM edge_count WHERE journey_id = ANY($1::bigint[])
  UNION ALL SELECT journey_id, version_id, node, outcome, day, n FROM edge_delta WHERE journey_id = ANY($1::bigint[])) e`
const TODAY = '(ts(waymark_clock()) AT TIME ZONE (SELECT zone FROM tenant LIMIT 1))::date'

/** Edge counts of journeys (`$1`), folded or not, and what traces add to a report. */
export const countsSql = {
  totals: {
    name: 'counts.totals',
    never: ['journey_id', 'version_id', 'node', 'outcome', 'n', 'today'],
    text: `WITH today AS MATERIALIZED (SELECT ${TODAY} AS day)
      SELECT journey_id, version_id, node, outcome, sum(n)::float8 AS n,
        coalesce(sum(n) FILTER (WHERE day = (SELECT day FROM today)), 0)::float8 AS today
      FROM ${EDGES} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  },
  /** Days ascending, from `$2` to `$3`, both included, of outcomes `$4`; null: open, or all. `day_ends`: the first instant after the day. */
  days: {
    name: 'counts.days',
    never: ['version_id', 'node', 'outcome', 'day', 'day_ends', 'n'],
    text: `SELECT version_id, node, outcome, e.day::text AS day, ms((e.day + 1)::timestamp AT TIME ZONE (SELECT zone FROM tenant)) AS day_ends,
        sum(n)::float8 AS n FROM ${EDGES}
      WHERE ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3) AND ($4::int[] IS NULL OR outcome = ANY($4))
      GROUP BY version_id, node, outcome, e.day ORDER BY e.day, version_id, node, outcome`,
  },
  /** Who entered on each of the last `$2` days, `ago` 0 today. */
  entered: {
    name: 'counts.entered',
    never: ['journey_id', 'ago', 'n'],
    text: `WITH today AS MATERIALIZED (SELECT ${TODAY} AS day)
      SELECT journey_id, (SELECT day FROM today) - day AS ago, sum(n)::float8 AS n FROM ${EDGES}
      WHERE outcome = -1 AND day > (SELECT day FROM today) - $2::int GROUP BY 1, 2`,
  },
  place: {
    name: 'counts.place',
    text: `SELECT j.id, v.id AS version_id, v.number FROM journey j
      LEFT JOIN version v ON v.journey_id = j.id AND CASE WHEN $2::int IS NULL THEN v.id = j.version_id ELSE v.number = $2 END
      WHERE j.key = $1`,
  },
  versions: {
    name: 'counts.versions',
    never: ['published_at'],
    text: 'SELECT id, number, ms(published_at) AS published_at FROM version WHERE journey_id = $1 ORDER BY number DESC',
  },
  /** How long those stayed, milliseconds, who left nodes of a journey after a wait since `$3`: the median of the last `$2`. */
  stays: {
    name: 'counts.stays',
    never: ['node'],
    text: `SELECT version_id, nodes[1] AS node, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms(at) - ms(before)) AS median
      FROM (SELECT t.version_id, t.nodes, t.at, (SELECT p.at FROM trace p WHERE p.entered_month = t.entered_month
            AND p.enrolment_id = t.enrolment_id AND p.visit < t.visit ORDER BY p.visit DESC LIMIT 1) AS before
          FROM (SELECT * FROM trace WHERE journey_id = $1 AND visit > 1 AND at > ts($3) ORDER BY at DESC LIMIT $2::int) t) s
      GROUP BY 1, 2`,
  },
  /** How many left after a wait since `$3`, counted up to `$2`. */
  leftSince: {
    name: 'counts.left-since',
    never: ['n'],
    text: `SELECT count(*)::int AS n FROM (SELECT FROM trace WHERE journey_id = $1 AND visit > 1 AND at > ts($3) LIMIT $2::int) t`,
  },
} as const
