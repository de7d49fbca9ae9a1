import type { TenantId } from '../../../core/ids.ts'
import { type Engine, planOf } from '../../../runtime/engine.ts'
import { edgeTotals } from '../../../runtime/journeys/counts.ts'
import type { Published } from '../../../runtime/publish.ts'
import { type NodeReport, report } from '../../../runtime/report.ts'
import { table } from '../../table.ts'
import { JOURNEY } from './run.ts'

export interface NodeFunnel extends NodeReport {
  /** How many left by each outcome. */
  readonly by: Readonly<Record<string, number>>
}

/** How many came to each node of the demo's journey, wait there, and left by which outcome: from the counted edges. */
export function funnelOf(engine: Engine, tenant: TenantId, published: Published): Promise<NodeFunnel[]> {
  return engine.store.withDb(tenant, async (tx) => {
    const plan = await planOf(engine, tx, published.version)
    const rows = await report(engine, tx, JOURNEY)
    const totals = await edgeTotals(tx, [published.journey])
    const left = (node: number, outcome: number) =>
      totals.find((total) => total.node === node && total.outcome === outcome)?.n ?? 0
    return rows.map((row, i) => ({
      ...row,
      by: Object.fromEntries((plan.nodes[i]?.outcomes ?? []).map((outcome, o) => [outcome, left(i, o)])),
    }))
  })
}

export const funnelText = (funnel: readonly NodeFunnel[]): string =>
  table(
    ['node', 'in', 'waiting', 'failed', 'out by outcome'],
    funnel.map(({ name, in: entered, waiting, failed, by }) => [name, entered, waiting, failed, outcomesText(by)]),
  )

const outcomesText = (by: NodeFunnel['by']) =>
  Object.entries(by)
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => `${outcome} ${n}`)
    .join(', ')
