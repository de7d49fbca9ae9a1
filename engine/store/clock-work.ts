/** States of a journey that takes newcomers, now or once it is resumed. */
export const LIVE = "'running', 'paused'"

/** Journeys that were closed to newcomers and are to be drained, and those that drain and nobody is in any more. */
export const CLOSING = `journey j
      WHERE j.state IN (${LIVE}) AND j.id IN (SELECT journey_id FROM closing)
        OR j.state = 'draining' AND (SELECT min(shard) FROM token t WHERE t.journey_id = j.id) IS NULL`

/** Whether a journey in one of these states asks for the crossings that the watch `w` tells of. */
export const isAsked = (
  states: string,
  and = '',
): string => `EXISTS (SELECT FROM segment_watcher x JOIN journey j ON j.id = x.journey_id
        AND j.state IN (${states}) WHERE x.segment_id = w.segment_id${and})`

/** Whether the watch `w` is looked at when it is due: not while all that ask are paused. */
const IS_LOOKED_AT = `(w.ended OR ${isAsked("'running'")} OR NOT ${isAsked("'paused'")})`

/** What falls due by the clock of its tenant. Each has an index of the tenant and the time, of such rows alone. */
const PLANNED = {
  fires: {
    name: 'due fires',
    of: 'fire f',
    at: 'f.occurrence',
    where: "f.state = 0 AND EXISTS (SELECT FROM journey j WHERE j.id = f.journey_id AND j.state <> 'paused')",
  },
  trials: { name: 'due tests', of: 'trial', at: 'due_at', where: 'NOT judged' },
  sets: { name: 'due sets of segments', of: 'segment_set', at: 'next_at', where: 'next_at IS NOT NULL' },
  watches: { name: 'due looks at watched segments', of: 'segment_watch w', at: 'w.next_at', where: IS_LOOKED_AT },
  tags: { name: 'lapsed tags', of: 'member_tag', at: 'expires_at', where: 'expires_at IS NOT NULL AND NOT lapse_told' },
} as const

/** The clock of each tenant, read once: the indexes go by it. */
const CLOCKS = '(SELECT id, coalesce(wound_at, clock_timestamp()) AS now FROM tenant OFFSET 0) t'

/** What is due across tenants: of each the earliest, up to `most`. */
export function dueOf(kind: keyof typeof PLANNED, columns: string, most: string): string {
  const { of, at, where } = PLANNED[kind]
  return `SELECT x.* FROM ${CLOCKS} CROSS JOIN LATERAL (
      SELECT ${columns} FROM ${of} WHERE tenant_id = t.id AND ${at} <= t.now AND ${where} ORDER BY ${at} LIMIT ${most}) x`
}

/** How long until something is due, in any tenant; null where nothing is planned. */
export const NEXT_DUE = `SELECT min(ms(x.at) - ms(t.now)) AS "sleepMs" FROM ${CLOCKS} CROSS JOIN LATERAL (
      ${Object.values(PLANNED)
        .map(
          ({ of, at, where }) =>
            `(SELECT ${at} AS at FROM ${of} WHERE tenant_id = t.id AND ${where} ORDER BY ${at} LIMIT 1)`,
        )
        .join('\n      UNION ALL ')}) x`

/** The earliest of each kind after `$1` and up to `$2` in the tenant of the transaction, epoch milliseconds. */
export const DUE_BETWEEN = Object.values(PLANNED).map(
  ({ of, at, where }) => `SELECT min(ms(${at})) AS at FROM ${of} WHERE ${where} AND ${at} > ts($1) AND ${at} <= ts($2)`,
)

/**
 * All that a tick of the clock does, by what it is called: rows of tenants with such work. `isDue` says, in SQL, of a planned
 * time whether it counts.
 */
export const clockWork = (isDue: (at: string) => string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.values(PLANNED).map(({ name, of, at, where }) => [
      name,
      `SELECT tenant_id FROM ${of} WHERE ${where} AND ${isDue(at)}`,
    ]),
  ),
  'unfilled first dates': 'SELECT tenant_id FROM first_date WHERE NOT filled',
  'open runs': 'SELECT tenant_id FROM run WHERE state < 2',
  'closing journeys': `SELECT j.tenant_id FROM ${CLOSING}`,
  'stopping journeys': "SELECT tenant_id FROM journey WHERE state = 'stopping'",
  'moving journeys': `SELECT move.tenant_id FROM move JOIN journey ON journey.id = move.journey_id
          AND journey.state NOT IN ('stopping', 'finished', 'archived') WHERE NOT is_done`,
})
