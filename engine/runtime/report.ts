import { type NodeCount, nodeCounts } from '../core/edges.ts'
import { UserError } from '../core/errors.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { DbTx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { edgeTotals } from './journeys/counts.ts'

export interface NodeReport extends NodeCount {
  readonly id: string
  readonly name: string
  readonly type: string
}

export interface JourneySummary {
  readonly key: string
  readonly name: string
  readonly state: string
  /** Of the newest version; absent where none is published. */
  readonly version?: number
  /** Members inside now, failed ones included. */
  readonly inside: number
}

/** Every journey of a workspace, by key. */
export async function listJourneys(tx: DbTx): Promise<JourneySummary[]> {
  const rows = await tx.sql.query(journeysSql.list)
  return rows.map(({ version, ...row }) => ({ ...row, ...(version === null ? {} : { version }) }))
}

/** How many people entered, left, wait and failed at each node of a journey's newest version, in plan order. */
export async function report(engine: Engine, tx: DbTx, key: string): Promise<NodeReport[]> {
  const journey = await tx.db.journey.findFirst({ where: { key } })
  if (!journey?.versionId)
    throw new UserError(
      'journey-unknown',
      `No journey “${key}” is published: \`waymark journeys list\` shows which are.`,
    )
  const version = Number(journey.versionId) as VersionId // a key of the table
  const totals = await edgeTotals(tx, [Number(journey.id) as JourneyId])
  const plan = await planOf(engine, tx, version)
  const counts = nodeCounts(
    totals.filter((t) => t.version_id === version),
    plan.nodes.map((n) => n.next),
  )
  return plan.nodes.flatMap(({ id, name, type }, i) => {
    const count = counts[i]
    return count ? [{ id, name, type, ...count }] : []
  })
}
