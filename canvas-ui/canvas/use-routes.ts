import { useCallback, useMemo, useState } from 'react'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Card, Link, Point } from './card.ts'
import { type Graph, graphOf } from './graph.ts'
import { type Crossing, crossingsOf } from './routing/crossings.ts'
import { Router } from './routing/router.ts'

export interface Routes {
  readonly graph: Graph
  /** Where a card or note is right now, while it is dragged. */
  readonly dragged: ReadonlyMap<string, Point>
  points(link: string): readonly Point[]
  readonly crossings: readonly Crossing[]
  /** Takes cards along with a drag. */
  drag(to: ReadonlyMap<string, Point>): void
  /** The drag is over: cards stand where the document says. */
  drop(): void
}

const NOWHERE: ReadonlyMap<string, Point> = new Map()

/** The graph of a document with its edges routed, also in the middle of a drag. */
export function useRoutes(document: JourneyDocument): Routes {
  const [dragged, setDragged] = useState(NOWHERE)
  const graph = useMemo(() => graphOf(document), [document])
  const { cards, router } = useRouter(graph)
  const points = useCallback((link: string) => router.points(link), [router])
  // A drag moves cards inside the router: `dragged` says that it did.
  const crossings = useMemo(() => crossingsOf(router.links, points), [router, points, dragged])
  const drag = useCallback(
    (to: ReadonlyMap<string, Point>) => {
      router.move(placed(cards, to))
      setDragged(to)
    },
    [cards, router],
  )
  const drop = useCallback(() => {
    router.move(cards)
    setDragged(NOWHERE)
  }, [cards, router])
  return { graph, dragged, points, crossings, drag, drop }
}

/** The router as it was for as long as cards and links stay the same: most edits change words only. */
function useRouter({ cards, links }: Graph): { cards: readonly Card[]; router: Router } {
  const [drawn, setDrawn] = useState(() => ({ cards, links, router: new Router(cards, links) }))
  if (sameCards(drawn.cards, cards) && sameLinks(drawn.links, links)) return drawn
  const next = { cards, links, router: new Router(cards, links) }
  setDrawn(next)
  return next
}

const placed = (cards: readonly Card[], to: ReadonlyMap<string, Point>): Card[] =>
  cards.flatMap((card) => {
    const at = to.get(card.id)
    return at ? [{ ...card, x: at.x, y: at.y }] : []
  })

const sameCards = (a: readonly Card[], b: readonly Card[]): boolean =>
  a.length === b.length &&
  a.every((card, i) => {
    const other = b[i]
    return card.id === other?.id && card.x === other.x && card.y === other.y && card.rows === other.rows
  })

const sameLinks = (a: readonly Link[], b: readonly Link[]): boolean =>
  a.length === b.length && a.every((link, i) => link.id === b[i]?.id && link.row === b[i]?.row)
