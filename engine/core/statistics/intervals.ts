import { studentQuantile } from './special.ts'

/** A difference between two groups, the second less the first, and the ends of its confidence interval. */
export interface Difference {
  readonly difference: number
  readonly low: number
  readonly high: number
}

/** So many of so many people. */
export interface Share {
  readonly people: number
  readonly conversions: number
}

/** Sums over people of what each spent. */
export interface Spending {
  readonly people: number
  readonly sum: number
  readonly sumOfSquares: number
}

const rateOf = ({ people, conversions }: Share) => conversions / people

/** The interval of a rate by Wilson's score. */
function wilson({ people, conversions }: Share, z: number): { low: number; high: number } {
  const p = conversions / people
  const centre = p + (z * z) / (2 * people)
  const half = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * people)) / people)
  const scale = 1 + (z * z) / people
  return { low: (centre - half) / scale, high: (centre + half) / scale }
}

/** The difference between two rates by Newcombe's hybrid score (his method 10); undefined where a group is empty. */
export function newcombe(before: Share, now: Share, confidence: number): Difference | undefined {
  if (before.people === 0 || now.people === 0) return undefined
  const z = studentQuantile((1 + confidence) / 2, Number.POSITIVE_INFINITY)
  const [p1, p2] = [rateOf(before), rateOf(now)]
  const [w1, w2] = [wilson(before, z), wilson(now, z)]
  const difference = p2 - p1
  return {
    difference,
    low: difference - Math.hypot(p2 - w2.low, w1.high - p1),
    high: difference + Math.hypot(w2.high - p2, p1 - w1.low),
  }
}

/** The difference between two means by Welch; undefined where a group is too small or nobody differs. */
export function welch(before: Spending, now: Spending, confidence: number): Difference | undefined {
  if (before.people < 2 || now.people < 2) return undefined
  const [a, b] = [errorOf(before), errorOf(now)]
  const both = a + b
  if (both === 0) return undefined
  const df = both ** 2 / (a ** 2 / (before.people - 1) + b ** 2 / (now.people - 1))
  const half = studentQuantile((1 + confidence) / 2, df) * Math.sqrt(both)
  const difference = now.sum / now.people - before.sum / before.people
  return { difference, low: difference - half, high: difference + half }
}

/** The squared standard error of a mean. */
function errorOf({ people, sum, sumOfSquares }: Spending): number {
  const variance = (sumOfSquares - sum ** 2 / people) / (people - 1)
  return Math.max(0, variance) / people
}
