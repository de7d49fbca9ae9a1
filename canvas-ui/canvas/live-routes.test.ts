import { expect, it } from 'vitest'
import type { Card, Link } from './card.ts'
import { LiveRoutes } from './live-routes.ts'

/** 25 columns of 20 cards, each with an edge to the next, every fourth with another to a card further down. */
const cards: Card[] = Array.from({ length: 500 }, (_, i) => ({
  id: `n${i}`,
  x: 256 * Math.floor(i / 20),
  y: 160 * (i % 20),
  rows: 2,
}))
const links: Link[] = cards.flatMap(({ id }, i) =>
  (i % 4 === 0 ? [20, 23] : [20]).flatMap((step, row) => {
    const target = cards[i + step]
    return target ? [{ id: `${id}:${row}`, source: id, row, target: target.id }] : []
  }),
)
const moved = (id: string, by: number): Card[] =>
  cards.flatMap((card) => (card.id === id ? [{ ...card, x: card.x + by, y: card.y + by }] : []))

it('a step of a drag among 500 nodes is told only to the edges that run elsewhere now, and those are few', () => {
  const routes = new LiveRoutes(cards, links)
  const before = new Map(links.map(({ id }) => [id, routes.points(id)]))
  const told: string[] = []
  for (const { id } of links) routes.listenTo(id, () => told.push(id))
  routes.move(moved('n250', 8))
  expect(told).toEqual(links.filter(({ id }) => before.get(id) !== routes.points(id)).map(({ id }) => id))
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(links.length / 20)
})

it('crossings are worked out again once an edge moved, and not before', () => {
  const routes = new LiveRoutes(cards, links)
  const before = routes.crossings()
  expect(routes.crossings()).toBe(before)
  routes.move(moved('n250', 40))
  expect(routes.crossings()).not.toBe(before)
})
