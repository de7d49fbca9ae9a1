import { GRID, MEASURES } from '../card.ts'
import { groupBy } from '../group-by.ts'
import { type Block, type Slot, topOf, type Wire } from './columns.ts'

const ROUNDS = 60
/**
 * An outcome lies below the handle of its card, so a straight run falls at each card and many of them stretch the page.
 * Only edges that come to lie this nearly straight by themselves are made straight.
 */
const NEARLY_STRAIGHT = 120
/** How hard every block is drawn to the top of the page, in edges. */
const GRAVITY = 0.5
const LANE = 2 * GRID

/** Joins slots to blocks along straight edges: those past cards first, then the main ones, as far as none cross. */
export function straighten(wires: readonly Wire[]): void {
  const misfit = new Map(wires.map((w) => [w, Math.abs(topOf(w.from) + w.outY - topOf(w.to) - w.inY)]))
  const ins = groupBy(wires, (w) => w.to)
  const outs = groupBy(wires, (w) => w.from)
  const weight = (w: Wire): number => (w.from.card ? 0 : 2) + (w.to.card ? 0 : 2) + (w.main ? 3 : 0)
  const tails = new Set<Slot>()
  const heads = new Set<Slot>()
  const straight = new Map<number, Wire[]>()
  for (const wire of [...wires].sort((a, b) => weight(b) - weight(a))) {
    const { from, to } = wire
    const onlyWay = outs.get(from)?.length === 1 && ins.get(to)?.length === 1
    if (!onlyWay && (misfit.get(wire) ?? 0) > NEARLY_STRAIGHT) continue
    const beside = straight.get(from.column) ?? []
    const crosses = beside.some((s) => (s.from.order - from.order) * (s.to.order - to.order) <= 0)
    if (crosses || tails.has(from) || heads.has(to)) continue
    straight.set(from.column, [...beside, wire])
    tails.add(from)
    heads.add(to)
    const shift = from.offset + wire.outY - wire.inY - to.offset
    const joined = to.block.slots
    for (const slot of joined) {
      slot.offset += shift
      slot.block = from.block
    }
    from.block.slots.push(...joined)
  }
}

interface Pair {
  readonly above: Block
  readonly below: Block
  readonly gap: number
}

/** Draws every block towards its neighbours and puts it on the grid. The mean of two placements that keep all gaps keeps all gaps too. */
export function settle(columns: readonly Slot[][], wires: readonly Wire[]): void {
  const blocks = [...new Set(columns.flat().map((slot) => slot.block))]
  const pairs = columns.flatMap(pairsOf)
  const overs = groupBy(pairs, (pair) => pair.below)
  const unders = groupBy(pairs, (pair) => pair.above)
  const order = topDown(blocks, (block) => (overs.get(block) ?? []).map((pair) => pair.above))
  const ins = groupBy(wires, (w) => w.to.block)
  const outs = groupBy(wires, (w) => w.from.block)
  const wantedBy = (block: Block): number => {
    const wanted = [
      ...(ins.get(block) ?? [])
        .filter((w) => w.from.block !== block)
        .map((w) => topOf(w.from) + w.outY - w.inY - w.to.offset),
      ...(outs.get(block) ?? [])
        .filter((w) => w.to.block !== block)
        .map((w) => topOf(w.to) + w.inY - w.outY - w.from.offset),
    ]
    return wanted.reduce((a, b) => a + b, 0) / (wanted.length + GRAVITY)
  }
  for (let round = 0; round <= ROUNDS; round++) {
    const wanted = new Map(order.map((block) => [block, round === 0 ? block.y : wantedBy(block)]))
    const low = new Map<Block, number>()
    const high = new Map<Block, number>()
    for (const block of order) {
      const limits = (overs.get(block) ?? []).map((pair) => (low.get(pair.above) ?? 0) + pair.gap)
      low.set(block, Math.max(wanted.get(block) ?? 0, ...limits))
    }
    for (const block of [...order].reverse()) {
      const limits = (unders.get(block) ?? []).map((pair) => (high.get(pair.below) ?? 0) - pair.gap)
      high.set(block, Math.min(wanted.get(block) ?? 0, ...limits))
    }
    for (const block of order) block.y = ((low.get(block) ?? 0) + (high.get(block) ?? 0)) / 2
  }
  const top = columns.flat().reduce((least, slot) => Math.min(least, topOf(slot)), Number.POSITIVE_INFINITY)
  // Gaps and offsets are whole grids, so that rounding down keeps them.
  for (const block of order) block.y = GRID * Math.floor((block.y - top) / GRID)
}

const pairsOf = (column: readonly Slot[]): Pair[] =>
  column.slice(1).flatMap((below, i) => {
    const above = column[i]
    if (!above) return []
    const room = above.card && below.card ? MEASURES.rowGap : LANE
    return [{ above: above.block, below: below.block, gap: above.offset + above.height + room - below.offset }]
  })

/** Blocks after all that stand above them. */
function topDown(blocks: readonly Block[], above: (block: Block) => Block[]): Block[] {
  const order = new Set<Block>()
  for (const root of blocks) {
    const stack = [root]
    for (let block = stack.at(-1); block; block = stack.at(-1)) {
      const open = above(block).filter((other) => !order.has(other))
      if (open.length > 0) stack.push(...open)
      else {
        order.add(block)
        stack.pop()
      }
    }
  }
  return [...order]
}
