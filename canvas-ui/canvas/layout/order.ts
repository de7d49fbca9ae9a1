import { groupBy } from '../group-by.ts'
import type { Slot, Wire } from './columns.ts'

const SWEEPS = 12

/**
 * Orders the slots of each column so that few edges cross: sweeps to and fro, each slot going to the mean place of its
 * neighbours. Places are rows of outcomes, not cards, so that the order of outcomes decides between siblings.
 */
export function reduceCrossings(columns: Slot[][], wires: readonly Wire[]): void {
  const into = groupBy(wires, (wire) => wire.to)
  const outOf = groupBy(wires, (wire) => wire.from)
  const rowOf = (wire: Wire): number => wire.from.order + wire.outY / (wire.from.height + 1)
  const count = (): number =>
    columns.reduce(
      (sum, column) =>
        sum +
        crossingsOf(
          column.flatMap((slot) => outOf.get(slot) ?? []),
          rowOf,
        ),
      0,
    )

  let best = columns.map((column) => [...column])
  let least = count()
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    const down = sweep % 2 === 0
    for (const column of down ? columns : [...columns].reverse()) {
      const places = (slot: Slot): number[] =>
        down ? (into.get(slot) ?? []).map(rowOf) : (outOf.get(slot) ?? []).map((wire) => wire.to.order)
      const wanted = new Map(column.map((slot) => [slot, meanOf(places(slot)) ?? slot.order]))
      column.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
      number(column)
    }
    const now = count()
    if (now >= least) continue
    least = now
    best = columns.map((column) => [...column])
  }
  best.forEach((column, i) => {
    columns[i] = column
    number(column)
  })
}

const number = (column: readonly Slot[]): void =>
  column.forEach((slot, order) => {
    slot.order = order
  })

const meanOf = (values: readonly number[]): number | undefined =>
  values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : undefined

/** Crossings among the wires between two columns. */
function crossingsOf(wires: readonly Wire[], rowOf: (wire: Wire) => number): number {
  const targets = [...wires].sort((a, b) => rowOf(a) - rowOf(b) || a.to.order - b.to.order).map((wire) => wire.to.order)
  let count = 0
  targets.forEach((target, i) => {
    for (let j = i + 1; j < targets.length; j++) if ((targets[j] ?? 0) < target) count++
  })
  return count
}
