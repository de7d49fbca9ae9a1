import { UserError } from '../core/errors.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import type { InFlight } from '../core/journey/in-flight.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { problemText } from '../core/journey/problems.locale.ts'
import { type Problem, problem } from '../core/journey/problems.ts'
import { numbers } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { movesSql } from '../store/sql/moves.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { Moves, type Spot, UNPUBLISHED } from './moves.ts'

/** Says all that refuses a journey. */
export function invalidJourney(problems: readonly Problem[]): UserError {
  const errors = problems.filter((p) => p.severity === 'error')
  const sentences = errors.map((p) => `${p.number}${p.node ? ` (${p.node})` : ''}: ${problemText(p, 'en')}`)
  return new UserError('journey-invalid', sentences.join('\n'), { problems: errors })
}

interface Newest {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly number: number
  readonly plan: BoundPlan
}

/**
 * Writes what becomes of those inside older versions of a journey, for the clock and for whoever meets them. The journey must be
 * closed. Answers how many it concerns. Throws a UserError where somebody stands at a node that leads nowhere.
 */
export async function beginMove(
  engine: Engine,
  tx: Tx,
  { journey, version, number, plan }: Newest,
  { policy, targets }: InFlight,
): Promise<number> {
  if (policy === 'finish') return 0
  const at = await clockOf(tx)
  const move = { journey_id: journey, number, at, policy, targets }
  const moves = (await Moves.of(engine, tx, [journey])).andThen(move, plan)
  const standing = await standingIn(tx, journey)
  await moves.prepare(standing)
  const problems = policy === 'move' ? moveProblems(moves, plan, standing, move) : []
  if (problems.length > 0) throw invalidJourney(problems)
  const people = standing.reduce((sum, { n }) => sum + n, 0)
  tx.sql.write(movesSql.add, [tx.tenant, journey, version, number, at, policy, JSON.stringify(targets), people])
  const keys = numbers(plan.triggers.flatMap((index) => plan.nodes[index]?.key ?? []))
  tx.sql.write(movesSql.turnRuns, [journey, version, keys])
  return people
}

interface Crowd extends Spot {
  readonly failed: boolean
  readonly n: number
}

/** Who stands where in a journey, by version, node and whether they failed there. */
export async function standingIn(tx: Tx, journey: JourneyId): Promise<Crowd[]> {
  const rows = await tx.sql.query(journeysSql.standing, [journey])
  return rows.map((row) => ({ ...row, journey_id: journey }))
}

/** What of a move must be mended before it can begin: nobody may stand where it leads nowhere, nor be led to a trigger. */
export function moveProblems(
  moves: Moves,
  plan: BoundPlan,
  standing: readonly Crowd[],
  { targets }: Pick<InFlight, 'targets'>,
): Problem[] {
  const missing = new Map<string, { name: string; people: number }>()
  for (const crowd of standing) {
    const fate = moves.fateOf(crowd)
    if (fate && (fate.kind !== 'moved' || fate.version === UNPUBLISHED)) continue
    const at =
      fate?.kind === 'moved'
        ? { version: fate.version, node: fate.node }
        : { version: crowd.version_id, node: crowd.node }
    const { id, name } = moves.nodeAt(at.version, at.node)
    missing.set(id, { name, people: (missing.get(id)?.people ?? 0) + crowd.n })
  }
  const wrong = Object.entries(targets).flatMap(([name, to]) => {
    if (to === null) return []
    const target = plan.nodes.find((node) => node.id === to)
    return target && !target.trigger ? [] : [problem('move-target-unknown', {}, { name, to })]
  })
  return [...[...missing.values()].map((one) => problem('move-target-missing', {}, one)), ...wrong]
}
