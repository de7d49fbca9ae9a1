import { type Card, inHandle, type Link, MEASURES, outHandle, type Point, type Rect } from '../card.ts'
import type { CardIndex, Keepout } from './card-index.ts'
import { searchGrid } from './search-grid.ts'

const m = MEASURES

/**
 * An orthogonal path as the lines it runs on: y, x, y, … y. The first and last are the rows of the two handles,
 * so one number is a straight edge and three are one turn in a channel.
 */
export interface Path {
  readonly link: Link
  readonly start: Point
  readonly end: Point
  readonly lines: readonly number[]
  /** The path depends on no card outside this rectangle. */
  readonly interest: Rect
}

const NEAR = [160, 640] as const
const FAR = 1600

/** Where the edge runs, looking at cards only: other edges are dealt with in lanes. */
export function findPath(link: Link, source: Card, target: Card, cards: CardIndex): Path {
  const start = outHandle(source, link.row)
  const end = inHandle(target)
  const direct = directPath(start, end, source, target, cards)
  if (direct) return { link, start, end, ...direct }
  for (const margin of [...NEAR, FAR]) {
    const interest = around(start, end, margin)
    const lines = searchGrid(start, end, interest, cards.within(interest))
    if (lines) return { link, start, end, lines, interest }
  }
  return { link, start, end, lines: throughCards(start, end), interest: around(start, end, FAR) }
}

/** Straight, or one turn as close to the target as free room allows, so that edges to one target meet early. */
function directPath(start: Point, end: Point, source: Card, target: Card, cards: CardIndex) {
  let low = start.x + m.clearRight
  let high = end.x - m.clearLeft
  if (low > high) return undefined
  const { top, bottom } = around(start, end, 0)
  // A card whose keep-out ends at the very row of a handle has a say too.
  const interest = { left: low, right: high, top: top - 0.5, bottom: bottom + 0.5 }
  const between = cards.within(interest).filter((k) => k.card.id !== source.id && k.card.id !== target.id)
  for (const k of between) {
    if (crossesRow(k, start.y)) high = Math.min(high, k.left)
    if (crossesRow(k, end.y)) low = Math.max(low, k.right)
  }
  if (start.y === end.y) return high === end.x - m.clearLeft ? { lines: [start.y], interest } : undefined
  const x = lastGap(low, high, between)
  return x === undefined ? undefined : { lines: [start.y, x, end.y], interest }
}

const crossesRow = (k: Keepout, y: number): boolean => k.top < y && k.bottom > y

function lastGap(low: number, high: number, blockers: readonly Keepout[]): number | undefined {
  let x = high
  for (const k of [...blockers].sort((a, b) => b.right - a.right)) {
    if (k.right <= x) break
    x = Math.min(x, k.left)
  }
  return x >= low ? x : undefined
}

/** Cards that overlap or stand close can shut a handle in. The edge is drawn all the same, over them where it must. */
function throughCards(start: Point, end: Point): number[] {
  const out = start.x + m.clearRight
  const into = end.x - m.clearLeft
  if (out <= into) return [start.y, into, end.y]
  if (start.x < end.x) return [start.y, (start.x + end.x) / 2, end.y]
  return [start.y, out, (start.y + end.y) / 2, into, end.y]
}

const around = (a: Point, b: Point, margin: number): Rect => ({
  left: Math.min(a.x, b.x) - margin,
  right: Math.max(a.x, b.x) + margin,
  top: Math.min(a.y, b.y) - margin,
  bottom: Math.max(a.y, b.y) + margin,
})
