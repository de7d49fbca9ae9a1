import { useCallback, useMemo, useState } from 'react'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Card, Link, Point } from './card.ts'
import { type Graph, graphOf } from './graph.ts'
import { LiveRoutes } from './live-routes.ts'

/** Where things are that are being dragged, by their ids on the canvas. */
export type Places = ReadonlyMap<string, Point>

export interface Routes {
  readonly graph: Graph
  readonly live: LiveRoutes
  /** Where a card or note is right now, while it is dragged. */
  readonly dragged: Places
  /** Takes cards along with a drag. */
  drag(to: Places): void
  /** The drag is over: cards stand where the document says. */
  drop(): void
}

const NOWHERE: Places = new Map()

/** The graph of a document with its edges routed, also in the middle of a drag. */
export function useRoutes(document: JourneyDocument): Routes {
  const [dragged, setDragged] = useState(NOWHERE)
  const graph = useMemo(() => graphOf(document), [document])
  const { cards, live } = useLiveRoutes(graph)
  const drag = useCallback(
    (to: Places) => {
      setDragged(to)
      live.move(placed(cards, to))
    },
    [cards, live],
  )
  const drop = useCallback(() => {
    setDragged(NOWHERE)
    live.move(cards)
  }, [cards, live])
  return { graph, live, dragged, drag, drop }
}

/** Routes as they were for as long as cards and links stay the same: most edits change words only. */
function useLiveRoutes({ cards, links }: Graph): { cards: readonly Card[]; live: LiveRoutes } {
  const [drawn, setDrawn] = useState(() => ({ cards, links, live: new LiveRoutes(cards, links) }))
  if (sameCards(drawn.cards, cards) && sameLinks(drawn.links, links)) return drawn
  const next = { cards, links, live: new LiveRoutes(cards, links) }
  setDrawn(next)
  return next
}

const placed = (cards: readonly Card[], to: Places): Card[] =>
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
