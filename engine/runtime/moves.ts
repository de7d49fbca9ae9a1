import { SPECIAL_EDGES } from '../core/edges.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { destinationOf, type Targets } from '../core/journey/in-flight.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { numbers } from '../store/literal.ts'
import { movesSql } from '../store/sql/moves.ts'
import { steerSql } from '../store/sql/steer.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { byVersion, endEnrolments, leaving, type SpecialTrace, type TokenInHand, traceSpecial } from './tokens.ts'
import { type EdgeRow, writeEdges } from './write-walk.ts'

type Move = Pick<Row<'moves.of'>, 'journey_id' | 'version_id' | 'number' | 'at' | 'policy' | 'targets'>

/** What the moves of a journey make of those who stand at a node of an older version. */
export type Fate =
  | { readonly kind: 'moved'; readonly version: VersionId; readonly node: number; readonly same: boolean; by: Move }
  | { readonly kind: 'pulled-out' | 'stopped'; readonly by: Move }

interface Spot {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
}

/**
 * The moves of journeys, which hold for good: whoever meets a token of an older version follows them first, so that everybody
 * is judged as if all had moved at the instant of publishing.
 */
export class Moves {
  private readonly plans = new Map<VersionId, BoundPlan>()

  private constructor(
    private readonly engine: Engine,
    private readonly tx: Tx,
    private readonly moves: readonly Move[],
  ) {}

  /** The journeys must be shared or locked, where tokens are written by what they say. */
  static async of(engine: Engine, tx: Tx, journeys: readonly JourneyId[]): Promise<Moves> {
    if (journeys.length === 0) return new Moves(engine, tx, [])
    return new Moves(engine, tx, await tx.sql.query(movesSql.of, [numbers([...new Set(journeys)])]))
  }

  /** Of a plan that is no version yet, as if it were the newest. */
  async andThen(move: Omit<Move, 'version_id'>, plan: BoundPlan): Promise<Moves> {
    const next = { ...move, version_id: DRAFT }
    const moves = new Moves(this.engine, this.tx, [...this.moves, next])
    moves.plans.set(DRAFT, plan)
    return moves
  }

  /** Whether anybody among them is in an older version. */
  concern(spots: readonly Spot[]): boolean {
    return this.moves.length > 0 && spots.some((spot) => this.after(spot).length > 0)
  }

  private after({ journey_id, version_id }: Spot): Move[] {
    return this.moves.filter((move) => move.journey_id === journey_id && move.version_id > version_id)
  }

  /** Gets the plans that `fateOf` needs for them. */
  async prepare(spots: readonly Spot[]): Promise<void> {
    for (const spot of new Map(spots.map((s) => [s.version_id, s])).values()) {
      const moves = this.after(spot)
      if (moves.length === 0) continue
      for (const version of [spot.version_id, ...moves.map((move) => move.version_id)])
        if (!this.plans.has(version)) this.plans.set(version, await planOf(this.engine, this.tx, version))
    }
  }

  /** From move to move; undefined where none leads on: they finish where they are. */
  fateOf(spot: Spot & { readonly node: number }): Fate | undefined {
    let fate: Extract<Fate, { kind: 'moved' }> | undefined
    for (const by of this.after(spot)) {
      if (by.policy === 'stop') return { kind: 'stopped', by }
      const from = this.nodeAt(fate?.version ?? spot.version_id, fate?.node ?? spot.node)
      const destination = destinationOf(from, this.planAt(by.version_id), by.targets as Targets) // as publish wrote it
      if (destination === undefined) return fate
      if (destination === 'out') return { kind: 'pulled-out', by }
      const same = destination.same && (fate?.same ?? true)
      fate = { kind: 'moved', version: by.version_id, node: destination.to, same, by }
    }
    return fate
  }

  private planAt(version: VersionId): BoundPlan {
    const plan = this.plans.get(version)
    if (!plan) throw new Error(`the plan of version ${version} was not prepared`)
    return plan
  }

  nodeAt(version: VersionId, node: number): BoundPlan['nodes'][number] {
    const found = this.planAt(version).nodes[node]
    if (!found) throw new RangeError(`version ${version} has no node ${node}`)
    return found
  }
}

const DRAFT = Number.MAX_SAFE_INTEGER as VersionId // beyond every version

/**
 * Lets tokens in hand follow the moves of their journeys: counts, traces and ends what that means, and answers those who are
 * inside still, where they stand now. Their members must be locked; `at` is the clock.
 */
export async function follow<T extends TokenInHand>(tx: Tx, moves: Moves, tokens: readonly T[], at: number) {
  await moves.prepare(tokens)
  const inside: T[] = []
  const gone: { token: T; state: 'pulled-out' | 'stopped' }[] = []
  const edges: (EdgeRow & Spot)[] = []
  const traces: SpecialTrace[] = []
  for (const token of tokens) {
    const fate = moves.fateOf(token)
    if (!fate) {
      inside.push(token)
      continue
    }
    const { journey_id, version_id, node, failed = false } = token
    const outcome = SPECIAL_EDGES[fate.kind === 'moved' ? 'moved-out' : fate.kind]
    const place = { journey_id, version_id }
    if (fate.kind !== 'moved') {
      edges.push(...leaving(node, failed, outcome, at).map((edge) => ({ ...edge, ...place })))
      if (fate.kind === 'pulled-out') traces.push({ token, outcome, visit: token.visit, at })
      gone.push({ token, state: fate.kind })
      continue
    }
    const moved = movedBy(token, fate)
    const when = Math.max(token.arrived_at, Math.min(moved.due_at, fate.by.at))
    edges.push(...leaving(node, failed, outcome, when).map((edge) => ({ ...edge, ...place })))
    const there = { journey_id, version_id: fate.version, node: fate.node, at: when, n: 1 }
    edges.push({ ...there, outcome: SPECIAL_EDGES['moved-in'] })
    if (failed) edges.push({ ...there, outcome: SPECIAL_EDGES.failed })
    const because = { version: fate.by.number, to: moves.nodeAt(fate.version, fate.node).id, visit: token.visit }
    // A move is no visit: its row is numbered by the version, below all visits.
    traces.push({ token, outcome, visit: -fate.by.number, at: when, because })
    inside.push(moved)
  }
  for (const { place, tokens: mine } of byVersion(edges.map((edge) => ({ ...edge, edge }))))
    writeEdges(tx, place.journey_id, place.version_id, summed(mine))
  for (const { place, tokens: mine } of byVersion(traces.map((trace) => ({ ...trace.token, trace }))))
    traceSpecial(tx, place, mine.map(({ trace }) => trace))
  for (const state of ['pulled-out', 'stopped'] as const)
    endEnrolments(tx, gone.flatMap((one) => (one.state === state ? [one.token] : [])), state, at)
  if (gone.length > 0) tx.sql.write(steerSql.forget, [numbers(gone.map(({ token }) => token.enrolment_id))])
  return inside
}

/**
 * They are judged again, as if they came back to where they stand, at the instant of the move; what time had brought before is
 * judged first. One who failed stays so.
 */
function movedBy<T extends TokenInHand>(token: T, { version, node, same, by }: Extract<Fate, { kind: 'moved' }>): T {
  const due_at = token.failed ? token.due_at : Math.min(token.due_at, by.at)
  const moved = { ...token, version_id: version, node, due_at }
  // What another node did is not done by this one: its visit is a new one.
  return same ? moved : { ...moved, step: 0, visit: token.visit + 1 }
}

/** One row for each edge and day, instead of one for each person. */
function summed(edges: readonly EdgeRow[]): EdgeRow[] {
  const sums = new Map<string, EdgeRow>()
  for (const { node, outcome, at, n } of edges) {
    const key = `${node} ${outcome} ${Math.floor(at / 900_000)}`
    const sum = sums.get(key)
    sums.set(key, { node, outcome, at, n: n + (sum?.n ?? 0) })
  }
  return [...sums.values()]
}
