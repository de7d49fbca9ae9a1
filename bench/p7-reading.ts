import { id, type MemberId } from '../engine/core/ids.ts'
import { planOf } from '../engine/runtime/engine.ts'
import { type PeopleFilter, peopleAt } from '../engine/runtime/journeys/people.ts'
import { journeyReport } from '../engine/runtime/journeys/report.ts'
import { traceMember } from '../engine/runtime/trace.ts'
import type { Tx } from '../engine/store/store.ts'
import { audienceByEvent } from './audience-journey.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { type BenchResult, resultOf, timed } from './results.ts'

const ENROLMENTS = 1_000_000
const RUNS = 5

/** What a person waits for who looks at a large journey: its report, one member's way, and who is where. */
export async function reading(say: (line: string) => void, sizes: readonly number[] = [ENROLMENTS]) {
  const results: BenchResult[] = []
  for (const size of sizes) {
    const e = await benchEnvironment()
    try {
      await fill(e, size)
      say(`P7 ${size} enrolments are there`)
      results.push(...(await measure(e, size)))
    } finally {
      await e.close()
    }
  }
  return results
}

async function measure(e: BenchEnvironment, size: number): Promise<BenchResult[]> {
  const { engine, tenant } = e
  const { store } = engine
  const inTenant = (work: (tx: Tx) => Promise<unknown>) => () => store.inTenant(tenant, work)
  const people = (node: string, filter: PeopleFilter) =>
    inTenant((tx) => peopleAt(engine, tx, audienceByEvent.key, node, filter))
  const someone = id<MemberId>(Math.floor(size / 2))
  const scan = inTenant((tx) => tx.sql.query('SELECT count(*) FROM trace WHERE journey_id > 0 AND visit > 0'))
  const looks: [name: string, most: number, look: () => Promise<unknown>][] = [
    ['report', 200, inTenant((tx) => journeyReport(engine, tx, audienceByEvent.key, {}))],
    ['a member', 50, () => store.withDb(tenant, (tx) => traceMember(engine, tx, audienceByEvent.key, someone))],
    ['who left by an outcome', 3_000, people('ab', { state: 'left', outcome: 'arm:a' })],
    ['who left by one that nobody took', 3_000, people('m1', { state: 'left', outcome: 'failed' })],
    ['who waits', 3_000, people('wait', { state: 'waiting' })],
    ['who failed', 3_000, people('p100', { state: 'failed' })],
    ['who waits, by a part of a name', 3_000, people('wait', { state: 'waiting', search: '77' })],
  ]
  const times = new Map(looks.map(([name]) => [name, [] as number[]]))
  const scans: number[] = []
  for (let run = -1; run < RUNS; run++) {
    const scanned = await timed(scan)
    if (run >= 0) scans.push(scanned) // the first run is for what is read and planned at first
    for (const [name, , look] of looks) {
      const took = await timed(look)
      if (run >= 0) times.get(name)?.push(took)
    }
  }
  return looks.map(([name, most]) =>
    resultOf(
      { id: 'P7', name: `${size / 1_000}k enrolments: ${name}`, unit: 'ms', goal: `≤ ${most} ms` },
      times.get(name) ?? [],
      { 'a scan of the traces': scans },
      ({ median }) => median <= most,
    ),
  )
}

/** Members who entered and came to the wait; of a hundred one failed before it, and half have gone on to the end. */
async function fill(e: BenchEnvironment, size: number): Promise<void> {
  const { journey, version } = await e.publish(audienceByEvent)
  const plan = await e.engine.store.inTenant(e.tenant, (tx) => planOf(e.engine, tx, version))
  const at = (node: string) => plan.nodes.findIndex((one) => one.id === node)
  const way = ['start', 'split', 'ab', 'p100', 'm1'].map(at)
  const month = "date_trunc('month', now())::date"
  const place = `${e.tenant}, id, `
  const trace = (visit: number, nodes: readonly number[], outcomes: string, when: string, rest: string) =>
    `INSERT INTO trace (entered_month, tenant_id, enrolment_id, visit, member_id, journey_id, version_id, nodes, outcomes, at)
     SELECT ${month}, ${place} ${visit}, member_id, ${journey}, ${version}, '{${nodes}}', ${outcomes}, ${when} FROM enrolment ${rest}`
  for (const statement of [
    `SELECT make_month('trace', ${month})`,
    `INSERT INTO member (tenant_id, attributes, created_at)
     SELECT ${e.tenant}, jsonb_build_object('tier', i % 4, 'name', 'Member ' || i), now() FROM generate_series(1, ${size}) i`,
    `INSERT INTO identity SELECT ${e.tenant}, 'user', 'u' || id, id FROM member`,
    `INSERT INTO enrolment (tenant_id, member_id, journey_id, version_id, entry_no, state, shard, trigger_node, entered_at, since_at)
     SELECT ${place} ${journey}, ${version}, 1, 0, id % 16, 0, now() - interval '2 hours' + id * interval '3 ms', now()
     FROM member ORDER BY id`,
    trace(1, way, 'ARRAY[0, 0, id % 2, 0, 0]::smallint[]', 'entered_at', 'ORDER BY id'),
    // Who goes on later does so in no order of entry.
    trace(
      6,
      [at('wait'), at('end')],
      "'{0,0}'",
      "entered_at + interval '1 hour'",
      'WHERE id % 2 = 0 ORDER BY random()',
    ),
    `INSERT INTO token (tenant_id, journey_id, shard, due_at, enrolment_id, member_id, version_id, node, step, visit, entry_no,
       depth, entered_at, arrived_at, previous_at, failed)
     SELECT ${e.tenant}, ${journey}, shard, CASE WHEN id % 100 = 1 THEN 'infinity' ELSE now() + interval '1 day' END, id, member_id,
       ${version}, CASE WHEN id % 100 = 1 THEN ${at('p100')} ELSE ${at('wait')} END, 0, 6, 1, 0, entered_at, entered_at, entered_at,
       id % 100 = 1
     FROM enrolment WHERE id % 2 = 1 ORDER BY random()`,
    `INSERT INTO edge_count
     SELECT tenant_id, journey_id, version_id, w.node, w.outcome, at::date, count(*) FROM trace, unnest(nodes, outcomes) w(node, outcome)
     GROUP BY 1, 2, 3, 4, 5, 6`,
    'VACUUM ANALYZE',
  ])
    await e.owner.query(statement)
}
