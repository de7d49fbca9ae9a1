import type { Link, Point } from '../card.ts'

/** Where the vertical line of edge `over` runs across the horizontal line of another, which leads to another target. */
export interface Crossing extends Point {
  readonly over: string
}

interface Horizontal {
  readonly y: number
  readonly left: number
  readonly right: number
  readonly target: string
}

/** Level lines are looked for by strips of the canvas, so many pixels wide. */
const STRIP = 512

/** Crossings of edges. Edges to one target meet rather than cross. */
export function crossingsOf(links: readonly Link[], pointsOf: (link: string) => readonly Point[]): Crossing[] {
  const strips = new Map<number, Horizontal[]>()
  for (const link of links) {
    eachLine(pointsOf(link.id), (p, q) => {
      if (p.y !== q.y) return
      const level = { y: p.y, left: Math.min(p.x, q.x), right: Math.max(p.x, q.x), target: link.target }
      for (let strip = stripOf(level.left); strip <= stripOf(level.right); strip++) {
        const there = strips.get(strip)
        if (there) there.push(level)
        else strips.set(strip, [level])
      }
    })
  }
  for (const levels of strips.values()) levels.sort((a, b) => a.y - b.y)
  const found = new Map<string, Crossing>()
  for (const link of links) {
    eachLine(pointsOf(link.id), (p, q) => {
      if (p.x !== q.x) return
      const bottom = Math.max(p.y, q.y)
      const levels = strips.get(stripOf(p.x)) ?? []
      for (let i = firstBelow(levels, Math.min(p.y, q.y)); i < levels.length; i++) {
        const h = levels[i]
        if (!h || h.y >= bottom) break
        if (h.left >= p.x || h.right <= p.x || h.target === link.target) continue
        // Edges that share a lane cross in one place: one bridge carries them all.
        const key = `${link.target} ${p.x} ${h.y}`
        if (!found.has(key)) found.set(key, { over: link.id, x: p.x, y: h.y })
      }
    })
  }
  return [...found.values()]
}

const stripOf = (x: number): number => Math.floor(x / STRIP)

function eachLine(points: readonly Point[], visit: (p: Point, q: Point) => void): void {
  for (let i = 1; i < points.length; i++) {
    const p = points[i - 1]
    const q = points[i]
    if (p && q) visit(p, q)
  }
}

function firstBelow(sorted: readonly Horizontal[], y: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.y ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return low
}
