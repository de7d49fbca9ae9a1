import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Card, Link, Point } from './card.ts'
import { type Crossing, crossingsOf } from './routing/crossings.ts'
import { Router } from './routing/router.ts'

/** Edges as they are routed now. In a drag only those who draw a changed edge hear of it: React has nothing else to do. */
export class LiveRoutes {
  readonly #router: Router
  readonly #byLink = new Map<string, Set<() => void>>()
  readonly #ofAny = new Set<() => void>()
  #crossings: readonly Crossing[] | undefined

  constructor(cards: readonly Card[], links: readonly Link[]) {
    this.#router = new Router(cards, links)
  }

  points(link: string): readonly Point[] {
    return this.#router.points(link)
  }

  readonly crossings = (): readonly Crossing[] => {
    this.#crossings ??= crossingsOf(this.#router.links, (link) => this.points(link))
    return this.#crossings
  }

  /** Moves cards, and tells the listeners of the links that changed. */
  move(cards: readonly Card[]): void {
    const changed = this.#router.move(cards)
    if (changed.length === 0) return
    this.#crossings = undefined
    for (const link of changed) for (const listener of this.#byLink.get(link) ?? []) listener()
    for (const listener of this.#ofAny) listener()
  }

  /** Hears of changes of one link; answers how to stop that. */
  listenTo(link: string, listener: () => void): () => void {
    const listeners = this.#byLink.get(link) ?? new Set()
    this.#byLink.set(link, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Hears of changes of any link; answers how to stop that. */
  readonly listen = (listener: () => void): (() => void) => {
    this.#ofAny.add(listener)
    return () => this.#ofAny.delete(listener)
  }
}

/** The routes that a canvas draws, for the lines on it. */
export const RoutesContext = createContext(new LiveRoutes([], []))

/** The corners of an edge as they are now. */
export function usePoints(link: string): readonly Point[] {
  const routes = useContext(RoutesContext)
  const listen = useCallback((listener: () => void) => routes.listenTo(link, listener), [routes, link])
  return useSyncExternalStore(listen, () => routes.points(link))
}

/** Where edges cross as they run now. */
export function useCrossings(): readonly Crossing[] {
  const routes = useContext(RoutesContext)
  return useSyncExternalStore(routes.listen, routes.crossings)
}
