import { nodeCounts } from '../../../core/edges.ts'
import type { EnrolmentId, MemberId, TenantId } from '../../../core/ids.ts'
import type { BoundPlan } from '../../../core/journey/plan.ts'
import type { JsonObject } from '../../../core/json.ts'
import { type Engine, planOf } from '../../../runtime/engine.ts'
import type { Published } from '../../../runtime/publish.ts'
import { journeysSql } from '../../../store/sql/journeys.ts'
import { expectedSql } from './expected.ts'

export interface NodeFunnel {
  readonly id: string
  readonly name: string
  readonly in: number
  readonly waiting: number
  readonly failed: number
  readonly outcomes: readonly { readonly outcome: string; readonly n: number }[]
}

/** How many came to each node, wait there, and left by which outcome: from the counted edges. */
export function funnelOf(engine: Engine, tenant: TenantId, published: Published): Promise<NodeFunnel[]> {
  return engine.store.inTenant(tenant, async (tx) => {
    const plan = await planOf(engine, tx, published.version)
    const totals = await tx.sql.query<{ node: number; outcome: number; n: number }>(journeysSql.counts, [
      published.journey,
    ])
    const counts = nodeCounts(
      totals,
      plan.nodes.map((node) => node.next),
    )
    return plan.nodes.map(({ id, name, outcomes }, i) => {
      const { in: entered = 0, waiting = 0, failed = 0 } = counts[i] ?? {}
      const left = outcomes.map((outcome, o) => ({
        outcome,
        n: totals.find((t) => t.node === i && t.outcome === o)?.n ?? 0,
      }))
      return { id, name, in: entered, waiting, failed, outcomes: left }
    })
  })
}

export interface Step {
  readonly at: number
  readonly node: string
  readonly outcome: string
  readonly because: JsonObject
}

export interface MemberTrace {
  readonly customer: string
  readonly steps: readonly Step[]
  /** Where the member stands, if the journey goes on, and until when. */
  readonly waits?: { readonly node: string; readonly until: number }
}

interface TraceRow {
  customer: string
  enrolment_id: EnrolmentId
  member_id: MemberId
  nodes: number[]
  outcomes: number[]
  at: number
  facts: Record<string, JsonObject> | null
  node: number | null
  due_at: number | null
}

const TRACES = `SELECT i.value AS customer, t.member_id, t.enrolment_id, t.nodes, t.outcomes, ms(t.at) AS at, t.facts, k.node, ms(k.due_at) AS due_at
  FROM trace t JOIN identity i ON i.member_id = t.member_id AND i.namespace = 'user'
  LEFT JOIN token k ON k.member_id = t.member_id AND k.enrolment_id = t.enrolment_id
  WHERE t.journey_id = $1 ORDER BY i.value, t.enrolment_id, t.visit`

/** The traces of `most` members, each chosen for going through what few do and those before did not. */
export function variedTraces(
  engine: Engine,
  tenant: TenantId,
  { journey, version }: Published,
  most: number,
): Promise<MemberTrace[]> {
  return engine.store.inTenant(tenant, async (tx) => {
    const plan = await planOf(engine, tx, version)
    await tx.sql.query(expectedSql.WHOLE)
    const rows = await tx.sql.query<TraceRow & Record<string, unknown>>(TRACES, [journey])
    const byCustomer = new Map<string, TraceRow[]>()
    for (const row of rows) byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row])
    return choose(
      [...byCustomer.values()].map((mine) => traceOf(plan, mine)),
      most,
    )
  })
}

function traceOf(plan: BoundPlan, rows: readonly TraceRow[]): MemberTrace {
  const steps = rows.flatMap(({ nodes, outcomes, at, facts }) =>
    nodes.map((n, i): Step => {
      const node = plan.nodes[n]
      return { at, node: node?.name ?? '', outcome: node?.outcomes[outcomes[i] ?? -1] ?? '', because: facts?.[i] ?? {} }
    }),
  )
  const [first] = rows
  const standing = first?.node == null ? undefined : plan.nodes[first.node]
  return {
    customer: first?.customer ?? '',
    steps,
    ...(standing ? { waits: { node: standing.name, until: first?.due_at ?? Number.POSITIVE_INFINITY } } : {}),
  }
}

const passagesOf = ({ steps, waits }: MemberTrace): string[] => [
  ...steps.map((step) => `${step.node}/${step.outcome}`),
  ...(waits ? [`${waits.node}/waits`] : []),
]

function choose(traces: readonly MemberTrace[], most: number): MemberTrace[] {
  const people = new Map<string, number>()
  for (const passage of traces.flatMap(passagesOf)) people.set(passage, (people.get(passage) ?? 0) + 1)
  const seen = new Set<string>()
  const worth = (trace: MemberTrace) =>
    passagesOf(trace).reduce((sum, passage) => sum + (seen.has(passage) ? 0 : 1 / (people.get(passage) ?? 1)), 0)
  return Array.from({ length: Math.min(most, traces.length) }, () => {
    const worths = traces.map(worth)
    const best = traces[worths.indexOf(Math.max(...worths))]
    for (const passage of best ? passagesOf(best) : []) seen.add(passage)
    return best ? [best] : []
  }).flat()
}
