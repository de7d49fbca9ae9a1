import { setTimeout as pause } from 'node:timers/promises'
import { insist } from '../engine/store/insist.ts'
import { audienceJourney } from './audience-journey.ts'
import { runLimit } from './audience-limit.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { startInProcess } from './in-process.ts'
import { type BenchResult, median, resultOf } from './results.ts'
import { type BenchTemporal, benchTemporal } from './temporal.ts'

const SHARDS = 16
const NOOPS = 300
const DEFAULT_SIZES = [10_000, 100_000, 1_000_000]
const RUN_TABLES =
  'run, run_member, enrolment, token, trace, point_entry, point_lot, point_account, event, message, arm, edge_delta, edge_count, poke, fire, stimulus'

const roundsOf = (size: number) => (size >= 1_000_000 ? 3 : 5)
const nameOf = (size: number) => (size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1_000}k`)

/** Members a second from the start of an audience run to the first wait. `--sizes 10000,100000` runs some. */
export async function audienceRun(say: (line: string) => void, sizes = DEFAULT_SIZES): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  let smallest: number | undefined
  for (const size of sizes) {
    const environment = await benchEnvironment()
    try {
      const temporal = await benchTemporal(environment)
      try {
        const { memory, rates } = await measure(environment, temporal, size, say)
        results.push(...rates, memoryOf(size, memory, smallest))
        smallest ??= median(memory)
      } finally {
        await temporal.stop()
      }
    } finally {
      await environment.close()
    }
  }
  return results
}

/** The process, its worker included, after each run: it must not grow with the audience. */
const memoryOf = (size: number, memory: readonly number[], smallest: number | undefined): BenchResult =>
  resultOf(
    { id: 'P1', name: `audience run of ${nameOf(size)}, memory`, unit: 'MiB', goal: 'flat (≤ 1.25 × the smallest)' },
    memory,
    smallest === undefined ? {} : { 'the smallest': memory.map(() => smallest) },
    ({ ratio }) => smallest === undefined || ratio('the smallest') <= 1.25,
  )

async function measure(e: BenchEnvironment, temporal: BenchTemporal, size: number, say: (line: string) => void) {
  await e.owner.query(
    `INSERT INTO member (tenant_id, attributes, created_at)
     SELECT $1, jsonb_build_object('name', '会员' || i, 'tier', i % 4, 'city', '上海'), now() FROM generate_series(1, $2::int) i`,
    [e.tenant, size],
  )
  await e.owner.query(
    `INSERT INTO segment (tenant_id, key, name, rule) VALUES ($1, 'everyone', 'everyone', '{"all": []}')`,
    [e.tenant],
  )
  const limit: number[] = []
  const alone: number[] = []
  const driven: number[] = []
  const noops: number[] = []
  const memory: number[] = []
  const rate = async (work: () => Promise<unknown>, prepare: () => Promise<void> = async () => {}) => {
    await insist(() => e.owner.query(`TRUNCATE ${RUN_TABLES}`)) // a dispatcher may be reading them
    await e.owner.query('VACUUM ANALYZE')
    await e.owner.query('CHECKPOINT')
    await prepare()
    const began = performance.now()
    await work()
    return (size / (performance.now() - began)) * 1_000
  }
  let journey = 0
  for (let round = 0; round < roundsOf(size); round++) {
    limit.push(await rate(() => runLimit(e)))
    const expected = await left(e)

    const inProcess = startInProcess(e)
    const prepare = async () => {
      journey = await readyToFire(e)
    }
    alone.push(await rate(() => throughJourney(e, journey), prepare))
    await inProcess.stop()
    agree(expected, await left(e))

    const driver = await temporal.startDriver(e)
    noops.push(await temporal.noops(NOOPS))
    driven.push(await rate(() => throughJourney(e, journey), prepare))
    await driver.stop()
    agree(expected, await left(e))
    memory.push(process.memoryUsage.rss() / 2 ** 20)
    say(
      `P1 ${nameOf(size)} round ${round + 1}: ${[limit, alone, driven].map((v) => Math.round(v.at(-1) ?? 0)).join(' · ')} members/s`,
    )
  }
  const head = { id: 'P1', unit: 'members/s' }
  const name = `audience run of ${nameOf(size)}`
  const rates = [
    resultOf(
      { ...head, name: `${name}, runtime alone`, goal: '≥ 0.6 × limit' },
      alone,
      { limit },
      ({ ratio }) => ratio('limit') >= 0.6,
    ),
    resultOf(
      { ...head, name: `${name}, with Temporal`, goal: '≥ 0.9 × alone (1M), ≥ 500 × no-op workflows' },
      driven,
      { alone, 'no-op workflows': noops },
      ({ ratio }) => (size < 1_000_000 || ratio('alone') >= 0.9) && ratio('no-op workflows') >= 500,
    ),
  ]
  return { memory, rates }
}

/** Publishes the journey, to fire when its clock is woken. */
async function readyToFire(e: BenchEnvironment): Promise<number> {
  const { journey } = await e.publish(
    audienceJourney(SHARDS, new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)),
  )
  // It was published to fire in an hour: by now the clock has looked and gone to sleep.
  await pause(200)
  return journey
}

/** Fires, and waits until everybody stands at the journey's wait. */
async function throughJourney(e: BenchEnvironment, journey: number): Promise<void> {
  await e.owner.query(
    "UPDATE fire SET occurrence = date_trunc('milliseconds', clock_timestamp()) WHERE journey_id = $1",
    [journey],
  )
  await e.owner.query('INSERT INTO poke (tenant_id, kind, owner, part) VALUES ($1, 2, 0, 0)', [e.tenant])
  for (;;) {
    await pause(25)
    const { rows } = await e.owner.query<{ over: boolean }>(
      `SELECT EXISTS (SELECT FROM run WHERE journey_id = $1 AND state = 2) AND NOT EXISTS (
         SELECT FROM generate_series(0, $2::int) s JOIN LATERAL (
           SELECT due_at FROM token WHERE journey_id = $1 AND shard = s ORDER BY due_at LIMIT 1) t ON t.due_at <= clock_timestamp()) AS over`,
      [journey, SHARDS - 1],
    )
    if (rows[0]?.over) return
  }
}

/** How many rows of each kind are left, and their sums: the same for the limit and the runtime. */
async function left(e: BenchEnvironment): Promise<Record<string, unknown>> {
  const { rows } =
    await e.owner.query(`SELECT (SELECT count(*) FROM run_member) AS audience, (SELECT count(*) FROM enrolment) AS enrolments,
    (SELECT count(*) || ' ' || sum(cardinality(nodes)) FROM trace) AS visits, (SELECT count(*) FROM token WHERE due_at > now()) AS waiting,
    (SELECT count(*) FROM point_entry) AS entries, (SELECT count(*) FROM point_lot) AS lots, (SELECT count(*) FROM point_account) AS accounts,
    (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM arm) AS arms`)
  return rows[0]
}

function agree(limit: Record<string, unknown>, runtime: Record<string, unknown>): void {
  const [a, b] = [limit, runtime].map((rows) => JSON.stringify(rows))
  if (a !== b) throw new Error(`the limit left ${a}, the runtime ${b}`)
}
