import { departures, type EdgeTotal, GOAL_EDGES, nodeCounts, SPECIAL_EDGES } from '../../core/edges.ts'
import { UserError } from '../../core/errors.ts'
import type { JourneyId, VersionId } from '../../core/ids.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { numbers } from '../../store/literal.ts'
import { clockOf } from '../../store/moment.ts'
import { countsSql } from '../../store/sql/counts.ts'
import type { Row, Tx } from '../../store/store.ts'
import { unknownJourney } from '../control.ts'
import { type Engine, planOf } from '../engine.ts'
import { type BudgetRow, budgetRows } from './budgets.ts'
import { type GoalRow, type GoalVersion, goalRows } from './goals.ts'

/** People at one node. `entered` = sum of `out` + sum of `left` + `waiting` + `failed`. */
export interface NodeTally {
  readonly entered: number
  readonly waiting: number
  readonly failed: number
  /** By drawn outcome. */
  readonly out: Readonly<Record<string, number>>
  /** By a way that nobody drew: `exit`, `pulled-out` … */
  readonly left: Readonly<Record<string, number>>
  /** How many times refunds began the branch at its `reversed`, beside where the member stands. */
  readonly reversed: number
}

export interface Totals {
  readonly entered: number
  /** Branches that refunds began: in `inside` while they are, and not in `entered`. */
  readonly reversed: number
  /** Waiting and failed. */
  readonly inside: number
  readonly waiting: number
  readonly failed: number
  /** Entered on the workspace's present day. */
  readonly today: number
}

/** Who reached a goal, and who may yet, as the report tells it. */
export type LiveGoal = Pick<GoalRow, 'id' | 'name' | 'entered' | 'reached' | 'over'>

/** Absolute numbers of one version, nodes by their id in the document. `at` is epoch milliseconds. */
export interface JourneyCounts {
  readonly at: number
  readonly version: number
  readonly nodes: Readonly<Record<string, NodeTally>>
  readonly totals: Totals
  /** The primary one first. */
  readonly goals: readonly LiveGoal[]
  /** Of the journey, in all its versions. */
  readonly budgets: readonly BudgetRow[]
}

export interface EdgeSum extends EdgeTotal {
  readonly version_id: VersionId
}

/** Edge totals of journeys, in all versions. */
export const edgeTotals = (tx: Tx, journeys: readonly JourneyId[]): Promise<Row<'counts.totals'>[]> =>
  tx.sql.query(countsSql.totals, [numbers(journeys)])

/** The tally of each node of a plan, in plan order, from edge totals of its version. */
export function talliesOf(plan: BoundPlan, totals: readonly EdgeTotal[]): NodeTally[] {
  const counts = nodeCounts(
    totals,
    plan.nodes.map((node) => node.next),
  )
  const ways = departures(
    totals,
    plan.nodes.map((node) => node.outcomes),
  )
  const reversed: number[] = []
  for (const { node, outcome, n } of totals)
    if (outcome === SPECIAL_EDGES.reversed) reversed[node] = (reversed[node] ?? 0) + n
  return plan.nodes.map((_, i) => {
    const { in: entered = 0, waiting = 0, failed = 0 } = counts[i] ?? {}
    return { entered, waiting, failed, ...(ways[i] ?? { out: {}, left: {} }), reversed: reversed[i] ?? 0 }
  })
}

const ENTRIES: readonly number[] = [SPECIAL_EDGES.enter, SPECIAL_EDGES['moved-in']]
export const isEntry = ({ outcome }: EdgeTotal): boolean => ENTRIES.includes(outcome)

/** Adds tallies up to what a journey holds. */
export function totalsOf(tallies: readonly NodeTally[], totals: readonly (EdgeTotal & { today: number })[]): Totals {
  const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((n, row) => n + of(row), 0)
  const waiting = sum(tallies, (tally) => tally.waiting)
  const failed = sum(tallies, (tally) => tally.failed)
  const entries = totals.filter(isEntry)
  return {
    entered: sum(entries, (row) => row.n),
    reversed: sum(tallies, (tally) => tally.reversed),
    ...{ inside: waiting + failed, waiting, failed },
    today: sum(entries, (row) => row.today),
  }
}

/** Which version of a journey is meant: that of the number, else the live one. Throws a UserError where there is none. */
export async function versionOf(
  tx: Tx,
  key: string,
  number: number | undefined,
): Promise<{ journey: JourneyId; version: VersionId; number: number }> {
  const [row] = await tx.sql.query(countsSql.place, [key, number ?? null])
  if (!row) throw unknownJourney(key)
  if (row.version_id === null || row.number === null) {
    const what = number === undefined ? 'is not published yet: publish it first' : `has no version ${number}`
    throw new UserError('version-unknown', `Journey “${key}” ${what}.`)
  }
  return { journey: row.id, version: row.version_id, number: row.number }
}

/** Who entered, left, waits and failed at each node of a version, the live one unless told. */
export async function countsOf(engine: Engine, tx: Tx, key: string, wanted?: number): Promise<JourneyCounts> {
  const { journey, version, number } = await versionOf(tx, key, wanted)
  const plan = await planOf(engine, tx, version)
  const totals = (await edgeTotals(tx, [journey])).filter((row) => row.version_id === version)
  const tallies = talliesOf(plan, totals)
  const nodes = Object.fromEntries(plan.nodes.map(({ id }, i) => [id, tallies[i] ?? NOBODY]))
  const at = await clockOf(tx)
  const goals = await liveGoals(tx, journey, { id: version, number, plan }, at)
  const budgets = await budgetRows(tx, journey)
  return { at, version: number, nodes, totals: totalsOf(tallies, totals), goals, budgets }
}

/** Reads the days of no edges but those that goals are counted by: it is asked twice a second. */
async function liveGoals(tx: Tx, journey: JourneyId, version: GoalVersion, at: number): Promise<LiveGoal[]> {
  const edges = version.plan.settings.goals.map((_, place) => GOAL_EDGES.reached - place)
  if (edges.length === 0) return []
  const counted = numbers([SPECIAL_EDGES.enter, ...edges])
  const sums = await tx.sql.query(countsSql.days, [numbers([journey]), null, null, counted])
  return goalRows([version], sums, [], at).map(({ id, name, entered, reached, over }) => ({
    ...{ id, name, entered, reached, over },
  }))
}

export const NOBODY: NodeTally = { entered: 0, waiting: 0, failed: 0, out: {}, left: {}, reversed: 0 }
