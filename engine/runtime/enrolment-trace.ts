import type { EnrolmentFacts, NotReached } from '../core/explain/facts.ts'
import type { EnrolmentId, MemberId } from '../core/ids.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { JsonObject } from '../core/json.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { type EntryTrace, type MemberTrace, traceMember } from './trace.ts'

/** One entry with all that its words need. Times are epoch milliseconds. */
export interface EnrolmentTrace extends EntryTrace, Pick<EnrolmentFacts, 'by'> {
  readonly journey: MemberTrace['journey']
  /** Of the journey. */
  readonly zone: string
  /** Of its goals those that it reached, in the order of time. */
  readonly goals: readonly {
    readonly id: string
    readonly name: string
    readonly at: number
    readonly value: number | null
  }[]
  /** Every node of its versions, in plan order; one that several have, as the last has it. */
  readonly nodes: readonly TracedNode[]
  readonly notReached: readonly NotReached[]
}

export interface TracedNode {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly category: string
  readonly settings: JsonObject
  /** The main one first. */
  readonly outcomes: readonly string[]
}

/** What happened to a member in one entry; undefined where the member has no such entry. */
export async function traceEnrolment(
  engine: Engine,
  tx: DbTx,
  member: MemberId,
  enrolment: EnrolmentId,
): Promise<EnrolmentTrace | undefined> {
  const [row] = await tx.sql.query(tracesSql.enrolment, [member, enrolment])
  if (!row) return undefined
  const trace = await traceMember(engine, tx, row.journey, member)
  const entry = trace.entries.find((e) => e.enrolment === enrolment)
  return entry && completed(engine, tx, trace, entry)
}

/** An entry of a member's trace with all that its words need. */
export async function completed(
  engine: Engine,
  tx: DbTx,
  { member, journey, zone }: Pick<MemberTrace, 'member' | 'journey' | 'zone'>,
  entry: EntryTrace,
): Promise<EnrolmentTrace> {
  const [row] = await tx.sql.query(tracesSql.enrolment, [member, entry.enrolment])
  const reached = await tx.sql.query(tracesSql.goals, [entry.enrolment])
  const plans: BoundPlan[] = []
  for (const version of entry.versionIds) plans.push(await planOf(engine, tx, version))
  const nodes = new Map(plans.flatMap((plan) => plan.nodes.map((node) => [node.id, tracedNode(node)])))
  const names = new Map(plans.flatMap((plan) => plan.settings.goals.map((goal) => [goal.id, goal.name])))
  return {
    ...entry,
    journey,
    zone: plans.at(-1)?.zone ?? zone,
    by: row ? beganBy(row) : null,
    goals: reached.map(({ goal, at, value }) => ({ id: goal, name: names.get(goal) ?? goal, at, value })),
    nodes: [...nodes.values()],
    notReached: plans.slice(-1).flatMap((plan) => notReached(plan, entry)),
  }
}

function beganBy(row: {
  event: string | null
  event_at: number | null
  properties: JsonObject | null
  run_at: number | null
}): EnrolmentTrace['by'] {
  if (row.event !== null && row.event_at !== null)
    return { kind: 'event', name: row.event, at: row.event_at, properties: row.properties ?? {} }
  return row.run_at === null ? null : { kind: 'run', at: row.run_at }
}

const tracedNode = ({ id, name, type, settings, outcomes, definition }: BoundPlan['nodes'][number]): TracedNode => ({
  id,
  name,
  type,
  category: definition.category,
  settings,
  outcomes,
})

/** Nodes one step off the way: no visit, no standing there, though a visited node leads to them by another outcome. */
function notReached(plan: BoundPlan, { visits, stands }: EntryTrace): NotReached[] {
  const been = new Set([...visits.map((visit) => visit.node), ...(stands ? [stands.node] : [])])
  const took = new Map(visits.map((visit) => [visit.node, visit.outcome])) // the last passage counts
  const missed = new Map<string, NotReached>()
  for (const node of plan.nodes) {
    const left = took.get(node.id)
    if (left === undefined) continue
    node.next.forEach((target, outcome) => {
      const other = plan.nodes[target]
      const needed = node.outcomes[outcome]
      if (!other || needed === undefined || been.has(other.id)) return
      const before = missed.get(other.id)
      if (before && before.from !== node.id) return
      missed.set(other.id, { node: other.id, from: node.id, needed: [...(before?.needed ?? []), needed], took: left })
    })
  }
  return [...missed.values()]
}
