import { SPECIAL_EDGES } from '../core/edges.ts'
import type { EnrolmentId, EventId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { LEAVES, reversedTo } from '../core/journey/plan.ts'
import { type RefundRules, refundOf } from '../core/journey/refunds.ts'
import {
  keepRefunds,
  loadRefundRules,
  type OrderOf,
  type Reversed,
  reverseRewards,
  rewardedOrders,
} from '../loyalty/face.ts'
import { numbers } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { refundsSql } from '../store/sql/refunds.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { oneDeeper, type Raised, type StoredEvent } from './event.ts'
import { judgeExitRules } from './leaving.ts'
import { writeEdges } from './write-walk.ts'

/** Enrolments that refunds began, and by which event: they hear nothing of what came up to it. */
export type Begun = ReadonlyMap<EnrolmentId, EventId>

interface Settled {
  readonly begun: Begun
  readonly raised: readonly Raised[]
}

const NOTHING: Settled = { begun: new Map(), raised: [] }

/** Takes back what was given for the orders that these stored events refund, and begins the branches drawn for it. The members must be locked. */
export async function refundOrders(
  engine: Engine,
  tx: Tx,
  events: readonly StoredEvent[],
  rules: RefundRules,
  receivedAt: number,
): Promise<Settled> {
  const refunds = events.flatMap(({ id, messageId = `event:${id}`, member, name, at, properties }) => {
    const refund = refundOf(rules, { name, properties, id: messageId })
    return refund ? [{ ...refund, member, event: id, at }] : []
  })
  if (refunds.length === 0) return NOTHING
  return settle(engine, tx, { orders: await keepRefunds(tx, refunds), causes: events, rules, at: receivedAt })
}

/** The same for what was just given, where a part of its order was refunded before. The members must be locked. */
export async function refundRewards(
  engine: Engine,
  tx: Tx,
  rewarded: readonly (Cause & { readonly enrolment: EnrolmentId })[],
  at: number,
): Promise<readonly Raised[]> {
  if (rewarded.length === 0) return []
  const orders = await rewardedOrders(tx, rewarded)
  if (orders.length === 0) return []
  return (await settle(engine, tx, { orders, causes: rewarded, rules: await loadRefundRules(tx), at })).raised
}

/** What a reversal comes of: how deep it is in the chain of causes. */
interface Cause {
  readonly member: MemberId
  readonly depth: number
}

async function settle(
  engine: Engine,
  tx: Tx,
  {
    orders,
    causes,
    rules,
    at,
  }: { orders: readonly OrderOf[]; causes: readonly Cause[]; rules: RefundRules; at: number },
): Promise<Settled> {
  if (orders.length === 0) return NOTHING
  const { reversed, events } = await reverseRewards(tx, orders, rules, at)
  const members = reversed.map((one) => one.member)
  await judgeExitRules(engine, tx, members, at)
  return { begun: await beginBranches(engine, tx, reversed, at), raised: oneDeeper(events, causes) }
}

interface Branch extends Reversed {
  /** The node that `reversed` leads to. */
  readonly to: number
}

async function beginBranches(engine: Engine, tx: Tx, reversed: readonly Reversed[], at: number): Promise<Begun> {
  const branches: Branch[] = []
  for (const one of reversed) {
    const node = (await planOf(engine, tx, one.version)).nodes[one.node]
    const to = node ? reversedTo(node) : LEAVES
    if (to !== LEAVES) branches.push({ ...one, to })
  }
  if (branches.length === 0) return new Map()
  const column = (of: (branch: Branch) => number) => numbers(branches.map(of))
  tx.sql.write(journeysSql.share, [column((b) => b.journey)])
  const begun = await tx.sql.query(refundsSql.begin, [
    tx.tenant,
    at,
    column((b) => b.member),
    column((b) => b.enrolment),
    column((b) => b.visit),
    column((b) => b.to),
    column((b) => b.version),
    column((b) => b.nth),
    column((b) => b.journey),
  ])
  announce(tx, branches, begun, at)
  return new Map(begun.flatMap(({ id, event_id }) => (event_id === null ? [] : [[id, event_id] as const])))
}

/** Counts them where they come in and where they came from, and wakes their shards. */
function announce(tx: Tx, branches: readonly Branch[], begun: readonly Row<'refunds.begin'>[], at: number): void {
  const nodeOf = new Map(branches.map((branch) => [`${branch.enrolment}.${branch.visit}`, branch.node]))
  const journeys = new Map<VersionId, JourneyId>(begun.map((row) => [row.version_id, row.journey_id]))
  for (const [version, journey] of journeys) {
    const mine = begun.filter((row) => row.version_id === version)
    const edges = mine.flatMap(({ trigger_node, parent_id, parent_visit }) => [
      { node: trigger_node, outcome: SPECIAL_EDGES['reversed-in'], at, n: 1 },
      { node: nodeOf.get(`${parent_id}.${parent_visit}`) ?? 0, outcome: SPECIAL_EDGES.reversed, at, n: 1 },
    ])
    writeEdges(tx, journey, version, edges)
  }
  if (begun.length === 0) return
  const shards = [numbers(begun.map((row) => row.journey_id)), numbers(begun.map((row) => row.shard))] as const
  tx.sql.write(eventsSql.poke, [tx.tenant, 0, ...shards])
}
