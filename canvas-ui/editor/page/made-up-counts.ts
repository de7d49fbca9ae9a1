import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import type { JourneyCounts, NodeCounts } from '../../canvas/counts.ts'
import { inWalkingOrder } from '../../canvas/order.ts'
import { outcomesOf } from '../../canvas/outcomes.ts'

const ENTERED = 45_800

/** Numbers that look like a journey's: each outcome takes a share, some people still wait. */
export function madeUpCounts(document: JourneyDocument): JourneyCounts {
  const nodes: Record<string, NodeCounts> = {}
  const arrivals = new Map<string, number>()
  inWalkingOrder(document).forEach((node, i) => {
    const leads = document.edges.some((edge) => edge.to === node.id)
    const entered = leads ? (arrivals.get(node.id) ?? 0) : ENTERED
    const outcomes = outcomesOf(node, [])
    const leadsOn = document.edges.some((edge) => edge.from === node.id)
    const waiting = leadsOn && i % 3 === 1 ? Math.round(entered * 0.21) : 0
    const failed = i % 5 === 3 ? Math.round(entered * 0.006) : 0
    const left = entered - waiting - failed
    const weights = outcomes.map((_, row) => 1 / (row * 1.7 + 1))
    const sum = weights.reduce((a, b) => a + b, 0)
    const out: Record<string, number> = {}
    outcomes.forEach((outcome, row) => {
      const people = Math.round((left * (weights[row] ?? 0)) / sum)
      out[outcome] = people
      const to = document.edges.find((edge) => edge.from === node.id && edge.outcome === outcome)?.to
      if (to !== undefined) arrivals.set(to, (arrivals.get(to) ?? 0) + people)
    })
    nodes[node.id] = { entered, waiting, failed, out }
  })
  return { nodes, totals: { entered: ENTERED } }
}
