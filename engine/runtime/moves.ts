import { isDeepStrictEqual } from 'node:util'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { destinationOf, type Targets } from '../core/journey/in-flight.ts'
import type { BoundNode, BoundPlan } from '../core/journey/plan.ts'
import { numbers } from '../store/literal.ts'
import { movesSql } from '../store/sql/moves.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

type Move = Pick<Row<'moves.of'>, 'journey_id' | 'version_id' | 'number' | 'at' | 'policy' | 'targets'>

/** A version of a journey, as tokens name it. */
export interface Place {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
}

export interface Spot extends Place {
  readonly node: number
}

/** What the moves of a journey make of those who stand at a node of an older version. */
export type Fate =
  | {
      readonly kind: 'moved'
      readonly version: VersionId
      readonly node: number
      /** It is the node where they stood: what it did for them counts. */
      readonly same: boolean
      /** The instant as of which they are judged anew; undefined where they wait for the same as before. */
      readonly since: number | undefined
      readonly by: Move
    }
  | { readonly kind: 'pulled-out' | 'stopped'; readonly by: Move }

/** Of a plan that is no version yet: beyond all that are. */
export const UNPUBLISHED = Number.MAX_SAFE_INTEGER as VersionId // a version by rank alone, which no row has

/**
 * The moves of journeys. They hold for good: whoever meets a token of an older version follows them first, so that everybody is
 * judged as if all had moved at the instant of publishing.
 */
export class Moves {
  private readonly plans = new Map<VersionId, BoundPlan>()
  private readonly fates = new Map<string, Fate | undefined>()

  private constructor(
    private readonly engine: Engine,
    private readonly tx: Tx,
    private readonly moves: readonly Move[],
  ) {}

  /** In the order of publishing. The journeys must be shared or closed, where tokens are written by what they say. */
  static async of(engine: Engine, tx: Tx, journeys: readonly JourneyId[]): Promise<Moves> {
    if (journeys.length === 0) return new Moves(engine, tx, [])
    return new Moves(engine, tx, await tx.sql.query(movesSql.of, [numbers([...new Set(journeys)])]))
  }

  /** These, and then one to a plan that is about to be published. */
  andThen(move: Omit<Move, 'version_id'>, plan: BoundPlan): Moves {
    const moves = new Moves(this.engine, this.tx, [...this.moves, { ...move, version_id: UNPUBLISHED }])
    moves.plans.set(UNPUBLISHED, plan)
    return moves
  }

  /** Whether any of the versions is older than a move. */
  concern(places: readonly Place[]): boolean {
    return this.moves.length > 0 && places.some((place) => this.after(place).length > 0)
  }

  /** Gets the plans that the others need to know of these places. */
  async prepare(places: readonly Place[]): Promise<void> {
    for (const place of new Map(places.map((one) => [one.version_id, one])).values()) {
      const moves = this.after(place)
      if (moves.length === 0) continue
      for (const version of [place.version_id, ...moves.map((move) => move.version_id)])
        if (!this.plans.has(version)) this.plans.set(version, await planOf(this.engine, this.tx, version))
    }
  }

  /** From move to move; undefined where none leads on from there: they finish in their version. */
  fateOf(spot: Spot): Fate | undefined {
    const key = `${spot.version_id}/${spot.node}`
    if (!this.fates.has(key)) this.fates.set(key, this.follow(spot))
    return this.fates.get(key)
  }

  private follow(spot: Spot): Fate | undefined {
    let fate: Extract<Fate, { kind: 'moved' }> | undefined
    for (const by of this.after(spot)) {
      if (by.policy === 'stop') return { kind: 'stopped', by }
      const [version, node] = [fate?.version ?? spot.version_id, fate?.node ?? spot.node]
      const from = this.nodeAt(version, node)
      const destination = destinationOf(from, this.planAt(by.version_id), by.targets as Targets) // as publish wrote it
      if (destination === undefined) return fate
      if (destination === 'out') return { kind: 'pulled-out', by }
      const same = destination.same && (fate?.same ?? true)
      const isAsBefore =
        destination.same &&
        this.planAt(version).zone === this.planAt(by.version_id).zone &&
        waitsForTheSame(from, this.nodeAt(by.version_id, destination.to))
      fate = {
        ...{ kind: 'moved', version: by.version_id, node: destination.to, same, by },
        since: isAsBefore ? fate?.since : by.at,
      }
    }
    return fate
  }

  private after({ journey_id, version_id }: Place): Move[] {
    return this.moves.filter((move) => move.journey_id === journey_id && move.version_id > version_id)
  }

  private planAt(version: VersionId): BoundPlan {
    const plan = this.plans.get(version)
    if (!plan) throw new Error(`the plan of version ${version} was not prepared`)
    return plan
  }

  nodeAt(version: VersionId, node: number): BoundNode {
    const found = this.planAt(version).nodes[node]
    if (!found) throw new RangeError(`version ${version} has no node ${node}`)
    return found
  }
}

/** What a node waits for depends on these alone, and on what is known of the member. */
const waitsForTheSame = (a: BoundNode, b: BoundNode): boolean =>
  b.definition.keepsTime === true ||
  (isDeepStrictEqual(a.settings, b.settings) &&
    isDeepStrictEqual([...a.drawn].sort(), [...b.drawn].sort()) &&
    isDeepStrictEqual(a.gate?.requests, b.gate?.requests))

/**
 * Where they stand once they have followed the moves of their journeys. Who waits for something else there is about to be
 * judged anew; who is about to leave is left out.
 */
export async function whereMoved<P extends Spot & { readonly due_at?: number }>(
  engine: Engine,
  tx: Tx,
  positions: readonly P[],
): Promise<readonly P[]> {
  const moves = await Moves.of(
    engine,
    tx,
    positions.map((position) => position.journey_id),
  )
  if (!moves.concern(positions)) return positions
  await moves.prepare(positions)
  return positions.flatMap((position) => {
    const fate = moves.fateOf(position)
    if (!fate) return [position]
    if (fate.kind !== 'moved') return []
    const due = fate.since === undefined ? {} : { due_at: Math.min(position.due_at ?? fate.since, fate.since) }
    return [{ ...position, version_id: fate.version, node: fate.node, ...due }]
  })
}
