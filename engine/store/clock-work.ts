/** Journeys that were closed to newcomers and are to be drained, and those that drain and nobody is in any more. */
export const CLOSING = `journey j
      WHERE j.state IN ('running', 'paused') AND EXISTS (SELECT FROM closing c WHERE c.tenant_id = j.tenant_id AND c.journey_id = j.id)
        OR j.state = 'draining' AND (SELECT min(shard) FROM token t WHERE t.journey_id = j.id) IS NULL`

/**
 * All that a tick of the clock does, by what it is called: rows of tenants with such work. `isDue` says, in SQL, of a planned
 * time whether it counts.
 */
export const clockWork = (isDue: (at: string) => string): Readonly<Record<string, string>> => ({
  'due fires': `SELECT f.tenant_id FROM fire f JOIN journey j ON j.id = f.journey_id AND j.state <> 'paused'
          WHERE f.state = 0 AND ${isDue('f.occurrence')}`,
  'due tests': `SELECT tenant_id FROM trial WHERE NOT judged AND ${isDue('due_at')}`,
  'due sets of segments': `SELECT tenant_id FROM segment_set WHERE ${isDue('next_at')}`,
  'open runs': 'SELECT tenant_id FROM run WHERE state < 2',
  'closing journeys': `SELECT j.tenant_id FROM ${CLOSING}`,
  'stopping journeys': "SELECT tenant_id FROM journey WHERE state = 'stopping'",
  'moving journeys': `SELECT move.tenant_id FROM move JOIN journey ON journey.id = move.journey_id
          AND journey.state NOT IN ('stopping', 'finished', 'archived') WHERE NOT is_done`,
})
