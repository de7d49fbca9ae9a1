import type { EnrolmentId, MemberId } from '../core/ids.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { JsonObject } from '../core/json.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { type EntryTrace, type MemberTrace, traceMember } from './trace.ts'

/** One entry with all that its words need. Times are epoch milliseconds. */
export interface EnrolmentTrace extends EntryTrace {
  readonly journey: MemberTrace['journey']
  readonly zone: string
  /** What began it; null where a call did. */
  readonly by:
    | { readonly kind: 'event'; readonly name: string; readonly at: number; readonly properties: JsonObject }
    | { readonly kind: 'run'; readonly at: number }
    | null
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

/** A node that the way led past: it is reached from `from` by `needed`, and the member left there by `took`. */
export interface NotReached {
  readonly node: string
  readonly from: string
  readonly needed: readonly string[]
  readonly took: string
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
  const { journey, zone, entries } = await traceMember(engine, tx, row.journey, member)
  const entry = entries.find((e) => e.enrolment === enrolment)
  if (!entry) return undefined
  const plans: BoundPlan[] = []
  for (const version of entry.versionIds) plans.push(await planOf(engine, tx, version))
  const nodes = new Map(plans.flatMap((plan) => plan.nodes.map((node) => [node.id, tracedNode(node)])))
  return {
    ...entry,
    journey,
    zone,
    by: beganBy(row),
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
