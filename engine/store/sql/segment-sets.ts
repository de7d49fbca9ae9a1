import { dueOf } from '../clock-work.ts'

/** Whom segments held when they were computed last. */
export const segmentSetsSql = {
  /** Sets that are to be made by now, across tenants. */
  due: { name: 'sets.due', text: dueOf('sets', 'tenant_id, id', '100') },
  /** One set, locked, and its segment's rule as it is now; null where the segment is gone. */
  lock: {
    name: 'sets.lock',
    text: `SELECT s.id, s.every, g.rule, (SELECT zone FROM tenant) AS zone
      FROM segment_set s LEFT JOIN segment g ON g.id = s.segment_id WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
  },
  schedule: {
    name: 'sets.schedule',
    text: `INSERT INTO segment_set (tenant_id, segment_id, every, next_at)
      SELECT tenant_id, id, $2, ts($3) FROM segment WHERE key = $1
      ON CONFLICT (tenant_id, segment_id) DO UPDATE SET every = excluded.every, next_at = excluded.next_at`,
  },
  computed: {
    name: 'sets.computed',
    text: 'UPDATE segment_set SET computed_at = ts($2), size = $3, next_at = ts($4) WHERE id = $1',
  },
  drop: {
    name: 'sets.drop',
    text: 'WITH m AS (DELETE FROM set_member WHERE set_id = $1) DELETE FROM segment_set WHERE id = $1',
  },
  /** Which of some members a segment held when it was computed last; one row of null where none, no row where there is no set. */
  having: {
    name: 'sets.having',
    text: `SELECT ms(s.computed_at) AS computed_at, m.member_id FROM segment g JOIN segment_set s ON s.segment_id = g.id
      LEFT JOIN set_member m ON m.set_id = s.id AND m.member_id = ANY($2::bigint[]) WHERE g.key = $1`,
  },
  of: {
    name: 'sets.of',
    text: `SELECT g.key FROM set_member m JOIN segment_set s ON s.id = m.set_id JOIN segment g ON g.id = s.segment_id
      WHERE m.member_id = $1`,
  },
  /** The sets of segments, by the segments' keys; of all where none are given. */
  ages: {
    name: 'sets.ages',
    text: `SELECT g.key, s.every, s.size, ms(s.computed_at) AS computed_at, ms(s.next_at) AS next_at
      FROM segment_set s JOIN segment g ON g.id = s.segment_id WHERE $1::text[] IS NULL OR g.key = ANY($1)`,
  },
} as const
