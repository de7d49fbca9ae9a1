import type { JourneyId } from '../core/ids.ts'
import type { TrialSpec } from '../core/journey/trial.ts'
import { addDuration } from '../core/time/duration.ts'
import { hashOf, numbers, texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { trialsSql } from '../store/sql/trials.ts'
import type { Row, Tx } from '../store/store.ts'
import type { ArmPlace } from './arms.ts'

/** A test of a journey; times are epoch milliseconds. It began with its present design, and is judged once. */
export interface Trial {
  readonly nodeKey: number
  readonly since: number
  readonly dueAt: number
  readonly judged: boolean
  /** Gets the newcomers since it was picked. */
  readonly winner?: { readonly arm: string; readonly at: number; readonly by: string }
}

interface Tested {
  readonly nodeKey: number
  readonly spec: TrialSpec
}

/** Begins the tests of a version that is being published; those whose design is the same go on. */
export async function beginTrials(tx: Tx, journey: JourneyId, tested: readonly Tested[], zone: string): Promise<void> {
  if (tested.length === 0) return
  const now = await clockOf(tx)
  const before = new Map((await tx.sql.query(trialsSql.of, [journey])).map((row) => [row.node_key, row]))
  const designs = tested.map(({ spec }) => hashOf(spec.design))
  const due = tested.map(({ nodeKey, spec }, i) => {
    const row = before.get(nodeKey)
    const isSame = row?.design.replaceAll('-', '') === designs[i]
    return addDuration(isSame && row ? row.since : now, spec.horizon, zone)
  })
  const keys = numbers(tested.map(({ nodeKey }) => nodeKey))
  tx.sql.write(trialsSql.begin, [tx.tenant, journey, now, keys, texts(designs), numbers(due)])
}

const trialOf = ({ node_key, since, due_at, judged, winner, picked_at, picked_by }: Row<'trials.of'>): Trial => ({
  ...{ nodeKey: node_key, since, dueAt: due_at, judged },
  ...(winner !== null && { winner: { arm: winner, at: picked_at ?? due_at, by: picked_by ?? '' } }),
})

/** The tests of a journey that were begun, by the key of their node. */
export async function trialsOf(tx: Tx, journey: JourneyId): Promise<Map<number, Trial>> {
  const rows = await tx.sql.query(trialsSql.of, [journey])
  return new Map(rows.map((row) => [row.node_key, trialOf(row)]))
}

/** The arm that newcomers get at a node; undefined where they are drawn. */
export async function loadWinner(tx: Tx, { journey, nodeKey }: ArmPlace): Promise<string | undefined> {
  const [row] = await tx.sql.query(trialsSql.winner, [journey, nodeKey])
  return row?.winner ?? undefined
}

/** Gives an arm the newcomers; `undefined`: they are drawn again. */
export const pickArm = (tx: Tx, { journey, nodeKey }: ArmPlace, arm: string | undefined, by: string): void =>
  tx.sql.write(trialsSql.pick, [journey, nodeKey, arm ?? null, by])

/** Marks a test as judged; answers false where it was already. */
export async function claimTrial(tx: Tx, { journey, nodeKey }: ArmPlace): Promise<boolean> {
  return (await tx.sql.query(trialsSql.judge, [journey, nodeKey])).length > 0
}
