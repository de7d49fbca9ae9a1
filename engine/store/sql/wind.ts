import { clockWork, DUE_BETWEEN } from '../clock-work.ts'

/** When each account that may send nothing now may send one message: its bucket fills by the wound clock too. */
const FILLING = `SELECT account_id, ceil(ms(filled_at) + greatest(0.001, (1 - tokens) / per_second * 1000)) AS filled
  FROM token_bucket WHERE tokens < 1`

const WORK = clockWork((at) => `${at} <= ts(waymark_clock())`)

/** What a wound clock stops at, wakes and waits for, in the tenant of the transaction. */
export const windSql = {
  /** Null where the tenant goes by PostgreSQL's clock. */
  wound: { name: 'wind.wound', text: 'SELECT ms(wound_at) AS at FROM tenant' },
  /** The first instant after `$1` and up to `$2` at which something is due. */
  next: {
    name: 'wind.next',
    text: `SELECT min(at) AS at FROM (
      SELECT min(ms(t.due_at)) AS at FROM token t JOIN journey j ON j.id = t.journey_id AND j.state IN ('running', 'draining')
        WHERE t.due_at > ts($1) AND t.due_at <= ts($2)
      UNION ALL SELECT min(ms(m.due_at)) FROM message m JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
        WHERE m.account_id IS NOT NULL AND m.state < 3 AND m.due_at > ts($1) AND m.due_at <= ts($2)
      UNION ALL SELECT min(ms(due_at)) FROM notice_mail WHERE state < 3 AND due_at > ts($1) AND due_at <= ts($2)
      UNION ALL ${DUE_BETWEEN.join('\n      UNION ALL ')}
      UNION ALL SELECT min(filled) FROM (${FILLING}) b
        WHERE filled > $1 AND filled <= $2 AND EXISTS (SELECT FROM message m JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused'
          WHERE m.account_id = b.account_id AND m.state < 2 AND m.due_at <= ts($1))) due`,
  },
  set: { name: 'wind.set', text: 'UPDATE tenant SET wound_at = ts($1) WHERE wound_at <= ts($1) RETURNING 1 AS wound' },
  /** Pokes whatever has work by the clock: shards, lanes, and who fires. What is held besides does no harm. */
  poke: {
    name: 'wind.poke',
    text: `INSERT INTO poke (tenant_id, kind, owner, part)
      SELECT $1::bigint, 0, t.journey_id, t.shard FROM token t WHERE t.due_at <= ts(waymark_clock())
      UNION SELECT $1, 0, s.journey_id, s.shard FROM stimulus s
      UNION SELECT $1, 1, m.account_id, 0 FROM message m
        WHERE m.account_id IS NOT NULL AND m.state < 3 AND m.due_at <= ts(waymark_clock())
      UNION SELECT $1, 1, n.account_id, 0 FROM notice_mail n WHERE n.state < 3 AND n.due_at <= ts(waymark_clock())
      UNION SELECT $1, 2, 0, 0 WHERE EXISTS (${Object.values(WORK).join('\n        UNION ALL ')})`,
  },
  /**
   * How much of each kind there is to do before the clock may go on. A message in `sending` must not be overtaken: it would count
   * as lost; each is told with its attempt.
   */
  unsettled: {
    name: 'wind.unsettled',
    never: ['left'],
    text: `WITH clock AS MATERIALIZED (SELECT ts(waymark_clock()) AS at),
        alive AS MATERIALIZED (SELECT id FROM journey WHERE state IN ('running', 'draining'))
      SELECT json_build_object(
        'pokes', (SELECT count(*) FROM poke),
        'due tokens', (SELECT count(*) FROM token t, clock WHERE t.due_at <= clock.at AND t.journey_id IN (SELECT id FROM alive)),
        'stimuli', (SELECT count(*) FROM stimulus s WHERE s.journey_id IN (SELECT id FROM alive)),
        ${Object.entries(WORK)
          .map(([name, work]) => `'${name}', (SELECT count(*) FROM (${work}) work),`)
          .join('\n        ')}
        'unsent messages', (SELECT count(*) FROM message m JOIN journey j ON j.id = m.journey_id AND j.state <> 'paused', clock
          WHERE m.account_id IS NOT NULL AND (m.state = 2 OR m.state < 2 AND m.due_at <= clock.at
            AND NOT EXISTS (SELECT FROM (${FILLING}) b WHERE b.account_id = m.account_id AND filled > ms(clock.at)))),
        'unsent notices', (SELECT count(*) FROM notice_mail n, clock WHERE n.state = 2 OR n.state < 2 AND n.due_at <= clock.at)) AS left,
        (SELECT string_agg(name, ' ' ORDER BY name) FROM (
          SELECT concat_ws('.', m.enrolment_id, m.visit, m.kind, m.attempts) AS name FROM message m WHERE m.account_id IS NOT NULL AND m.state = 2
          UNION ALL SELECT concat_ws('.', 'notice', n.notice_id, n.person_id, n.attempts) FROM notice_mail n WHERE n.state = 2) s) AS sending`,
  },
  /** Brings the time limit of all that is in `sending` to the clock, where it lies ahead, and pokes the lanes: they count it as lost. */
  lose: {
    name: 'wind.lose',
    text: `WITH lost AS (UPDATE message SET due_at = ts(waymark_clock())
        WHERE account_id IS NOT NULL AND state = 2 AND due_at > ts(waymark_clock()) RETURNING account_id),
      mails AS (UPDATE notice_mail SET due_at = ts(waymark_clock()) WHERE state = 2 AND due_at > ts(waymark_clock()) RETURNING account_id)
      INSERT INTO poke (tenant_id, kind, owner, part)
      SELECT $1::bigint, 1, account_id, 0 FROM lost UNION SELECT $1, 1, account_id, 0 FROM mails`,
  },
} as const
