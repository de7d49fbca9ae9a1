import { setTimeout as pause } from 'node:timers/promises'
import { planOf } from '../engine/runtime/engine.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { startInProcess } from './in-process.ts'
import { type BenchResult, median, resultOf } from './results.ts'

const DEFAULT_SIZES = [100_000, 300_000, 1_000_000]
const DUE = 10_000
const ROUNDS = 5
const SHARDS = 16

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
const days = (amount: number) => ({ kind: 'duration', duration: { amount, unit: 'day' } })
/** A month's wait, a message, and another: whoever goes on waits again. */
const waiting = {
  schema: 1,
  key: 'waiting',
  name: 'waiting',
  settings: { zone: 'UTC', shards: SHARDS },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: 'never' }] }),
    node('wait', 'wait', { kind: 'event', events: [{ event: 'replied' }], timeout: { amount: 30, unit: 'day' } }),
    node('note', 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'We missed you.' }),
    node('again', 'wait', days(60)),
    node('end', 'end'),
  ],
  edges: [
    ['start', 'next', 'wait'],
    ['wait', 'timeout', 'note'],
    ['wait', 'event', 'end'],
    ['note', 'sent', 'again'],
    ['again', 'done', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
}

/** How long it takes to walk those who are due at one moment, among ever more who wait. */
export async function walkingOfTheDue(say: (line: string) => void, sizes = DEFAULT_SIZES): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  let fewest: number | undefined
  for (const size of sizes) {
    const e = await benchEnvironment()
    try {
      const journey = await waitingMembers(e, size)
      const { walked, limit } = await measure(e, { journey, size }, say)
      results.push(
        resultOf(
          {
            ...{ id: 'P5', name: `${size / 1_000}k wait, ${DUE / 1_000}k are due at once`, unit: 's' },
            goal: '≤ 10 s, no more than with few who wait (≤ 1.25 ×)',
          },
          walked,
          {
            'UPDATE of the same rows': limit,
            ...(fewest !== undefined && { 'few who wait': walked.map(() => fewest ?? 0) }),
          },
          (figure) => figure.median <= 10 && (fewest === undefined || figure.median <= 1.25 * fewest),
        ),
      )
      fewest ??= median(walked)
    } finally {
      await e.close()
    }
  }
  return results
}

async function measure(
  { owner, tenant, ...e }: BenchEnvironment,
  { journey, size }: { journey: number; size: number },
  say: (line: string) => void,
) {
  const walked: number[] = []
  const limit: number[] = []
  const inProcess = startInProcess({ owner, tenant, ...e })
  for (let round = -1; round < ROUNDS; round++) {
    const began = performance.now()
    // Spread over all that were ever written, as those due in one minute are.
    const { rowCount } = await owner.query(
      `UPDATE token SET due_at = date_trunc('milliseconds', clock_timestamp())
       WHERE journey_id = $1 AND due_at > now() AND enrolment_id % $2 = $3`,
      [journey, size / DUE, round + 1],
    )
    if (rowCount !== DUE)
      throw new Error(`${rowCount} are due: ask for a whole number of ten thousands, 100,000 at least`)
    const updated = (performance.now() - began) / 1_000
    const start = performance.now()
    await owner.query(
      'INSERT INTO poke (tenant_id, kind, owner, part) SELECT $1, 0, $2, s FROM generate_series(0, $3::int) s',
      [tenant, journey, SHARDS - 1],
    )
    await noneDue(owner, journey)
    const took = (performance.now() - start) / 1_000
    say(`P5 round ${round + 1}: walked in ${took.toFixed(2)} s, updated in ${updated.toFixed(2)} s`)
    if (round < 0) continue // the first is for what is read and compiled at first
    walked.push(took)
    limit.push(updated)
  }
  await inProcess.stop()
  return { walked, limit }
}

async function noneDue(owner: BenchEnvironment['owner'], journey: number): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ due: boolean }>(
      `SELECT EXISTS (SELECT FROM generate_series(0, $2::int) s JOIN LATERAL (
         SELECT due_at FROM token WHERE journey_id = $1 AND shard = s ORDER BY due_at LIMIT 1) t ON t.due_at <= clock_timestamp()) AS due`,
      [journey, SHARDS - 1],
    )
    if (!rows[0]?.due) return
    await pause(10)
  }
}

/** Members, known as user `1`, `2` …, who entered yesterday and wait for a month, or for what they reply; answers their journey. */
export async function waitingMembers(e: BenchEnvironment, size: number): Promise<number> {
  const { journey, version } = await e.publish(waiting)
  const plan = await e.engine.store.inTenant(e.tenant, (tx) => planOf(e.engine, tx, version))
  const wait = plan.nodes.findIndex((one) => one.id === 'wait')
  for (const statement of [
    `INSERT INTO member (tenant_id, attributes, created_at)
     SELECT ${e.tenant}, jsonb_build_object('name', 'Member ' || i), now() FROM generate_series(1, ${size}) i`,
    `INSERT INTO identity SELECT ${e.tenant}, 'user', id::text, id FROM member`,
    `INSERT INTO enrolment (tenant_id, member_id, journey_id, version_id, entry_no, shard, trigger_node, entered_at, since_at)
     SELECT ${e.tenant}, id, ${journey}, ${version}, 1, id % ${SHARDS}, 0, now() - interval '1 day', now() - interval '1 day'
     FROM member ORDER BY id`,
    `INSERT INTO token (tenant_id, journey_id, shard, due_at, enrolment_id, member_id, version_id, node, step, visit, entry_no,
       depth, entered_at, arrived_at, previous_at)
     SELECT ${e.tenant}, ${journey}, shard, entered_at + interval '30 days' + id * interval '1 ms', id, member_id,
       ${version}, ${wait}, 1, 2, 1, 0, entered_at, entered_at, entered_at FROM enrolment ORDER BY random()`,
    'VACUUM ANALYZE',
    'CHECKPOINT',
  ])
    await e.owner.query(statement)
  return journey
}
