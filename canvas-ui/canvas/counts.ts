import { REVERSED } from '../../engine/core/journey/refunds.ts'

/** People at one node of a running journey: absolute numbers. */
export interface NodeCounts {
  readonly entered: number
  readonly waiting: number
  readonly failed: number
  /** By outcome. */
  readonly out: Readonly<Record<string, number>>
  /** Whom refunds sent by its outcome `reversed`, beside where they stand. */
  readonly reversed?: number
}

/** People in a running journey, as the server counts them. */
export interface JourneyCounts {
  readonly nodes: Readonly<Record<string, NodeCounts>>
  readonly totals: { readonly entered: number }
}

/** Width of a running edge in pixels: a hint, the number is the fact. */
export const flowWidth = (people: number, entered: number): number =>
  Math.max(2, 1.5 + 9 * Math.sqrt(entered > 0 ? Math.min(1, people / entered) : 0))

/** How many went by an outcome of a node, those included whom refunds sent. */
export const peopleBy = ({ out, reversed = 0 }: NodeCounts, outcome: string): number =>
  (out[outcome] ?? 0) + (outcome === REVERSED ? reversed : 0)
