import { GRID, type Link, MEASURES, type Point } from '../card.ts'
import { type Columns, columnsOf, type Slot, topOf, type Unplaced } from './columns.ts'
import { reduceCrossings } from './order.ts'
import { settle, straighten } from './settle.ts'

const m = MEASURES

/** Places cards in columns from left to right, targets in the order of their outcomes; the middle outcome of a card runs straight. */
export function layout(cards: readonly Unplaced[], links: readonly Link[]): Map<string, Point> {
  const drawn = columnsOf(cards, links)
  reduceCrossings(drawn.columns, drawn.wires)
  settle(drawn.columns, drawn.wires)
  straighten(drawn.wires)
  settle(drawn.columns, drawn.wires)
  const xs = columnXs(drawn)
  return new Map(
    drawn.columns
      .flat()
      .flatMap((slot) => (slot.card ? [[slot.card.id, { x: xs[slot.column] ?? 0, y: topOf(slot) }] as const] : [])),
  )
}

interface Span {
  from: number
  to: number
}

/** A channel is as wide as the lanes side by side in it need. An edge that leads back takes a lane at both its ends. */
function columnXs({ columns, wires, back }: Columns): number[] {
  const xs = [0]
  columns.forEach((_, column) => {
    const spans = new Map<Slot, Span>()
    for (const wire of wires) {
      const y1 = topOf(wire.from) + wire.outY
      const y2 = topOf(wire.to) + wire.inY
      if (wire.from.column !== column || y1 === y2) continue
      const span = spans.get(wire.to) ?? { from: y2, to: y2 }
      spans.set(wire.to, { from: Math.min(span.from, y1), to: Math.max(span.to, y1) })
    }
    const leadBack = new Set(back.filter((b) => b.from === column || b.to === column + 1).map((b) => b.target))
    const lanes = mostAtOnce([...spans.values()]) + leadBack.size
    const channel = Math.max(m.channel, m.clearLeft + m.clearRight + lanes * m.lane)
    xs.push((xs.at(-1) ?? 0) + m.width + GRID * Math.ceil(channel / GRID))
  })
  return xs
}

const mostAtOnce = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map((span) => spans.filter((o) => o.from <= span.from && o.to >= span.from).length))
