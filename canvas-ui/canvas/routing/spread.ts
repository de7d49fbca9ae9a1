import { MEASURES } from '../card.ts'
import type { Segment } from './segment.ts'

/** Where room is short, lanes first move closer down to this, */
const CLOSE = 8
/** then come nearer to the cards by so much, */
const GIVE = 4
/** then closer again, down to this, */
const CLOSEST = 4
/** then as near to the cards as can be, */
const MOST_GIVE = 16
/** then so close that two lines can still be told apart, and only where even that does not fit onto each other. */
const APART = 2.5
/** From a card's border. */
const OFF = 2
const STEP = 2.5

/** Segments of edges to one target that meet: they are drawn on top of each other. */
export interface Lane {
  readonly segments: Segment[]
  from: number
  to: number
  low: number
  high: number
  lowEnds: number[]
  highEnds: number[]
}

/** Whether two lanes run side by side somewhere. */
export const beside = (a: Lane, b: Lane): boolean => a.from < b.to + MEASURES.lane && b.from < a.to + MEASURES.lane

interface Pair {
  readonly low: number
  readonly high: number
  pitch: number
}

interface Bounds {
  readonly least: number[]
  readonly most: number[]
}

/** Sets `placed` of all segments. Lanes keep their order and stay in their room; where room is short, only those that share it move closer. */
export function spread(order: readonly Lane[]): void {
  const pairs: Pair[] = []
  order.forEach((b, high) => {
    order.slice(0, high).forEach((a, low) => {
      if (beside(a, b)) pairs.push({ low, high, pitch: MEASURES.lane })
    })
  })
  const { least, most } = boundsOf(order, pairs)
  const placed = order.map((lane, i) => {
    const low = least[i] ?? 0
    const high = Math.max(low, most[i] ?? 0)
    const middle = (low + high) / 2
    return lane.segments.some((s) => s.pull === 'high')
      ? Math.max(middle, high - MEASURES.lane)
      : Math.min(middle, low + MEASURES.lane)
  })
  for (const pair of pairs) {
    placed[pair.high] = Math.max(placed[pair.high] ?? 0, (placed[pair.low] ?? 0) + pair.pitch)
  }
  order.forEach((lane, i) => {
    for (const s of lane.segments) s.placed = Math.min(placed[i] ?? 0, Math.max(lane.high, most[i] ?? 0))
  })
}

/** The lowest and highest place of each lane beside its neighbours. */
function boundsOf(order: readonly Lane[], pairs: readonly Pair[]): Bounds {
  const give = order.map(() => 0)
  const most = order.map(mostGive)
  for (;;) {
    const low = order.map((lane, i) => lane.low - Math.min(give[i] ?? 0, most[i]?.low ?? 0))
    const high = order.map((lane, i) => lane.high + Math.min(give[i] ?? 0, most[i]?.high ?? 0))
    for (const p of pairs) low[p.high] = Math.max(low[p.high] ?? 0, (low[p.low] ?? 0) + p.pitch)
    for (const p of [...pairs].reverse()) high[p.low] = Math.min(high[p.low] ?? 0, (high[p.high] ?? 0) - p.pitch)
    const tight = (i: number): boolean => (low[i] ?? 0) > (high[i] ?? 0)
    const short = pairs.filter((p) => p.pitch > 0 && tight(p.low) && tight(p.high))
    if (short.length === 0) return { least: low, most: high }
    const closer = (least: number) => {
      const wide = short.filter((p) => p.pitch > least)
      for (const p of wide) p.pitch = Math.max(least, p.pitch - STEP)
      return wide.length > 0
    }
    const nearer = (by: number) => {
      const stiff = [...new Set(short.flatMap((p) => [p.low, p.high]))].filter((i) => (give[i] ?? 0) < by)
      for (const i of stiff) give[i] = by
      return stiff.length > 0
    }
    if (closer(CLOSE) || nearer(GIVE) || closer(CLOSEST) || nearer(MOST_GIVE) || closer(APART)) continue
    closer(0)
  }
}

/** How much nearer to the cards a lane can come. */
function mostGive(lane: Lane): { low: number; high: number } {
  if (lane.segments.some((s) => s.isFixed)) return { low: 0, high: 0 }
  const isVertical = (lane.segments[0]?.index ?? 0) % 2 === 1
  // What is left keeps a line beside a card and off its border.
  return isVertical
    ? { low: MEASURES.clearRight - OFF, high: MEASURES.clearLeft - OFF }
    : { low: MEASURES.clearY - OFF, high: MEASURES.clearY - OFF }
}
