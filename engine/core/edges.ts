/** Ways in and out of a node that nobody drew, as the negative outcome numbers of edge counts. Drawn outcomes are 0, 1, 2 … */
export const SPECIAL_EDGES = {
  enter: -1,
  'moved-in': -2,
  'pushed-in': -3,
  exit: -4,
  goal: -5,
  stopped: -6,
  'moved-out': -7,
  'pulled-out': -8,
  merged: -9,
  erased: -10,
  /** Not a way out: how many stand at the node as failed, +1 when one fails, −1 when it is retried or taken out. */
  failed: -11,
} as const

const INWARD: ReadonlySet<number> = new Set([
  SPECIAL_EDGES.enter,
  SPECIAL_EDGES['moved-in'],
  SPECIAL_EDGES['pushed-in'],
])

export interface EdgeTotal {
  readonly node: number
  readonly outcome: number
  readonly n: number
}

export interface NodeCount {
  readonly in: number
  readonly out: number
  readonly failed: number
  /** in − out − failed: those who wait at the node. */
  readonly waiting: number
}

/** Adds edge totals up per node. `next[node][outcome]` is the target's index, negative where the member leaves. */
export function nodeCounts(totals: readonly EdgeTotal[], next: readonly (readonly number[])[]): NodeCount[] {
  const sums = next.map(() => ({ in: 0, out: 0, failed: 0 }))
  for (const { node, outcome, n } of totals) {
    const sum = sums[node]
    if (!sum) continue
    if (outcome === SPECIAL_EDGES.failed) sum.failed += n
    else if (INWARD.has(outcome)) sum.in += n
    else {
      sum.out += n
      const target = sums[next[node]?.[outcome] ?? -1]
      if (target) target.in += n
    }
  }
  return sums.map((s) => ({ ...s, waiting: s.in - s.out - s.failed }))
}
