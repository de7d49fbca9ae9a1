import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { MemberId } from '../engine/core/ids.ts'
import { storeEvents } from '../engine/runtime/unit-of-work.ts'
import { type BenchEnvironment, benchEnvironment } from './environment.ts'
import { type BenchResult, resultOf } from './results.ts'
import { benchTemporal } from './temporal.ts'

/** Counted in Dittofeed's own per-user workflow for the same way: a figure of `docs/performance.md`, not of this run. */
const DITTOFEED_EVENTS = 98
const FEW = 50
const MANY = 10_000

const node = (id: string, type: string, settings: object = {}) => ({ id, type, version: 1, name: id, settings })
/** Entry → message → wait → split → message → end. */
const journey = (key: string, shards: number | 'per-member', trigger: ReturnType<typeof node>) => ({
  schema: 1,
  key,
  name: key,
  settings: { zone: 'UTC', shards },
  nodes: [
    trigger,
    node('hello', 'send-inbox', { title: 'Hello', body: 'Hello' }),
    node('wait', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'minute' } }),
    node('split', 'attribute-check', { rule: { field: 'member.tier', op: 'gte', value: 2 } }),
    node('high', 'send-inbox', { title: 'High', body: 'High' }),
    node('low', 'send-inbox', { title: 'Low', body: 'Low' }),
    node('end', 'end'),
  ],
  edges: [
    ['start', 'next', 'hello'],
    ['hello', 'sent', 'wait'],
    ['wait', 'done', 'split'],
    ['split', 'yes', 'high'],
    ['split', 'no', 'low'],
    ['high', 'sent', 'end'],
    ['low', 'sent', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to })),
})

/** What one member costs Temporal, in state transitions and history events: counted, not timed. Takes two minutes of waiting. */
export async function temporalCost(say: (line: string) => void): Promise<BenchResult[]> {
  const e = await benchEnvironment()
  const temporal = await benchTemporal(e)
  try {
    const members = await makeMembers(e, MANY)
    const driver = await temporal.startDriver(e)
    const byEvent = node('start', 'trigger-event', { events: [{ event: 'joined' }] })
    const single = await e.publish(journey('single', 'per-member', byEvent))
    for (const member of members.slice(0, FEW)) {
      const event = { member, name: 'joined', at: Date.now(), properties: {} }
      await e.engine.store.inTenant(e.tenant, (tx) => storeEvents(e.engine, tx, [event]))
    }
    const byAudience = node('start', 'trigger-audience', { include: ['everyone'], firing: { kind: 'now' } })
    const shared = await e.publish(journey('shared', 16, byAudience))
    await finished(e, single.journey, FEW)
    await finished(e, shared.journey, MANY)
    const one = await costOf(temporal.client, single.journey)
    const many = await costOf(temporal.client, shared.journey)
    say(`P4 ${one.workflows} workflows for ${FEW} members, ${many.workflows} for ${MANY}`)
    await driver.stop()
    const head = { id: 'P4', unit: 'a member' }
    return [
      resultOf(
        { ...head, name: 'one member a shard: state transitions', goal: '≤ 13' },
        [one.transitions / FEW],
        {},
        ({ median }) => median <= 13,
      ),
      resultOf(
        { ...head, name: 'one member a shard: history events', goal: '≤ 13' },
        [one.events / FEW],
        { "Dittofeed's workflow": [DITTOFEED_EVENTS] },
        ({ median }) => median <= 13,
      ),
      resultOf(
        { ...head, name: `${MANY} in 16 shards: state transitions`, goal: '≤ 0.1' },
        [many.transitions / MANY],
        {},
        ({ median }) => median <= 0.1,
      ),
      resultOf(
        { ...head, name: `${MANY} in 16 shards: history events`, goal: '≤ 0.1' },
        [many.events / MANY],
        { "Dittofeed's workflow": [DITTOFEED_EVENTS] },
        ({ median }) => median <= 0.1,
      ),
    ]
  } finally {
    await temporal.stop()
    await e.close()
  }
}

async function makeMembers(e: BenchEnvironment, count: number): Promise<MemberId[]> {
  const { rows } = await e.owner.query<{ id: string }>(
    `INSERT INTO member (tenant_id, attributes, created_at)
     SELECT $1, jsonb_build_object('tier', i % 4), now() FROM generate_series(1, $2::int) i RETURNING id`,
    [e.tenant, count],
  )
  await e.owner.query(
    "INSERT INTO segment (tenant_id, key, name, rule) VALUES ($1, 'everyone', 'everyone', '{\"all\": []}')",
    [e.tenant],
  )
  return rows.map((row) => Number(row.id) as MemberId) // keys of the table
}

async function finished(e: BenchEnvironment, journey: number, people: number): Promise<void> {
  for (const until = Date.now() + 180_000; Date.now() < until; await pause(500)) {
    const { rows } = await e.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM enrolment WHERE journey_id = $1 AND state = 2',
      [journey],
    )
    if (rows[0]?.n === people) return
  }
  throw new Error(`not all ${people} finished journey ${journey}`)
}

/** Sums over every execution of the journey's shard workflows, continued ones too. */
async function costOf(client: Client, journey: number) {
  const cost = { workflows: 0, transitions: 0, events: 0 }
  for await (const { workflowId, runId } of client.workflow.list({ query: `WorkflowType = 'journeyShard'` })) {
    if (!workflowId.startsWith(`journey/${journey}/`)) continue
    const { raw } = await client.workflow.getHandle(workflowId, runId).describe()
    cost.workflows++
    cost.transitions += Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0)
    cost.events += Number(raw.workflowExecutionInfo?.historyLength ?? 0)
  }
  return cost
}
