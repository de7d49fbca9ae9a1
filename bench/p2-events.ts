import { setTimeout as pause } from 'node:timers/promises'
import type { MemberId } from '../engine/core/ids.ts'
import { Intake } from '../engine/runtime/intake.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { type BenchResult, quantile, resultOf } from './results.ts'
import { benchTemporal } from './temporal.ts'
import { watchedStore } from './watched-store.ts'

const MEMBERS = 100_000
const SECONDS = 6
const RATES = [20, 50, 500, 2_000]
const ROUNDS = 5
const NOOPS = 300
/** All that was posted must be done this long after the last event. */
const PATIENCE_MS = 30_000

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** Entry → points → a day's wait → end. */
const journey = (key: string, shards: number | 'per-member') => ({
  schema: 1,
  key,
  name: key,
  settings: { zone: 'UTC', shards, reentry: { rule: 'any-time' } },
  nodes: [
    node('start', 'trigger-event', { events: [{ event: key }] }),
    node('gift', 'grant-points', { amount: { kind: 'fixed', points: 5 } }),
    node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'gift' },
    { from: 'gift', outcome: 'granted', to: 'wait' },
    { from: 'wait', outcome: 'done', to: 'end' },
  ],
})

/** From an event's posting to the commit of its first effect, at a rate that does not wait for answers. */
export async function eventLatency(say: (line: string) => void): Promise<BenchResult[]> {
  const plain = await benchEnvironment()
  const temporal = await benchTemporal(plain)
  try {
    const commits = new Map<MemberId, (at: number) => void>()
    const store = watchedStore(plain.engine.store, (members, at) => {
      for (const member of members) {
        commits.get(member)?.(at)
        commits.delete(member)
      }
    })
    const e = { ...plain, engine: { ...plain.engine, store } }
    await e.owner.query(
      `WITH m AS (INSERT INTO member (tenant_id, created_at) SELECT $1, now() FROM generate_series(1, $2::int) RETURNING id)
       INSERT INTO identity (tenant_id, namespace, value, member_id) SELECT $1, 'user', id::text, id FROM m`,
      [e.tenant, MEMBERS],
    )
    await e.owner.query('VACUUM ANALYZE')
    await e.publish(journey('shared', 16))
    await e.publish(journey('single', 'per-member'))
    const driver = await temporal.startDriver(e)
    const results: BenchResult[] = []
    const noops: number[] = []
    const p99s: Record<number, number[]> = {}
    const single: number[] = []
    const post = postings(e, commits)
    await post('shared', 200) // what is compiled at first use is
    for (let round = 0; round < ROUNDS; round++) {
      noops.push(await temporal.noops(NOOPS))
      for (const rate of RATES) {
        const latencies = await post('shared', rate)
        p99s[rate] = [...(p99s[rate] ?? []), quantile(latencies, 0.99)]
      }
      single.push(quantile(await post('single', 0.75 * (noops.at(-1) ?? 0)), 0.99))
      say(
        `P2 round ${round + 1}: p99 ${RATES.map((r) => `${r}/s ${Math.round(p99s[r]?.at(-1) ?? 0)} ms`).join(', ')}; single ${Math.round(single.at(-1) ?? 0)} ms; no-ops ${Math.round(noops.at(-1) ?? 0)}/s`,
      )
    }
    await driver.stop()
    const head = { id: 'P2', unit: 'ms p99' }
    const fastest = Math.max(...RATES)
    results.push(
      resultOf(
        { id: 'P2', name: '16 shards: the highest rate posted', unit: 'events/s', goal: '≥ 20 × no-op workflows' },
        noops.map(() => fastest),
        { 'no-op workflows': noops },
        ({ ratio }) => ratio('no-op workflows') >= 20,
      ),
    )
    for (const rate of RATES) {
      results.push(
        resultOf(
          { ...head, name: `16 shards, ${rate} events/s`, goal: '≤ 300 ms (at 2,000/s)' },
          p99s[rate] ?? [],
          {},
          ({ median }) => median <= 300,
        ),
      )
    }
    const name = `one member a shard, at 0.75 × no-op workflows`
    results.push(resultOf({ ...head, name, goal: '≤ 350 ms' }, single, {}, ({ median }) => median <= 350))
    return results
  } finally {
    await temporal.stop()
    await plain.close()
  }
}

/** Posts events of ever new members at random moments, `rate` a second on average; answers each one's milliseconds. */
function postings(e: BenchEnvironment, commits: Map<MemberId, (at: number) => void>) {
  const intake = new Intake(e.engine)
  let next = 1
  return async (name: string, rate: number): Promise<number[]> => {
    const latencies: number[] = []
    const count = Math.round(rate * SECONDS)
    const began = performance.now()
    let due = 0
    for (let n = 0; n < count; n++) {
      due += (-Math.log(1 - Math.random()) / rate) * 1_000
      const left = began + due - performance.now()
      if (left > 1) await pause(left)
      const member = ((next++ - 1) % MEMBERS) + 1
      const posted = began + due
      commits.set(member as MemberId, (at) => latencies.push(at - posted)) // a key of the table
      const person = [{ namespace: 'user', value: String(member) }]
      void intake.take(e.tenant, [{ person, event: { name, properties: {} } }])
    }
    for (const end = performance.now(); commits.size > 0; await pause(10)) {
      if (performance.now() - end > PATIENCE_MS) throw new Error(`${commits.size} of ${count} events had no effect`)
    }
    return latencies
  }
}
