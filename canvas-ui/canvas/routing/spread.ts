import { MEASURES } from '../card.ts'
import type { Segment } from './segment.ts'

/** Where room is short, lanes first move closer down to this, */
const CLOSE = 8
/** then come nearer to the cards by so much, and only then closer still. */
const GIVE = 4
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
  for (;;) {
    // A row of a handle has no room at all and does not give way.
    const fixed = (lane: Lane): boolean => lane.low === lane.high
    const least = order.map((lane, i) => (fixed(lane) ? lane.low : lane.low - (give[i] ?? 0)))
    const most = order.map((lane, i) => (fixed(lane) ? lane.high : lane.high + (give[i] ?? 0)))
    for (const p of pairs) least[p.high] = Math.max(least[p.high] ?? 0, (least[p.low] ?? 0) + p.pitch)
    for (const p of [...pairs].reverse()) most[p.low] = Math.min(most[p.low] ?? 0, (most[p.high] ?? 0) - p.pitch)
    const tight = (i: number): boolean => (least[i] ?? 0) > (most[i] ?? 0)
    const short = pairs.filter((p) => p.pitch > 0 && tight(p.low) && tight(p.high))
    if (short.length === 0) return { least, most }
    const wide = short.filter((p) => p.pitch > CLOSE)
    const lanes = new Set(short.flatMap((p) => [p.low, p.high]))
    if (wide.length > 0) for (const p of wide) p.pitch = Math.max(CLOSE, p.pitch - STEP)
    else if ([...lanes].some((i) => give[i] === 0)) for (const i of lanes) give[i] = GIVE
    else for (const p of short) p.pitch = Math.max(0, p.pitch - STEP)
  }
}
