import { claimTrial, measureArms, pickArm, type Trial, trialsOf } from '../controls/face.ts'
import { UserError } from '../core/errors.ts'
import type { JourneyId } from '../core/ids.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { TrialSpec } from '../core/journey/trial.ts'
import { type Verdict, verdictOf } from '../core/statistics/verdict.ts'
import { clockOf } from '../store/moment.ts'
import { runsSql } from '../store/sql/runs.ts'
import type { DbTx, Row, Tx } from '../store/store.ts'
import { lockedJourney } from './control.ts'
import { type Engine, planOf } from './engine.ts'
import { versionOf } from './journeys/counts.ts'

/** A node that tests its arms. */
interface Tested {
  readonly nodeKey: number
  readonly id: string
  readonly name: string
  readonly spec: TrialSpec
}

export const testedBy = (plan: BoundPlan): Tested[] =>
  plan.nodes.flatMap(({ key, id, name, definition, settings }) => {
    const spec = definition.trial?.(settings)
    return spec ? [{ nodeKey: key, id, name, spec }] : []
  })

/** A test, and what came of it so far, or until it was judged. */
export interface TrialResult extends Tested {
  readonly trial: Trial
  readonly verdict: Verdict
}

/** The tests of the live version of a journey. Throws a UserError where nothing is published. */
export async function trialResults(engine: Engine, tx: Tx, key: string): Promise<TrialResult[]> {
  const { journey, plan } = await livePlan(engine, tx, key)
  const trials = await trialsOf(tx, journey)
  const now = await clockOf(tx)
  const results: TrialResult[] = []
  for (const tested of testedBy(plan)) {
    const trial = trials.get(tested.nodeKey)
    if (trial) results.push({ ...tested, trial, verdict: await verdictOn(tx, journey, tested, trial, plan.zone, now) })
  }
  return results
}

async function livePlan(engine: Engine, tx: Tx, key: string) {
  const { journey, version } = await versionOf(tx, key, undefined)
  return { journey, plan: await planOf(engine, tx, version) }
}

/** Nobody is looked at after the horizon, and nobody who came once a winner was picked. */
async function verdictOn(
  tx: Tx,
  journey: JourneyId,
  { nodeKey, spec }: Tested,
  { since, dueAt, winner }: Trial,
  zone: string,
  now: number,
): Promise<Verdict> {
  const until = Math.min(now, dueAt, winner?.at ?? dueAt)
  return verdictOf(spec, await measureArms(tx, { journey, nodeKey }, spec, { since, until }, zone))
}

/**
 * Gives an arm of a test the newcomers, or lets them be drawn again where `arm` is undefined; audited. Those who are in an arm
 * stay there. Throws a UserError where the journey, the test or the arm does not exist.
 */
export async function pickWinner(
  engine: Engine,
  tx: DbTx,
  { key, node, arm }: { key: string; node: string; arm: string | undefined },
  actor: string,
): Promise<void> {
  const { id: journey } = await lockedJourney(tx, key)
  const { plan } = await livePlan(engine, tx, key)
  const tested = testedBy(plan).find(({ id }) => id === node)
  if (!tested)
    throw new UserError('trial-unknown', `Node “${node}” of “${key}” tests nothing: give it a goal, and publish.`)
  if (arm !== undefined && !tested.spec.arms.some(({ id }) => id === arm))
    throw new UserError(
      'arm-unknown',
      `The test “${node}” has no arm “${arm}”: ${tested.spec.arms.map(({ id }) => id).join(', ')}.`,
    )
  pickArm(tx, { journey, nodeKey: tested.nodeKey }, arm, actor)
  await tx.db.audit.create({
    data: {
      ...{ tenantId: BigInt(tx.tenant), actor, action: 'journey.pick-winner', subject: key },
      detail: { node, arm: arm ?? null },
    },
  })
}

/** Judges a test that is due, once: the winner that its rule finds gets the newcomers, where the test says so. */
export async function judgeTrial(engine: Engine, due: Row<'trials.due'>): Promise<void> {
  await engine.store.withDb(due.tenant_id, async (tx) => {
    const place = { journey: due.journey_id, nodeKey: due.node_key }
    if (!(await claimTrial(tx, place))) return
    const [owner] = await tx.sql.query(runsSql.journey, [place.journey])
    if (!owner?.version_id) return
    const plan = await planOf(engine, tx, owner.version_id)
    const tested = testedBy(plan).find(({ nodeKey }) => nodeKey === place.nodeKey)
    const trial = (await trialsOf(tx, place.journey)).get(place.nodeKey)
    if (!tested || !trial || trial.winner || tested.spec.picks === 'by-hand') return
    const now = await clockOf(tx)
    const { best, undecided } = await verdictOn(tx, place.journey, tested, trial, plan.zone, now)
    if (best !== undefined) pickArm(tx, place, best, 'clock')
    const journey = await tx.db.journey.findFirstOrThrow({ where: { id: BigInt(place.journey) } })
    await tx.db.audit.create({
      data: {
        ...{ tenantId: BigInt(tx.tenant), actor: 'clock', action: 'journey.pick-winner', subject: journey.key },
        detail: { node: tested.id, arm: best ?? null, ...(undecided && { undecided }) },
      },
    })
  })
}
