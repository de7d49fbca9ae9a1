import { setTimeout as pause } from 'node:timers/promises'
import { tick } from '../engine/runtime/clock.ts'
import { type Told, takeIn } from '../engine/runtime/take-in.ts'
import { node } from '../engine/testing/simulated.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { startInProcess } from './in-process.ts'
import { type BenchResult, median, resultOf, timed } from './results.ts'
import { benchTemporal } from './temporal.ts'

const JOURNEYS = [1, 10, 100, 1_000]
const NODES = [5, 50, 500]
const ROUNDS = 5
const BATCH = 500
const BATCHES = 10
const WALKERS = 1_000
const MEMBERS = 10_000

const note = (id: string) => node(id, 'send-inbox', { title: 'Hi {{member.name | "you"}}', body: 'We missed you.' })
const DAY = { kind: 'duration', duration: { amount: 1, unit: 'day' } }

/** Half of a shop's journeys begin by an event of their own, half by the clock; all have a goal and end by another event. */
const armed = (nth: number) => ({
  schema: 1,
  key: `armed-${nth}`,
  name: `armed-${nth}`,
  settings: {
    ...{ zone: 'UTC', reentry: { rule: 'any-time' }, exitRules: { events: [{ event: `over-${nth}` }] } },
    goals: [{ id: 'g', name: 'g', events: [{ event: `bought-${nth}` }], within: { amount: 7, unit: 'day' } }],
  },
  nodes: [
    nth % 2 === 0
      ? node('start', 'trigger-event', { events: [{ event: `begin-${nth}` }] })
      : node('start', 'trigger-audience', {
          include: ['nobody'],
          firing: { kind: 'recurring', rule: { every: 'day', interval: 1 }, time: '09:00' },
        }),
    note('note'),
    node('wait', 'wait', DAY),
    node('end', 'end'),
  ],
  edges: chain(['start', 'next', 'note'], ['note', 'sent', 'wait'], ['wait', 'done', 'end']),
})

function chain(...edges: [from: string, outcome: string, to: string][]) {
  return edges.map(([from, outcome, to]) => ({ from, outcome, to }))
}

/** Asks one thing of the member after another: as many nodes as are given. */
function long(nodes: number) {
  const checks = Array.from({ length: nodes - 2 }, (_, i) => `check-${i}`)
  const rule = { field: 'member.tier', op: 'gte', value: 0 }
  return {
    schema: 1,
    key: `long-${nodes}`,
    name: `long-${nodes}`,
    settings: { zone: 'UTC', reentry: { rule: 'any-time' }, shards: 16 },
    nodes: [
      node('start', 'trigger-event', { events: [{ event: `long-${nodes}` }] }),
      ...checks.map((id) => node(id, 'attribute-check', { rule })),
      node('end', 'end'),
    ],
    edges: chain(
      ['start', 'next', checks[0] ?? 'end'],
      ...checks.flatMap((id, i): [string, string, string][] => {
        const to = checks[i + 1] ?? 'end'
        return [
          [id, 'yes', to],
          [id, 'no', to],
        ]
      }),
    ),
  }
}

/** What grows with the journeys that are live, and with the nodes of one. */
export async function growth(say: (line: string) => void): Promise<BenchResult[]> {
  const e = await benchEnvironment()
  try {
    await e.owner.query(
      `WITH m AS (INSERT INTO member (tenant_id, attributes, created_at)
         SELECT $1, jsonb_build_object('name', 'Member ' || i, 'tier', 1), now() FROM generate_series(1, $2::int) i RETURNING id)
       INSERT INTO identity (tenant_id, namespace, value, member_id) SELECT $1, 'user', id::text, id FROM m`,
      [e.tenant, MEMBERS],
    )
    await e.owner.query(
      `INSERT INTO member_tag (tenant_id, member_id, tag, source, at, expires_at)
         SELECT $1, id, 'lapsing', 'bench', now(), now() + interval '1 week' FROM member`,
      [e.tenant],
    )
    await e.owner.query(
      `INSERT INTO segment (tenant_id, key, name, rule) VALUES ($1, 'nobody', 'nobody', '{"any": []}')`,
      [e.tenant],
    )
    return [...(await byNodes(e, say)), ...(await byJourneys(e, say))]
  } finally {
    await e.close()
  }
}

async function byNodes(e: BenchEnvironment, say: (line: string) => void): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  let fewest: number | undefined
  for (const nodes of NODES) {
    const began = performance.now()
    const { journey } = await e.publish(long(nodes))
    const published = performance.now() - began
    const visits: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      await takeIn(e.engine, e.tenant, [told(WALKERS, () => `long-${nodes}`)])
      await e.owner.query('VACUUM ANALYZE')
      const inProcess = startInProcess(e)
      const from = performance.now()
      await nobodyInside(e, journey)
      const took = performance.now() - from
      await inProcess.stop()
      if (round >= 0) visits.push((took * 1_000) / WALKERS / nodes) // the first is for what is compiled at first
    }
    say(
      `growth: ${nodes} nodes are published in ${Math.round(published)} ms, a visit takes ${median(visits).toFixed(1)} µs`,
    )
    results.push(
      resultOf(
        {
          id: 'G1',
          name: `a visit in a journey of ${nodes} nodes`,
          unit: 'µs',
          goal: 'no more than among few (≤ 1.25 ×)',
        },
        visits,
        fewest === undefined ? {} : { 'the fewest': visits.map(() => fewest ?? 0) },
        ({ ratio }) => fewest === undefined || ratio('the fewest') <= 1.25,
      ),
      resultOf({ id: 'G1', name: `publishing ${nodes} nodes`, unit: 'ms', goal: 'told' }, [published], {}, () => true),
    )
    fewest ??= median(visits)
  }
  return results
}

async function byJourneys(e: BenchEnvironment, say: (line: string) => void): Promise<BenchResult[]> {
  const results: BenchResult[] = []
  const first = new Map<string, number>()
  const add = (name: string, unit: string, live: number, values: readonly number[]) => {
    const fewest = first.get(name)
    results.push(
      resultOf(
        { id: 'G2', name: `${live} live journeys: ${name}`, unit, goal: 'no more than with one (≤ 1.25 ×)' },
        values,
        fewest === undefined ? {} : { one: values.map(() => fewest) },
        ({ ratio }) => fewest === undefined || ratio('one') <= 1.25,
      ),
    )
    if (fewest === undefined) first.set(name, median(values))
  }
  let live = 0
  for (const size of JOURNEYS) {
    const publishing: number[] = []
    for (; live < size; live++) {
      const began = performance.now()
      await e.publish(armed(live))
      publishing.push(performance.now() - began)
    }
    const begun = () => `begin-${2 * Math.floor(Math.random() * Math.ceil(live / 2))}`
    const unheard: number[] = []
    const heard: number[] = []
    const looks: number[] = []
    await e.owner.query('VACUUM ANALYZE')
    for (let round = -1; round < ROUNDS; round++) {
      const ofUnheard = await perEvent(e, () => 'page viewed')
      const ofHeard = await perEvent(e, begun)
      const ofLook = await timed(() => tick(e.engine))
      await e.owner.query('TRUNCATE enrolment, token, event, edge_delta, poke, stimulus')
      if (round < 0) continue // the first is for what is compiled at first
      unheard.push(ofUnheard)
      heard.push(ofHeard)
      looks.push(ofLook)
    }
    add('an event that none asks for', 'µs', size, unheard)
    add('an event that begins one', 'µs', size, heard)
    add('a look of the clock', 'ms', size, looks)
    add('publishing one more', 'ms', size, publishing.slice(-20))
    add('memory of the process', 'MiB', size, [process.memoryUsage.rss() / 2 ** 20])
    say(
      `growth: ${size} journeys are live: ${results
        .slice(-5)
        .map((r) => `${r.median.toFixed(1)} ${r.unit}`)
        .join(' · ')}`,
    )
  }
  const workflows = await workflowsOf(e)
  say(`growth: ${live} live journeys keep ${workflows} workflows running in Temporal`)
  results.push(
    resultOf(
      { id: 'G2', name: `${live} live journeys: workflows of Temporal`, unit: 'running', goal: 'only the clock' },
      [workflows],
      {},
      ({ median }) => median <= 1,
    ),
  )
  return results
}

/** Workflows that run while journeys are live and nobody is inside. */
async function workflowsOf(e: BenchEnvironment): Promise<number> {
  const temporal = await benchTemporal(e)
  try {
    const driver = await temporal.startDriver(e)
    await e.owner.query('INSERT INTO poke (tenant_id, kind, owner, part) VALUES ($1, 2, 0, 0)', [e.tenant])
    await pause(5_000) // the clock is woken, looks, and sleeps until tomorrow
    const { count } = await temporal.client.workflow.count("ExecutionStatus = 'Running'")
    await driver.stop()
    return count
  } finally {
    await temporal.stop()
  }
}

const told = (count: number, name: () => string): Told[] =>
  Array.from({ length: count }, (_, i) => ({
    person: [{ namespace: 'user', value: String((i % MEMBERS) + 1) }],
    event: { name: name(), properties: { amount: 120 } },
  }))

/** Microseconds that one event takes, stored with others by one writer. */
async function perEvent(e: BenchEnvironment, name: () => string): Promise<number> {
  const batches = Array.from({ length: BATCHES }, () => told(BATCH, name))
  const took = await timed(async () => {
    for (const batch of batches) await takeIn(e.engine, e.tenant, [batch])
  })
  return (took * 1_000) / BATCH / BATCHES
}

async function nobodyInside({ owner }: BenchEnvironment, journey: number): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ some: boolean }>(
      'SELECT EXISTS (SELECT FROM token WHERE journey_id = $1) AS some',
      [journey],
    )
    if (!rows[0]?.some) return
    await pause(5)
  }
}
