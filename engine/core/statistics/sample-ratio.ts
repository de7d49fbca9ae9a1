import { chiSquareAbove } from './special.ts'

/** Seldomer than this by chance: the arms were not filled as they were meant to be. */
const MISMATCH = 0.001

/** How likely arms fill so unevenly by chance, and whether that is too seldom to trust a result. */
export interface SampleRatio {
  readonly p: number
  readonly mismatch: boolean
}

/** χ² of the people in arms against their shares, in any unit. People in an arm without a share are a mismatch at once. */
export function sampleRatio(arms: readonly { readonly people: number; readonly share: number }[]): SampleRatio {
  const people = arms.reduce((sum, arm) => sum + arm.people, 0)
  const shares = arms.reduce((sum, arm) => sum + arm.share, 0)
  const filled = arms.filter((arm) => arm.share > 0)
  if (filled.reduce((sum, arm) => sum + arm.people, 0) < people) return { p: 0, mismatch: true }
  if (people === 0 || filled.length < 2) return { p: 1, mismatch: false }
  const x = filled.reduce((sum, arm) => {
    const expected = (people * arm.share) / shares
    return sum + (arm.people - expected) ** 2 / expected
  }, 0)
  const p = chiSquareAbove(x, filled.length - 1)
  return { p, mismatch: p < MISMATCH }
}
