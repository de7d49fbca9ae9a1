import type { Point } from '../card.ts'

const RADIUS = 8

/** SVG path with rounded corners; stops `arrow` pixels short of the end, where the arrow head begins. */
export function svgPath(points: readonly Point[], arrow: number): string {
  const last = points.length - 1
  return points
    .map((p, i) => {
      const before = points[i - 1]
      const after = points[i + 1]
      if (!before) return `M${p.x},${p.y}`
      if (!after) return `L${p.x - arrow},${p.y}`
      // A corner takes half of each line it joins, and all of the first and last.
      const into = lengthOf(before, p) / (i === 1 ? 1 : 2)
      const out = i + 1 === last ? lengthOf(p, after) - arrow : lengthOf(p, after) / 2
      const radius = Math.max(0, Math.min(RADIUS, into, out))
      if (radius === 0) return `L${p.x},${p.y}`
      const a = towards(p, before, radius)
      const b = towards(p, after, radius)
      return `L${a.x},${a.y}Q${p.x},${p.y} ${b.x},${b.y}`
    })
    .join('')
}

const lengthOf = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

const towards = (p: Point, q: Point, by: number): Point => ({
  x: p.x + Math.sign(q.x - p.x) * by,
  y: p.y + Math.sign(q.y - p.y) * by,
})
