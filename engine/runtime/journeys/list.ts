import type { JourneyId } from '../../core/ids.ts'
import { compile } from '../../core/journey/compile.ts'
import type { Reference } from '../../core/journey/node.ts'
import type { JsonObject } from '../../core/json.ts'
import { journeyAfter } from '../../core/lifecycles/journey.ts'
import { numbers } from '../../store/literal.ts'
import { countsSql } from '../../store/sql/counts.ts'
import { draftsSql } from '../../store/sql/drafts.ts'
import type { DbTx, Row, Tx } from '../../store/store.ts'
import { type Engine, planOf } from '../engine.ts'
import { knownReferences } from '../publish.ts'
import { type BudgetRow, pressingBudgets } from './budgets.ts'
import { edgeTotals, talliesOf, totalsOf } from './counts.ts'
import { isAhead } from './shelf.ts'

const PAGE = 50
const DAYS = 14

export interface ListFilter {
  /** Part of a name or key. */
  readonly search?: string | undefined
  /** Absent: all but archived ones. */
  readonly state?: string | undefined
  readonly folder?: string | undefined
  readonly label?: string | undefined
  readonly after?: string | undefined
}

/** A journey as a row of the list. Times are epoch milliseconds. */
export interface JourneyRow {
  readonly key: string
  readonly name: string
  readonly state: string
  readonly folder: string | null
  readonly labels: readonly string[]
  readonly owner: string | null
  /** Types of its trigger nodes: of what is live, else of what is drawn. */
  readonly triggers: readonly string[]
  readonly inside: number
  /** Per day, 14 of them, today last. */
  readonly entered: readonly number[]
  readonly nextFireAt: number | null
  readonly version: number | null
  readonly hasDraft: boolean
  /** Errors in changes that are not published. */
  readonly problems: number
  /** Those that it may still spend of, and that somebody should look after. */
  readonly budgets: readonly BudgetRow[]
  readonly updatedAt: number
}

interface Tally {
  name: string
  count: number
}

export interface JourneyPage {
  readonly journeys: readonly JourneyRow[]
  readonly total: number
  readonly next: string | null
  /** By state, whatever the state asked for. */
  readonly counts: Readonly<Record<string, number>>
  readonly folders: readonly Tally[]
  readonly labels: readonly Tally[]
}

type Found = Row<'journeys.page'>

/** A page of journeys, changed last first, with what a list tells of each. */
export async function listPage(engine: Engine, tx: DbTx, filter: ListFilter): Promise<JourneyPage> {
  const { search = null, state = null, folder = null, label = null } = filter
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(filter.after ?? '') ?? []
  const after = [at === undefined ? null : Number(at), id === undefined ? null : Number(id)] as const
  const found = await tx.sql.query(draftsSql.list, [search, state, folder, label, ...after, PAGE + 1])
  const states = await tx.sql.query(draftsSql.states, [search, folder, label])
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  const counted = states.filter((row) => (state === null ? row.name !== 'archived' : row.name === state))
  return {
    journeys: await describe(engine, tx, page),
    total: counted.reduce((sum, row) => sum + row.count, 0),
    next: found.length > PAGE && last ? `${last.updated_at}-${last.id}` : null,
    counts: Object.fromEntries(states.map((row) => [row.name, row.count])),
    folders: await tx.sql.query(draftsSql.folders),
    labels: await tx.sql.query(draftsSql.labels),
  }
}

async function describe(engine: Engine, tx: DbTx, page: readonly Found[]): Promise<JourneyRow[]> {
  const ids = page.map((row) => row.id)
  const tenant = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  const exists = await knownReferences(tx)
  const inside = await insideOf(engine, tx, ids)
  const entered = await enteredOf(tx, ids)
  const spending = page.filter((row) => journeyAfter(row.state, 'stop') !== undefined)
  const budgets = await pressingBudgets(
    tx,
    spending.map((row) => row.id),
  )
  const rows: JourneyRow[] = []
  for (const row of page) {
    const { key, name, state, folder, labels, owner, version, next_fire, updated_at } = row
    const hasDraft = isAhead({ revision: row.revision ?? 0, published: row.published ?? 0 }, version !== null)
    rows.push({
      ...{ key, name, state, folder, labels: labels ?? [], owner, version, hasDraft },
      triggers: await triggersOf(engine, tx, row),
      inside: inside.get(row.id) ?? 0,
      entered: entered.get(row.id) ?? new Array(DAYS).fill(0),
      nextFireAt: state === 'running' ? next_fire : null,
      problems: hasDraft && row.draft ? errorsIn(engine, row.draft, { zone: tenant.zone, exists }) : 0,
      budgets: budgets.get(row.id) ?? [],
      updatedAt: updated_at,
    })
  }
  return rows
}

const errorsIn = (
  { registry }: Engine,
  document: JsonObject,
  options: { zone: string; exists: (reference: Reference) => boolean },
) => compile(document, registry, options).problems.filter((problem) => problem.severity === 'error').length

/** Who is inside each journey now, in whatever version. */
async function insideOf(engine: Engine, tx: Tx, journeys: readonly JourneyId[]): Promise<Map<JourneyId, number>> {
  const inside = new Map<JourneyId, number>()
  const totals = await edgeTotals(tx, journeys)
  for (const [version, { journey_id }] of new Map(totals.map((row) => [row.version_id, row]))) {
    const mine = totals.filter((row) => row.version_id === version)
    const here = totalsOf(talliesOf(await planOf(engine, tx, version), mine), mine).inside
    inside.set(journey_id, (inside.get(journey_id) ?? 0) + here)
  }
  return inside
}

async function enteredOf(tx: Tx, journeys: readonly JourneyId[]): Promise<Map<JourneyId, number[]>> {
  const rows = await tx.sql.query(countsSql.entered, [numbers(journeys), DAYS])
  const entered = new Map<JourneyId, number[]>()
  for (const { journey_id, ago, n } of rows) {
    const days = entered.get(journey_id) ?? new Array<number>(DAYS).fill(0)
    if (ago >= 0) days[DAYS - 1 - ago] = n
    entered.set(journey_id, days)
  }
  return entered
}

async function triggersOf(engine: Engine, tx: Tx, { version_id, draft }: Found): Promise<string[]> {
  const nodes = version_id ? (await planOf(engine, tx, version_id)).nodes : ((draft?.nodes ?? []) as { type: string }[]) // a stored document
  const types = nodes.map((node) => node.type)
  return [...new Set(types.filter((type) => engine.registry.get(type)?.category === 'trigger'))]
}
