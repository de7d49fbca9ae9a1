import { type EdgeTotal, INWARD_EDGES, isAside, outcomeName, SPECIAL_EDGES } from '../../core/edges.ts'
import type { JourneyId, VersionId } from '../../core/ids.ts'
import { type BoundPlan, LEAVES } from '../../core/journey/plan.ts'
import { numbers } from '../../store/literal.ts'
import { clockOf } from '../../store/moment.ts'
import { countsSql } from '../../store/sql/counts.ts'
import { goalsSql } from '../../store/sql/goals.ts'
import type { Row, Tx } from '../../store/store.ts'
import { type Engine, planOf } from '../engine.ts'
import { type BudgetRow, budgetRows } from './budgets.ts'
import {
  type EdgeSum,
  edgeTotals,
  isEntry,
  NOBODY,
  type NodeTally,
  type Totals,
  talliesOf,
  totalsOf,
  versionOf,
} from './counts.ts'
import { type GoalRow, goalRows } from './goals.ts'

/** Traces that the median of a stay is told from: the last so many. */
const SAMPLE = 2_000

export interface ReportFilter {
  /** Local days `YYYY-MM-DD`, both included; absent: open. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Number of a version; absent: all of them, nodes matched by id. */
  readonly version?: number | undefined
}

/** Who passed a node in the span asked for; waiting and failed are of now. */
export interface NodeRow extends NodeTally {
  readonly id: string
  readonly name: string
  readonly type: string
  /** How long those stayed, milliseconds, who left lately; null where nobody waited. */
  readonly medianMs: number | null
}

export interface DayRow {
  readonly day: string
  readonly entered: number
  /** Went all the way: left where the journey ends. */
  readonly completed: number
  /** By a way that nobody drew. */
  readonly left: Readonly<Record<string, number>>
  /** Failed, less those who were retried or taken out that day. */
  readonly failed: number
}

export interface VersionRow {
  readonly version: number
  /** Epoch milliseconds. */
  readonly publishedAt: number
  readonly entered: number
  readonly completed: number
  readonly inside: number
}

export interface JourneyReport {
  readonly at: number
  readonly nodes: readonly NodeRow[]
  readonly days: readonly DayRow[]
  /** Newest first. */
  readonly versions: readonly VersionRow[]
  readonly goals: readonly GoalRow[]
  /** Entered and completed in the span; inside, waiting, failed and today are of now. */
  readonly totals: Totals & { readonly completed: number }
  /** As they stand now, whatever the span. */
  readonly budgets: readonly BudgetRow[]
}

interface VersionOf {
  readonly id: VersionId
  readonly number: number
  readonly published_at: number
  readonly plan: BoundPlan
}
type DaySum = Row<'counts.days'>

/** What became of the people of a journey: per node, day and version. Throws a UserError where nothing is published. */
export async function journeyReport(engine: Engine, tx: Tx, key: string, filter: ReportFilter): Promise<JourneyReport> {
  const { journey } = await versionOf(tx, key, filter.version)
  const versions = await versionsOf(engine, tx, journey)
  const asked = versions.filter(({ number }) => filter.version === undefined || number === filter.version)
  const ids = new Set(asked.map((version) => version.id))
  const all = await edgeTotals(tx, [journey])
  const sums = await tx.sql.query(countsSql.days, [numbers([journey]), filter.from ?? null, filter.to ?? null, null])
  const values = await tx.sql.query(goalsSql.values, [journey, filter.from ?? null, filter.to ?? null])
  const inSpan = sums.filter((row) => ids.has(row.version_id))
  const at = await clockOf(tx)
  const stays = await staysOf(tx, journey, at)
  const ever = new Map(versions.map(({ id, plan }) => [id, talliesOf(plan, of(all, id))]))
  const now = all.filter((row) => ids.has(row.version_id))
  const totals = totalsOf(
    [...ids].flatMap((id) => ever.get(id) ?? []),
    now,
  )
  const days = daysOf(inSpan, asked)
  return {
    at,
    nodes: nodesOf(asked, inSpan, ever, stays),
    days,
    goals: goalRows(asked, inSpan, values, at),
    versions: versions.map(({ id, number, published_at, plan }) => {
      const mine = of(all, id)
      const { entered, inside } = totalsOf(ever.get(id) ?? [], mine)
      const completed = mine.reduce((sum, row) => sum + completions(plan, row), 0)
      return { version: number, publishedAt: published_at, entered, completed, inside }
    }),
    totals: {
      ...totals,
      entered: days.reduce((sum, day) => sum + day.entered, 0),
      completed: days.reduce((sum, day) => sum + day.completed, 0),
    },
    budgets: await budgetRows(tx, journey),
  }
}

const of = <Row extends EdgeSum>(rows: readonly Row[], version: VersionId) =>
  rows.filter((row) => row.version_id === version)

/** Newest first, so that the newest name of a node is the first. */
async function versionsOf(engine: Engine, tx: Tx, journey: JourneyId): Promise<VersionOf[]> {
  const rows = await tx.sql.query(countsSql.versions, [journey])
  const versions: VersionOf[] = []
  for (const { id, number, published_at } of rows)
    versions.push({ id, number, published_at, plan: await planOf(engine, tx, id) })
  return versions
}

async function staysOf(tx: Tx, journey: JourneyId, at: number): Promise<Map<string, number>> {
  const rows = await tx.sql.query(countsSql.stays, [journey, SAMPLE, await sampleBegins(tx, journey, at)])
  return new Map(
    rows.flatMap(({ version_id, node, median }) => (median === null ? [] : [[`${version_id}/${node}`, median]])),
  )
}

/** Traces that are cheap to sort. */
const FEW = 10 * SAMPLE
const MINUTE = 60_000
const TWO_YEARS = 732 * 1_440 * MINUTE

/** An instant since which there are enough traces, and few more where that can be found: looking for it reads few, however many there are. */
async function sampleBegins(tx: Tx, journey: JourneyId, at: number): Promise<number> {
  const countSince = async (back: number) =>
    (await tx.sql.query(countsSql.leftSince, [journey, FEW, at - back]))[0]?.n ?? 0
  let [tooShort, back] = [0, MINUTE]
  let found = await countSince(back)
  while (found < SAMPLE && back < TWO_YEARS) {
    tooShort = back
    back *= 8
    found = await countSince(back)
  }
  for (let turns = 0; found === FEW && turns < 16; turns++) {
    const middle = (tooShort + back) / 2
    const inside = await countSince(middle)
    if (inside < SAMPLE) tooShort = middle
    else [back, found] = [middle, inside]
  }
  return found < SAMPLE ? Number.NEGATIVE_INFINITY : at - back
}

/** How many an edge adds to those who went all the way: they left where the journey ends, by a drawn outcome that leads nowhere or sent on from there by hand. Of branches that refunds began none counts. */
function completions(plan: BoundPlan, { node, outcome, n }: EdgeTotal): number {
  if (outcome === SPECIAL_EDGES['reversed-done']) return -n
  const next = plan.nodes[node]?.next
  return next?.[outcome === SPECIAL_EDGES['pushed-out'] ? 0 : outcome] === LEAVES ? n : 0
}

function nodesOf(
  versions: readonly VersionOf[],
  inSpan: readonly DaySum[],
  ever: ReadonlyMap<VersionId, readonly NodeTally[]>,
  stays: ReadonlyMap<string, number>,
): NodeRow[] {
  const rows = new Map<string, NodeRow>()
  for (const { id: version, plan } of versions) {
    const passed = talliesOf(plan, of(inSpan, version))
    plan.nodes.forEach(({ id, name, type }, node) => {
      const { waiting, failed } = ever.get(version)?.[node] ?? NOBODY
      const tally = { ...(passed[node] ?? NOBODY), waiting, failed }
      const medianMs = stays.get(`${version}/${node}`) ?? null
      const row = rows.get(id)
      rows.set(
        id,
        row
          ? { ...row, ...added(row, tally), medianMs: row.medianMs ?? medianMs }
          : { id, name, type, ...tally, medianMs },
      )
    })
  }
  return [...rows.values()]
}

const added = (a: NodeTally, b: NodeTally): NodeTally => ({
  entered: a.entered + b.entered,
  waiting: a.waiting + b.waiting,
  failed: a.failed + b.failed,
  out: perName(a.out, b.out),
  left: perName(a.left, b.left),
  reversed: a.reversed + b.reversed,
})

function perName(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const sum = { ...a }
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n
  return sum
}

/** What days tell of beside the ways in and out. */
const ON_A_DAY: ReadonlySet<number> = new Set([SPECIAL_EDGES.failed, SPECIAL_EDGES['reversed-done']])

function daysOf(sums: readonly DaySum[], versions: readonly VersionOf[]): DayRow[] {
  const plans = new Map(versions.map(({ id, plan }) => [id, plan]))
  const days = new Map<string, DayRow>()
  for (const row of sums) {
    const plan = plans.get(row.version_id)
    if (!plan || (isAside(row.outcome) && !ON_A_DAY.has(row.outcome))) continue
    const day = days.get(row.day) ?? { day: row.day, entered: 0, completed: 0, left: {}, failed: 0 }
    days.set(row.day, withEdge(day, row, plan))
  }
  return [...days.values()]
}

function withEdge(day: DayRow, row: DaySum, plan: BoundPlan): DayRow {
  const { outcome, n } = row
  if (outcome === SPECIAL_EDGES.failed) return { ...day, failed: day.failed + n }
  if (isEntry(row)) return { ...day, entered: day.entered + n }
  const completed = completions(plan, row)
  if (completed !== 0) return { ...day, completed: day.completed + completed }
  // Who was sent on by hand is inside still.
  if (outcome >= 0 || INWARD_EDGES.has(outcome) || outcome === SPECIAL_EDGES['pushed-out']) return day
  return { ...day, left: perName(day.left, { [outcomeName([], outcome)]: n }) }
}
