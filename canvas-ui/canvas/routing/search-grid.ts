import { MEASURES, type Point, type Rect } from '../card.ts'
import type { Keepout } from './card-index.ts'
import { Heap } from './heap.ts'

const m = MEASURES
/** A turn costs as much as this many pixels of way. */
const TURN_COST = 40
/** Past this many steps a way is too winding to be worth reading, and the frame too late. */
const MOST_STEPS = 20_000
const RIGHT = 0
const LEFT = 1
const UP = 2
const DOWN = 3

/** Working memory, kept between calls: clearing it costs less than allocating it in every frame of a drag. */
let best = new Float64Array(0)
let from = new Int32Array(0)

/**
 * Shortest orthogonal way with few turns from `start` (leaving right) to `end` (arriving right): A* over the grid of
 * keep-out borders inside `range`. Returns the lines of the path, or undefined when no way exists inside the range.
 */
export function searchGrid(start: Point, end: Point, range: Rect, cards: readonly Keepout[]): number[] | undefined {
  const out = start.x + m.clearRight
  const into = end.x - m.clearLeft
  if (cards.some((k) => contains(k, out, start.y) || contains(k, into, end.y))) return undefined
  const xs = axis([out, into, ...cards.flatMap((k) => [k.left, k.right])], range.left, range.right)
  const ys = axis([start.y, end.y, ...cards.flatMap((k) => [k.top, k.bottom])], range.top, range.bottom)
  const across = xs.length
  const blocked = blockedSteps(xs, ys, cards)
  const states = across * ys.length * 4
  if (best.length < states) {
    best = new Float64Array(states * 2)
    from = new Int32Array(states * 2)
  }
  best.fill(Number.POSITIVE_INFINITY, 0, states)
  const open = new Heap()
  const goal = at(ys, end.y) * across + at(xs, into)
  const first = (at(ys, start.y) * across + at(xs, out)) * 4 + RIGHT
  best[first] = 0
  from[first] = -1
  open.push(0, first)
  let steps = 0
  for (let state = open.pop(); state >= 0 && steps++ < MOST_STEPS; state = open.pop()) {
    const cell = state >> 2
    const direction = state & 3
    if (cell === goal && direction !== LEFT) return linesOf(state, xs, ys, end.y)
    const i = cell % across
    const j = (cell - i) / across
    const cost = best[state] ?? Number.POSITIVE_INFINITY
    for (let turn = RIGHT; turn <= DOWN; turn++) {
      if (turn !== direction && turn >> 1 === direction >> 1) continue // no way back on itself
      const i2 = i + (turn === RIGHT ? 1 : turn === LEFT ? -1 : 0)
      const j2 = j + (turn === DOWN ? 1 : turn === UP ? -1 : 0)
      if (i2 < 0 || j2 < 0 || i2 >= across || j2 >= ys.length) continue
      const step = Math.min(j, j2) * across + Math.min(i, i2)
      if ((blocked[step] ?? 0) & (turn >> 1 === 0 ? 1 : 2)) continue
      const x2 = xs[i2] ?? 0
      const y2 = ys[j2] ?? 0
      const next = (j2 * across + i2) * 4 + turn
      const way =
        cost + Math.abs(x2 - (xs[i] ?? 0)) + Math.abs(y2 - (ys[j] ?? 0)) + (turn === direction ? 0 : TURN_COST)
      if (way >= (best[next] ?? 0) - 1e-9) continue
      best[next] = way
      from[next] = state
      open.push(way + Math.abs(x2 - into) + Math.abs(y2 - end.y) + leastTurns(turn, x2 - into, y2 - end.y), next)
    }
  }
  return undefined
}

const contains = (k: Rect, x: number, y: number): boolean => k.left < x && k.right > x && k.top < y && k.bottom > y

/** A bound that never exceeds the true cost, so that A* stays exact. */
function leastTurns(direction: number, dx: number, dy: number): number {
  if (direction >= UP) return TURN_COST
  if (direction === LEFT) return 2 * TURN_COST
  return dy === 0 && dx <= 0 ? 0 : 2 * TURN_COST
}

const axis = (values: number[], low: number, high: number): number[] =>
  [...new Set(values)].filter((v) => v >= low && v <= high).sort((a, b) => a - b)

/** Index of the first value that is not below `value`. */
function at(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Bit 1: the step right from this cell is shut; bit 2: the step down is. */
function blockedSteps(xs: readonly number[], ys: readonly number[], cards: readonly Keepout[]): Uint8Array {
  const shut = new Uint8Array(xs.length * ys.length)
  for (const k of cards) {
    const i1 = at(xs, k.left)
    const i2 = at(xs, k.right)
    const j1 = at(ys, k.top)
    const j2 = at(ys, k.bottom)
    for (let j = j1; j < j2; j++) {
      for (let i = i1; i < i2; i++) {
        const cell = j * xs.length + i
        if (j > j1 || (ys[j] ?? 0) > k.top) shut[cell] = (shut[cell] ?? 0) | 1
        if (i > i1 || (xs[i] ?? 0) > k.left) shut[cell] = (shut[cell] ?? 0) | 2
      }
    }
  }
  return shut
}

function linesOf(goal: number, xs: readonly number[], ys: readonly number[], endY: number): number[] {
  const lines: number[] = []
  let axisBefore = -1
  for (let state = goal; state >= 0; state = from[state] ?? -1) {
    const cell = state >> 2
    const vertical = (state & 3) >> 1
    if (axisBefore === -1 && vertical) lines.push(endY)
    if (vertical !== axisBefore) lines.push((vertical ? xs[cell % xs.length] : ys[Math.floor(cell / xs.length)]) ?? 0)
    axisBefore = vertical
  }
  return lines.reverse()
}
