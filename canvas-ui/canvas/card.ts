/** A card on the canvas. `rows` is the number of named outcomes; 0 means one unnamed outcome. Pixels at 100 %. */
export interface Card {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly rows: number
}

/** A drawn edge: row `row` of `source` leads to `target`. */
export interface Link {
  readonly id: string
  readonly source: string
  readonly row: number
  readonly target: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Everything on the canvas stands on this grid: handles then fall on it too, so that straight edges are straight. */
export const GRID = 8

/** Measures of the node card and of the room an edge keeps. `clear*` is the wanted distance between an edge and a card. */
export const MEASURES = {
  width: 168,
  head: 64,
  rowsTop: 4,
  row: 24,
  rowsBottom: 4,
  /** From the top of a card down to its way in, and to its way out where the outcome has no name. */
  handle: 32,
  channel: 56,
  rowGap: 24,
  /** Distance of two edges that run side by side. */
  lane: 13,
  /** An arrow head and a corner fit before the target. */
  clearLeft: 14,
  /** A handle and a corner fit after the source. */
  clearRight: 10,
  clearY: 8,
} as const

const m = MEASURES

export const cardHeight = (rows: number): number =>
  rows === 0 ? m.head : m.head + m.rowsTop + m.row * rows + m.rowsBottom

/** Distance of an outcome's handle from the top of its card. */
export const outcomeY = (rows: number, row: number): number =>
  rows === 0 ? m.handle : m.head + m.rowsTop + m.row * (row + 0.5)

export const inHandle = (card: Card): Point => ({ x: card.x, y: card.y + m.handle })

export const outHandle = (card: Card, row: number): Point => ({
  x: card.x + m.width,
  y: card.y + outcomeY(card.rows, row),
})

export const cardRect = (card: Card): Rect => ({
  left: card.x,
  top: card.y,
  right: card.x + m.width,
  bottom: card.y + cardHeight(card.rows),
})

/** Whether two rectangles share inner area. */
export const touches = (a: Rect, b: Rect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

export const snap = (value: number): number => GRID * Math.round(value / GRID)
