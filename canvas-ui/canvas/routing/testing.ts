import fc from 'fast-check'
import { type Card, cardRect, GRID, type Link, type Rect, touches } from '../card.ts'

/** Cards and the edges between them. */
export interface Drawing {
  readonly cards: Card[]
  readonly links: Link[]
}

const place = fc.record({ x: fc.integer({ min: 0, max: 180 }), y: fc.integer({ min: 0, max: 140 }) })

/** Where a card may be put. */
export const somewhere = place.map(({ x, y }) => ({ x: GRID * x, y: GRID * y }))

/** Cards anywhere on the grid, with the least room an edge needs between them, and an edge from every outcome. */
export const drawings: fc.Arbitrary<Drawing> = fc
  .array(fc.record({ at: somewhere, rows: fc.nat(4), targets: fc.array(fc.nat(29), { minLength: 4, maxLength: 4 }) }), {
    minLength: 2,
    maxLength: 30,
  })
  .map((wanted) => {
    const cards: Card[] = []
    const targets: number[][] = []
    for (const { at, rows, targets: to } of wanted) {
      const card = { id: `n${cards.length}`, ...at, rows }
      if (cards.some((other) => touches(withRoom(card), cardRect(other)))) continue
      cards.push(card)
      targets.push(to)
    }
    const links = cards.flatMap((card, i) =>
      Array.from({ length: Math.max(1, card.rows) }, (_, row) => ({
        id: `${card.id}:${row}`,
        source: card.id,
        row,
        target: `n${(targets[i]?.[row] ?? 0) % cards.length}`,
      })),
    )
    return { cards, links }
  })

function withRoom(card: Card): Rect {
  const { left, right, top, bottom } = cardRect(card)
  return { left: left - 26, right: right + 26, top: top - 18, bottom: bottom + 18 }
}
