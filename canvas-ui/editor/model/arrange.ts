import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { MEASURES, type Point } from '../../canvas/card.ts'
import { graphOf } from '../../canvas/graph.ts'
import { layout } from '../../canvas/layout/layout.ts'
import { type Edit, heightOf, move } from './edits.ts'

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

interface Box extends Point {
  readonly id: string
  readonly height: number
}

const boxesOf = (document: JourneyDocument, ids: readonly string[]): Box[] => {
  const wanted = new Set(ids)
  return document.nodes.flatMap((node) =>
    wanted.has(node.id) && node.position ? [{ id: node.id, ...node.position, height: heightOf(node) }] : [],
  )
}

/** Lines nodes up on one edge, or on their common middle. */
export const align =
  (ids: readonly string[], to: Alignment): Edit =>
  (document) => {
    const boxes = boxesOf(document, ids)
    if (boxes.length < 2) return document
    const left = Math.min(...boxes.map((box) => box.x))
    const right = Math.max(...boxes.map((box) => box.x))
    const top = Math.min(...boxes.map((box) => box.y))
    const bottom = Math.max(...boxes.map((box) => box.y + box.height))
    const places: Record<Alignment, (box: Box) => Point> = {
      left: ({ y }) => ({ x: left, y }),
      centre: ({ y }) => ({ x: (left + right) / 2, y }),
      right: ({ y }) => ({ x: right, y }),
      top: ({ x }) => ({ x, y: top }),
      middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
      bottom: ({ x, height }) => ({ x, y: bottom - height }),
    }
    return move(new Map(boxes.map((box) => [box.id, places[to](box)])))(document)
  }

/** Makes the gaps between nodes alike, across or down, between the two that stand furthest apart. */
export const distribute =
  (ids: readonly string[], along: 'x' | 'y'): Edit =>
  (document) => {
    const boxes = boxesOf(document, ids).sort((a, b) => a[along] - b[along])
    const first = boxes[0]
    const last = boxes.at(-1)
    if (boxes.length < 3 || !first || !last) return document
    const sizeOf = (box: Box): number => (along === 'x' ? MEASURES.width : box.height)
    const taken = boxes.slice(0, -1).reduce((sum, box) => sum + sizeOf(box), 0)
    const gap = (last[along] - first[along] - taken) / (boxes.length - 1)
    let next = first[along]
    const to = new Map<string, Point>()
    for (const box of boxes) {
      to.set(box.id, { x: box.x, y: box.y, [along]: next })
      next += sizeOf(box) + gap
    }
    return move(to)(document)
  }

/** Places all nodes anew; with `ids`, only those, where the first of them stood. */
export const layOut =
  (ids?: readonly string[]): Edit =>
  (document) => {
    const { cards, links } = graphOf(document)
    const wanted = new Set(ids ?? cards.map((card) => card.id))
    const chosen = cards.filter((card) => wanted.has(card.id))
    const inside = links.filter((link) => wanted.has(link.source) && wanted.has(link.target))
    const left = ids ? Math.min(...chosen.map((card) => card.x)) : 0
    const top = ids ? Math.min(...chosen.map((card) => card.y)) : 0
    const to = [...layout(chosen, inside)].map(([id, { x, y }]) => [id, { x: x + left, y: y + top }] as const)
    return move(new Map(to))(document)
  }
