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
  /** Somebody by hand sent them on, past what they waited for; they come in by `pushed-in` where the main outcome leads. */
  'pushed-out': -12,
  /** Not a way in: how many were held out at the trigger, and never entered. */
  holdout: -13,
  /** Not a way out: how many times a refund sent somebody along the node's `reversed`, beside where they stand. */
  reversed: -14,
  /** Those sent by a refund come in by it where `reversed` leads: they did not enter. */
  'reversed-in': -15,
  /** Not a way: how many of them went all the way, so that they are not taken for those who entered. */
  'reversed-done': -16,
} as const

/** Not ways: how many of those who entered, or were held out, reached the first goal; one less for each goal after it. At node 0. */
export const GOAL_EDGES = { reached: -100, 'held-out': -200 } as const

const ASIDE: ReadonlySet<number> = new Set([
  SPECIAL_EDGES.failed,
  SPECIAL_EDGES.holdout,
  SPECIAL_EDGES.reversed,
  SPECIAL_EDGES['reversed-done'],
])

/** Whether an edge number counts something beside the ways in and out. */
export const isAside = (outcome: number): boolean => ASIDE.has(outcome) || outcome <= GOAL_EDGES.reached

const SPECIAL_NAMES = new Map<number, string>(Object.entries(SPECIAL_EDGES).map(([name, number]) => [number, name]))

/** The name of a way out: of a drawn outcome, or of one that nobody drew. Throws a RangeError on a number that is neither. */
export function outcomeName(outcomes: readonly string[], outcome: number): string {
  const name = outcomes[outcome] ?? SPECIAL_NAMES.get(outcome)
  if (name === undefined) throw new RangeError(`unknown outcome ${outcome}`)
  return name
}

/** Special ways into a node. */
export const INWARD_EDGES: ReadonlySet<number> = new Set([
  SPECIAL_EDGES.enter,
  SPECIAL_EDGES['moved-in'],
  SPECIAL_EDGES['pushed-in'],
  SPECIAL_EDGES['reversed-in'],
])

export interface EdgeTotal {
  readonly node: number
  readonly outcome: number
  readonly n: number
}

/** Who left a node: by the name of the drawn outcome, and by that of another way. */
export interface Departures {
  readonly out: Readonly<Record<string, number>>
  readonly left: Readonly<Record<string, number>>
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
    else if (isAside(outcome)) continue
    else if (INWARD_EDGES.has(outcome)) sum.in += n
    else {
      sum.out += n
      const target = sums[next[node]?.[outcome] ?? -1]
      if (target) target.in += n
    }
  }
  return sums.map((s) => ({ ...s, waiting: s.in - s.out - s.failed }))
}

/** Adds up per node who left it and how; ways that nobody took are absent. */
export function departures(totals: readonly EdgeTotal[], outcomes: readonly (readonly string[])[]): Departures[] {
  const sums = outcomes.map(() => ({ out: {} as Record<string, number>, left: {} as Record<string, number> }))
  for (const { node, outcome, n } of totals) {
    const sum = sums[node]
    if (!sum || n === 0 || isAside(outcome) || INWARD_EDGES.has(outcome)) continue
    const ways = outcome < 0 ? sum.left : sum.out
    const name = outcomeName(outcomes[node] ?? [], outcome)
    ways[name] = (ways[name] ?? 0) + n
  }
  return sums
}
