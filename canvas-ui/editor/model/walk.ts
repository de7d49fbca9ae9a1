import type { DocumentNode, JourneyDocument } from '../../../engine/core/journey/document.ts'
import { inWalkingOrder } from '../../canvas/order.ts'
import { outcomesOf } from '../../canvas/outcomes.ts'
import type { Exit } from '../../canvas/selection.ts'
import { whyNotConnect } from './edits.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The ways out of a node, with where each leads. */
export function exitsOf(document: JourneyDocument, id: string): (Exit & { readonly to: string | undefined })[] {
  const node = document.nodes.find((each) => each.id === id)
  const drawn = document.edges.filter((edge) => edge.from === id)
  const outcomes = node
    ? outcomesOf(
        node,
        drawn.map((edge) => edge.outcome),
      )
    : []
  return outcomes.map((outcome) => ({
    from: id,
    outcome,
    to: drawn.find((edge) => edge.outcome === outcome)?.to,
  }))
}

/** The node after or before one in walking order; the first or last where there is none yet. */
export function besideInOrder(document: JourneyDocument, id: string | undefined, step: 1 | -1): string | undefined {
  const order = inWalkingOrder(document)
  const at = order.findIndex((node) => node.id === id)
  if (at < 0) return (step > 0 ? order[0] : order.at(-1))?.id
  return order[at + step]?.id
}

/** The node that an edge comes from: of many, the first in walking order. */
export const cameFrom = (document: JourneyDocument, id: string): string | undefined =>
  inWalkingOrder(document).find((node) => document.edges.some((edge) => edge.from === node.id && edge.to === id))?.id

/** The node after or before `id`, in walking order and round again, that the exit could lead to. */
export function besideAsTarget(document: JourneyDocument, exit: Exit, id: string, step: 1 | -1): string | undefined {
  const order = inWalkingOrder(document)
  const at = order.findIndex((node) => node.id === id)
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]
  const mayLead = (node: DocumentNode) => whyNotConnect(document, exit, node.id) === undefined
  return (step > 0 ? round.find(mayLead) : round.findLast(mayLead))?.id
}

/** The nearest node that the exit could lead to, in one direction from `id`. */
export function nearest(document: JourneyDocument, exit: Exit, id: string, towards: Direction): string | undefined {
  const from = document.nodes.find((node) => node.id === id)
  if (!from) return undefined
  const ranked = document.nodes
    .filter((node) => node.id !== id && whyNotConnect(document, exit, node.id) === undefined)
    .flatMap((node) => {
      const { along, aside } = distance(from, node, towards)
      return along > 0 ? [{ id: node.id, cost: along + 2 * aside }] : []
    })
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.id
}

function distance(a: DocumentNode, b: DocumentNode, towards: Direction): { along: number; aside: number } {
  const dx = (b.position?.x ?? 0) - (a.position?.x ?? 0)
  const dy = (b.position?.y ?? 0) - (a.position?.y ?? 0)
  const sign = towards === 'left' || towards === 'up' ? -1 : 1
  const level = towards === 'left' || towards === 'right'
  return { along: sign * (level ? dx : dy), aside: Math.abs(level ? dy : dx) }
}
