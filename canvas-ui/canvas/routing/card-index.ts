import { type Card, cardHeight, MEASURES, type Rect } from '../card.ts'

const m = MEASURES

/** The rectangle around a card that edges stay out of. */
export interface Keepout extends Rect {
  readonly card: Card
}

const keepout = (card: Card): Keepout => ({
  card,
  left: card.x - m.clearLeft,
  right: card.x + m.width + m.clearRight,
  top: card.y - m.clearY,
  bottom: card.y + cardHeight(card.rows) + m.clearY,
})

/** Cards sorted by x. All cards have one width, so a range of x is one binary search and a short walk. */
export class CardIndex {
  readonly #byId = new Map<string, Keepout>()
  readonly #sorted: Keepout[]

  constructor(cards: readonly Card[]) {
    for (const card of cards) this.#byId.set(card.id, keepout(card))
    this.#sorted = [...this.#byId.values()].sort((a, b) => a.left - b.left)
  }

  card(id: string): Card | undefined {
    return this.#byId.get(id)?.card
  }

  /** Puts `card` where it is now; returns the keep-out it leaves. */
  move(card: Card): Keepout | undefined {
    const old = this.#byId.get(card.id)
    if (old) this.#sorted.splice(this.#sorted.indexOf(old), 1)
    const now = keepout(card)
    this.#byId.set(card.id, now)
    this.#sorted.splice(this.#firstFrom(now.left), 0, now)
    return old
  }

  /** Keep-outs that share inner area with the range; a line on the border of a keep-out is free. */
  within(range: Rect): Keepout[] {
    const found: Keepout[] = []
    const widest = m.width + m.clearLeft + m.clearRight
    for (let i = this.#firstFrom(range.left - widest); i < this.#sorted.length; i++) {
      const k = this.#sorted[i]
      if (k === undefined || k.left >= range.right) break
      if (k.right > range.left && k.top < range.bottom && k.bottom > range.top) found.push(k)
    }
    return found
  }

  #firstFrom(left: number): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle]?.left ?? 0) < left) low = middle + 1
      else high = middle
    }
    return low
  }
}
