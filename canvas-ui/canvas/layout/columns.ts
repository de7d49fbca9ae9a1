import { type Card, cardHeight, type Link, MEASURES, outcomeY } from '../card.ts'
import { groupBy } from '../group-by.ts'

export type Unplaced = Omit<Card, 'x' | 'y'>

/** A card, or the place kept free in a column for the edges that pass it on their way to one target. */
export interface Slot {
  readonly column: number
  readonly height: number
  readonly card: Unplaced | undefined
  order: number
  block: Block
  /** Distance below the top of its block. */
  offset: number
}

/** Slots on one straight run of edges: they move up and down together. */
export interface Block {
  slots: Slot[]
  y: number
}

/** A piece of an edge, from one column to the next. */
export interface Wire {
  readonly from: Slot
  readonly to: Slot
  readonly outY: number
  readonly inY: number
  /** Whether the edge is the one of its card that should be straight. */
  readonly main: boolean
}

export interface Columns {
  columns: Slot[][]
  wires: Wire[]
  /** Edges that lead back, by the columns of their ends. */
  back: { readonly from: number; readonly to: number; readonly target: string }[]
}

export const topOf = (slot: Slot): number => slot.block.y + slot.offset

/** Cards by their distance from the beginning, with a slot in every column that an edge passes. */
export function columnsOf(cards: readonly Unplaced[], links: readonly Link[]): Columns {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const known = links.filter((link) => byId.has(link.source) && byId.has(link.target))
  const forward = forwardLinks(cards, known)
  const rank = ranksOf(cards, forward)
  const rankOf = (id: string): number => rank.get(id) ?? 0
  const columns: Slot[][] = Array.from({ length: Math.max(-1, ...rank.values()) + 1 }, () => [])
  const slots = new Map<string, Slot>()
  const slotOf = (key: string, column: number): Slot => {
    const found = slots.get(key)
    if (found) return found
    const card = byId.get(key)
    const beside = columns[column] ?? []
    const block: Block = { slots: [], y: 0 }
    const slot: Slot = {
      column,
      card,
      height: card ? cardHeight(card.rows) : 0,
      order: beside.length,
      block,
      offset: 0,
    }
    block.slots.push(slot)
    beside.push(slot)
    slots.set(key, slot)
    return slot
  }

  const wires = new Map<string, Wire>()
  const main = mainLinks(forward)
  for (const link of forward) {
    const last = rankOf(link.target)
    let from = slotOf(link.source, rankOf(link.source))
    let key = link.id
    for (let column = from.column + 1; column <= last; column++) {
      const toKey = column === last ? link.target : `${link.target}@${column}`
      const to = slotOf(toKey, column)
      const outY = from.card ? outcomeY(from.card.rows, link.row) : 0
      wires.set(`${key}>${toKey}`, {
        from,
        to,
        outY,
        inY: to.card ? MEASURES.handle : 0,
        main: !from.card || main.has(link),
      })
      from = to
      key = toKey
    }
  }
  for (const card of cards) slotOf(card.id, rankOf(card.id))
  const ahead = new Set(forward)
  const back = known.flatMap((link) =>
    ahead.has(link) ? [] : [{ from: rankOf(link.source), to: rankOf(link.target), target: link.target }],
  )
  return { columns, wires: [...wires.values()], back }
}

/** Links in walking order, without those that lead back to a card still being walked. */
function forwardLinks(cards: readonly Unplaced[], links: readonly Link[]): Link[] {
  const leaving = groupBy(
    [...links].sort((a, b) => a.row - b.row),
    (link) => link.source,
  )
  const entered = new Set(links.filter((link) => link.source !== link.target).map((link) => link.target))
  const state = new Map<string, 'open' | 'done'>()
  const forward: Link[] = []
  for (const root of [...cards.filter((card) => !entered.has(card.id)), ...cards]) {
    const stack = state.has(root.id) ? [] : [{ id: root.id, next: 0 }]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      state.set(top.id, 'open')
      const link = leaving.get(top.id)?.[top.next++]
      if (!link) {
        state.set(top.id, 'done')
        stack.pop()
      } else if (state.get(link.target) !== 'open') {
        forward.push(link)
        if (!state.has(link.target)) stack.push({ id: link.target, next: 0 })
      }
    }
  }
  return forward
}

/** Each card one column after the last card that leads to it; a card nothing leads to stands before its first target. */
function ranksOf(cards: readonly Unplaced[], links: readonly Link[]): Map<string, number> {
  const into = groupBy(links, (link) => link.target)
  const outOf = groupBy(links, (link) => link.source)
  const rank = new Map<string, number>()
  const waiting = new Map(cards.map((card) => [card.id, into.get(card.id)?.length ?? 0]))
  const walk = cards.filter((card) => !waiting.get(card.id)).map((card) => card.id)
  for (const id of walk) {
    rank.set(id, Math.max(-1, ...(into.get(id) ?? []).map((link) => rank.get(link.source) ?? 0)) + 1)
    for (const { target } of outOf.get(id) ?? []) {
      waiting.set(target, (waiting.get(target) ?? 0) - 1)
      if (waiting.get(target) === 0) walk.push(target)
    }
  }
  for (const id of walk.reverse()) {
    const targets = (outOf.get(id) ?? []).map((link) => rank.get(link.target) ?? 0)
    if (targets.length > 0 && !into.has(id)) rank.set(id, Math.min(...targets) - 1)
  }
  return rank
}

/** Of the targets of a card, the middle one runs straight: as many branches go up as down. */
function mainLinks(links: readonly Link[]): Set<Link> {
  const main = new Set<Link>()
  for (const siblings of groupBy(links, (link) => link.source).values()) {
    const first = new Map<string, Link>()
    for (const link of [...siblings].sort((a, b) => a.row - b.row)) {
      if (!first.has(link.target)) first.set(link.target, link)
    }
    const middle = [...first.values()][(first.size - 1) >> 1]
    if (middle) main.add(middle)
  }
  return main
}
