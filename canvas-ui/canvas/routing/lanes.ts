import { MEASURES } from '../card.ts'
import type { Path } from './find-path.ts'
import type { Segment } from './segment.ts'
import { beside, type Lane, spread } from './spread.ts'

const m = MEASURES

/** Sets `placed`. Groups that did not change since the last call keep their places; returns the paths of the others. */
export function placeSegments(segments: readonly Segment[]): Set<Path> {
  const touched = new Set<Path>()
  for (const lanes of groupsOf(lanesOf(segments))) {
    const members = lanes.flatMap((lane) => lane.segments)
    const known = members[0]?.group
    if (known && sizes.get(known) === members.length && members.every((s) => s.group === known)) continue
    const group = {}
    sizes.set(group, members.length)
    for (const segment of members) {
      segment.group = group
      touched.add(segment.path)
    }
    for (const lane of lanes) {
      lane.lowEnds = endsOf(lane, false)
      lane.highEnds = endsOf(lane, true)
    }
    spread(inOrder(lanes))
  }
  return touched
}

const sizes = new WeakMap<object, number>()

function lanesOf(segments: readonly Segment[]): Lane[] {
  const byTarget = new Map<string, Lane[]>()
  for (const s of [...segments].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const lanes = byTarget.get(s.path.link.target) ?? []
    byTarget.set(s.path.link.target, lanes)
    const lane = lanes.find((l) => s.from <= l.to && s.low <= l.high && l.low <= s.high)
    if (lane === undefined) {
      lanes.push({ segments: [s], from: s.from, to: s.to, low: s.low, high: s.high, lowEnds: [], highEnds: [] })
      continue
    }
    lane.segments.push(s)
    lane.to = Math.max(lane.to, s.to)
    lane.low = Math.max(lane.low, s.low)
    lane.high = Math.min(lane.high, s.high)
  }
  return [...byTarget.values()].flat()
}

const endsOf = (lane: Lane, high: boolean): number[] => [
  ...new Set(lane.segments.flatMap((s) => s.ends.filter((e) => e.high === high).map((e) => e.along))),
]

const targetOf = (lane: Lane): string => lane.segments[0]?.path.link.target ?? ''

/** Lanes that may push each other, directly or through others. */
function groupsOf(lanes: readonly Lane[]): Lane[][] {
  // Ties must not be broken by what stands in another group: an unchanged group keeps its places.
  const sorted = [...lanes].sort(
    (a, b) => a.low - b.low || a.from - b.from || a.to - b.to || (targetOf(a) < targetOf(b) ? -1 : 1),
  )
  const root = sorted.map((_, i) => i)
  const find = (i: number): number => {
    let r = i
    while (root[r] !== r) r = root[r] ?? r
    root[i] = r
    return r
  }
  sorted.forEach((lane, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j]
      if (other === undefined || other.low > lane.high + m.lane) break
      if (beside(lane, other)) root[Math.max(find(i), find(j))] = Math.min(find(i), find(j))
    }
  })
  const groups = new Map<number, Lane[]>()
  sorted.forEach((lane, i) => {
    const group = groups.get(find(i))
    if (group) group.push(lane)
    else groups.set(find(i), [lane])
  })
  return [...groups.values()]
}

/** Each lane goes where it crosses least among those already there; a second round mends early choices. */
function inOrder(lanes: readonly Lane[]): Lane[] {
  const order: Lane[] = []
  for (const lane of [...lanes, ...lanes]) {
    const now = order.indexOf(lane)
    if (now >= 0) order.splice(now, 1)
    let cost = 0
    let least = 0
    let best = 0
    order.forEach((other, i) => {
      cost += against(other, lane) - against(lane, other)
      if (beside(lane, other)) cost += crossings(other, lane) - crossings(lane, other)
      if (cost < least) {
        least = cost
        best = i + 1
      }
    })
    order.splice(best, 0, lane)
  }
  return order
}

/** How much their rooms are against `a` on the low side of `b`: also of lanes that meet only through others between. */
function against(a: Lane, b: Lane): number {
  if (a.low > b.high) return 1000
  return a.low + m.lane > b.high ? 30 : 0
}

/** Crossings of `a` and `b` when `a` is on the low side. Two ends in one row would run over each other: far worse. */
function crossings(a: Lane, b: Lane): number {
  let count = 0
  for (const along of a.highEnds) if (along > b.from && along < b.to) count++
  for (const along of b.lowEnds) {
    if (along > a.from && along < a.to) count++
    for (const other of a.highEnds) if (Math.abs(along - other) < 4) count += 20
  }
  return count
}
