import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { walkingOrder } from '../../engine/core/journey/graph.ts'
import { registry } from '../../nodes/definitions.ts'
import { outcomesOf } from './outcomes.ts'

type DocumentNode = JourneyDocument['nodes'][number]

/** Nodes in the order in which a member would walk them: triggers first, outcomes from the top. */
export function inWalkingOrder(document: JourneyDocument): DocumentNode[] {
  const { nodes, edges } = document
  const indexes = new Map(nodes.map((node, index) => [node.id, index]))
  const next = nodes.map((node) => {
    const drawn = edges.filter((edge) => edge.from === node.id)
    return outcomesOf(
      node,
      drawn.map((edge) => edge.outcome),
    ).flatMap((outcome) => {
      const target = indexes.get(drawn.find((edge) => edge.outcome === outcome)?.to ?? '')
      return target === undefined ? [] : [target]
    })
  })
  const roots = nodes.flatMap((node, index) => (registry.get(node.type)?.category === 'trigger' ? [index] : []))
  return walkingOrder(nodes.length, roots, (node) => next[node] ?? []).flatMap((index) => nodes[index] ?? [])
}
