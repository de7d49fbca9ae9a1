/** Journeys that were closed to newcomers and are to be drained, and those that drain and nobody is in any more. */
export const CLOSING = `journey j
      WHERE j.state IN ('running', 'paused') AND EXISTS (SELECT FROM closing c WHERE c.tenant_id = j.tenant_id AND c.journey_id = j.id)
        OR j.state = 'draining' AND (SELECT min(shard) FROM token t WHERE t.journey_id = j.id) IS NULL`

/** States of a journey that takes newcomers, now or once it is resumed. */
export const LIVE = "'running', 'paused'"

/** Whether a journey in one of these states asks for the crossings that the watch `w` tells of. */
export const isAsked = (
  states: string,
  and = '',
): string => `EXISTS (SELECT FROM segment_watcher x JOIN journey j ON j.id = x.journey_id
        AND j.state IN (${states}) WHERE x.segment_id = w.segment_id${and})`

/** Whether the watch `w` is looked at when it is due: not while all that ask are paused. */
export const IS_LOOKED_AT = `(w.ended OR ${isAsked("'running'")} OR NOT ${isAsked("'paused'")})`

/**
 * All that a tick of the clock does, by what it is called: rows of tenants with such work. `isDue` says, in SQL, of a planned
 * time whether it counts.
 */
export const clockWork = (isDue: (at: string) => string): Readonly<Record<string, string>> => ({
  'due fires': `SELECT f.tenant_id FROM fire f JOIN journey j ON j.id = f.journey_id AND j.state <> 'paused'
          WHERE f.state = 0 AND ${isDue('f.occurrence')}`,
  'due tests': `SELECT tenant_id FROM trial WHERE NOT judged AND ${isDue('due_at')}`,
  'due sets of segments': `SELECT tenant_id FROM segment_set WHERE ${isDue('next_at')}`,
  'due looks at watched segments': `SELECT w.tenant_id FROM segment_watch w WHERE ${isDue('w.next_at')} AND ${IS_LOOKED_AT}`,
  'lapsed tags': `SELECT tenant_id FROM member_tag WHERE NOT lapse_told AND ${isDue('expires_at')}`,
  'unfilled first dates': 'SELECT tenant_id FROM first_date WHERE NOT filled',
  'open runs': 'SELECT tenant_id FROM run WHERE state < 2',
  'closing journeys': `SELECT j.tenant_id FROM ${CLOSING}`,
  'stopping journeys': "SELECT tenant_id FROM journey WHERE state = 'stopping'",
  'moving journeys': `SELECT move.tenant_id FROM move JOIN journey ON journey.id = move.journey_id
          AND journey.state NOT IN ('stopping', 'finished', 'archived') WHERE NOT is_done`,
})
