import { type Card, cardRect, type Link, type Point, type Rect, touches } from '../card.ts'
import { CardIndex } from './card-index.ts'
import { findPath, type Path } from './find-path.ts'
import { placeSegments } from './lanes.ts'
import { fixedRow, type Segment, segmentOf } from './segment.ts'

/** How far beyond its border a card matters to edges. */
const AROUND = 14

interface Route {
  readonly path: Path
  rows: Segment[]
  channels: Segment[]
  /** Has a new path since the last placing. */
  found: boolean
  points: readonly Point[]
}

/** Keeps every edge routed while cards move. The result depends on the cards and links only, not on the way there. */
export class Router {
  readonly links: readonly Link[]
  readonly #cards: CardIndex
  readonly #routes = new Map<string, Route>()

  constructor(cards: readonly Card[], links: readonly Link[]) {
    this.#cards = new CardIndex(cards)
    this.links = links.filter((link) => this.#cards.card(link.source) && this.#cards.card(link.target))
    for (const link of this.links) this.#find(link)
    this.#place()
  }

  /** Corners of an edge, ends included. */
  points(link: string): readonly Point[] {
    return this.#routes.get(link)?.points ?? []
  }

  /** Moves cards; returns the ids of the links whose points changed. */
  move(cards: readonly Card[]): string[] {
    const moved = new Set(cards.map((card) => card.id))
    const dirty: Rect[] = []
    for (const card of cards) {
      const left = this.#cards.move(card)
      const { left: l, right, top, bottom } = cardRect(card)
      dirty.push({ left: l - AROUND, right: right + AROUND, top: top - AROUND, bottom: bottom + AROUND })
      if (left) dirty.push(left)
    }
    const isDirty = (area: Rect): boolean => dirty.some((d) => touches(d, area))
    for (const link of this.links) {
      const route = this.#routes.get(link.id)
      if (!route || moved.has(link.source) || moved.has(link.target) || isDirty(route.path.interest)) this.#find(link)
      else {
        if (route.rows.some((s) => isDirty(s.room))) route.rows = []
        if (route.channels.some((s) => isDirty(s.room))) route.channels = []
      }
    }
    return this.#place()
  }

  #find(link: Link): void {
    const source = this.#cards.card(link.source)
    const target = this.#cards.card(link.target)
    if (!source || !target) return
    const path = findPath(link, source, target, this.#cards)
    this.#routes.set(link.id, { path, rows: [], channels: [], found: true, points: this.points(link.id) })
  }

  /** Rows first: a vertical's room depends on where the rows at its two ends came to lie. */
  #place(): string[] {
    const routes = [...this.#routes.values()]
    const before = new Map(routes.map((route) => [route, route.rows.map((s) => s.placed)]))
    for (const route of routes) {
      if (route.rows.length > 0) continue
      const ends = new Set([0, route.path.lines.length - 1])
      const fixed = [...ends].flatMap((i) => fixedRow(route.path, i) ?? [])
      route.rows = [...this.#segments(route, route.path.lines, 2), ...fixed]
    }
    const touched = placeSegments(routes.flatMap((route) => route.rows))
    for (const route of routes) {
      const stale = touched.has(route.path) && route.rows.some((s, i) => s.placed !== before.get(route)?.[i])
      if (stale || route.channels.length === 0) {
        route.channels = this.#segments(route, withPlaces(route.path.lines, route.rows), 1)
      }
    }
    for (const path of placeSegments(routes.flatMap((route) => route.channels))) touched.add(path)
    return routes.flatMap((route) => {
      if (!touched.has(route.path) && !route.found) return []
      route.found = false
      const points = pointsOf(route.path, withPlaces(route.path.lines, [...route.rows, ...route.channels]))
      if (samePoints(points, route.points)) return []
      route.points = points
      return [route.path.link.id]
    })
  }

  #segments(route: Route, lines: readonly number[], first: 1 | 2): Segment[] {
    const found: Segment[] = []
    for (let i: number = first; i < lines.length - 1; i += 2) found.push(segmentOf(route.path, lines, i, this.#cards))
    return found
  }
}

function withPlaces(lines: readonly number[], segments: readonly Segment[]): number[] {
  const placed = [...lines]
  for (const s of segments) placed[s.index] = s.placed
  return placed
}

function pointsOf(path: Path, lines: readonly number[]): Point[] {
  const points = [path.start]
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1] ?? 0
    const b = lines[i] ?? 0
    points.push(i % 2 === 1 ? { x: b, y: a } : { x: a, y: b })
  }
  return [...points, path.end]
}

const samePoints = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every((p, i) => p.x === b[i]?.x && p.y === b[i]?.y)
