import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { type Card, type Link, type Point, snap } from './card.ts'
import { groupBy } from './group-by.ts'
import { layout } from './layout/layout.ts'
import { outcomesOf } from './outcomes.ts'

type DocumentEdge = JourneyDocument['edges'][number]

/** The name of an edge on the canvas. */
export const linkId = ({ from, outcome, to }: DocumentEdge): string => `${from} ${outcome} ${to}`

/** A document as cards and links: what layout and routing work on. */
export interface Graph {
  readonly cards: readonly Card[]
  readonly links: readonly Link[]
  /** Outcomes of each node, in the order of their rows. */
  readonly outcomes: ReadonlyMap<string, readonly string[]>
}

/** A node with one outcome has no rows: its way out is beside its way in. */
export const rowsFor = (outcomes: readonly string[]): number => (outcomes.length > 1 ? outcomes.length : 0)

/** Nodes without a position stand where `layout` puts them. */
export function graphOf(document: JourneyDocument): Graph {
  const drawn = groupBy(document.edges, (edge) => edge.from)
  const outcomes = new Map(
    document.nodes.map((node) => [
      node.id,
      outcomesOf(
        node,
        (drawn.get(node.id) ?? []).map((edge) => edge.outcome),
      ),
    ]),
  )
  const links = new Map<string, Link>()
  for (const edge of document.edges) {
    const row = Math.max(0, outcomes.get(edge.from)?.indexOf(edge.outcome) ?? 0)
    const id = linkId(edge)
    if (outcomes.has(edge.from) && outcomes.has(edge.to)) links.set(id, { id, source: edge.from, row, target: edge.to })
  }
  const cards = document.nodes.map((node) => ({
    id: node.id,
    rows: rowsFor(outcomes.get(node.id) ?? []),
    x: node.position?.x ?? Number.NaN,
    y: node.position?.y ?? Number.NaN,
  }))
  const all = [...links.values()]
  const placed = cards.some((card) => Number.isNaN(card.x)) ? layout(cards, all) : undefined
  return {
    cards: placed ? cards.map((card) => ({ ...card, ...placed.get(card.id) })) : cards,
    links: all,
    outcomes,
  }
}

/** The document with every node on the grid: laid out as a whole where one has no position. */
export function withPositions(document: JourneyDocument): JourneyDocument {
  const at = new Map<string, Point>(graphOf(document).cards.map((card) => [card.id, card]))
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const { x = 0, y = 0 } = at.get(node.id) ?? {}
      return { ...node, position: { x: snap(x), y: snap(y) } }
    }),
  }
}
