import { CLOSING } from '../clock-work.ts'

/** How a journey is closed to newcomers, and is over once nobody is inside. */
export const closingSql = {
  close: {
    name: 'closing.close',
    text: 'INSERT INTO closing (tenant_id, journey_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
  },
  open: { name: 'closing.open', text: 'DELETE FROM closing WHERE journey_id = $1' },
  /** Wakes the clock where somebody left a journey that drains. */
  pokeWhereDraining: {
    name: 'closing.poke',
    text: `INSERT INTO poke (tenant_id, kind, owner, part)
      SELECT $1, 2, 0, 0 FROM journey WHERE id = $2 AND state = 'draining'`,
  },
  /** Journeys to be drained, and those that nobody is in any more; across tenants. */
  todo: {
    name: 'closing.todo',
    text: `SELECT j.tenant_id, j.id, j.state FROM ${CLOSING} ORDER BY j.id`,
  },
  lock: { name: 'closing.lock', text: 'SELECT key, state FROM journey WHERE id = $1 FOR NO KEY UPDATE' },
  move: {
    name: 'closing.move',
    text: `WITH j AS (UPDATE journey SET state = $2 WHERE id = $1 RETURNING tenant_id, key)
      INSERT INTO audit (tenant_id, actor, action, subject, detail) SELECT tenant_id, 'clock', 'journey.' || $3::text, key, '{}' FROM j`,
  },
} as const
