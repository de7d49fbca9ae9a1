import type { TrialSpec } from '../journey/trial.ts'
import { type Difference, newcombe, welch } from './intervals.ts'
import { type SampleRatio, sampleRatio } from './sample-ratio.ts'

/** People of one arm. `measured` are those whose time for the goal is over; conversions and money are theirs. */
export interface Measured {
  readonly arm: string
  readonly drawn: number
  readonly measured: number
  readonly conversions: number
  readonly sum: number
  readonly sumOfSquares: number
}

export interface ArmResult extends Measured {
  /** Against the baseline: of conversion rates, or of money a person where the goal has revenue. Absent of the baseline itself. */
  readonly lift?: Difference
}

/** Why no arm is better: people are missing, arms were filled wrongly, or none differs enough. */
export type Undecided = 'too-few' | 'sample-ratio' | 'no-difference'

export interface Verdict {
  readonly arms: readonly ArmResult[]
  readonly sampleRatio: SampleRatio
  /** What the rule says now; it counts at the horizon only. */
  readonly best: string | undefined
  readonly undecided: Undecided | undefined
}

const CONFIDENCE = 0.95
const NOBODY = { drawn: 0, measured: 0, conversions: 0, sum: 0, sumOfSquares: 0 }

/**
 * Compares each arm of a trial with its baseline, at 95 % confidence over all comparisons together (Bonferroni). Best is the arm
 * furthest above the baseline of those whose interval is; the baseline, where all others are below it. A sample-ratio mismatch
 * is told instead of a winner.
 */
export function verdictOf(spec: TrialSpec, measured: readonly Measured[]): Verdict {
  const arms = spec.arms.map(({ id }) => measured.find(({ arm }) => arm === id) ?? { arm: id, ...NOBODY })
  const baseline = arms[spec.arms.findIndex((arm) => arm.baseline)]
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, arms.length - 1)
  const results = arms.map((arm): ArmResult => {
    if (!baseline || arm === baseline) return arm
    const lift = liftOf(spec, baseline, arm, confidence)
    return lift ? { ...arm, lift } : arm
  })
  const ratio = sampleRatio(spec.arms.map(({ percent }, i) => ({ people: arms[i]?.drawn ?? 0, share: percent })))
  const verdict = { arms: results, sampleRatio: ratio, best: undefined }
  if (ratio.mismatch) return { ...verdict, undecided: 'sample-ratio' }
  const takesPart = (arm: Measured) => (spec.arms.find(({ id }) => id === arm.arm)?.percent ?? 0) > 0
  const competing = results.filter(takesPart)
  if (competing.some((arm) => arm.measured < spec.minimum)) return { ...verdict, undecided: 'too-few' }
  const best = bestOf(
    competing.filter((arm) => arm.arm !== baseline?.arm),
    baseline,
  )
  return { ...verdict, best, undecided: best === undefined ? 'no-difference' : undefined }
}

function liftOf({ goal }: TrialSpec, baseline: Measured, arm: Measured, confidence: number): Difference | undefined {
  if (goal.revenue !== undefined) return welch(spent(baseline), spent(arm), confidence)
  return newcombe(shareOf(baseline), shareOf(arm), confidence)
}

const shareOf = ({ measured, conversions }: Measured) => ({ people: measured, conversions })
const spent = ({ measured, sum, sumOfSquares }: Measured) => ({ people: measured, sum, sumOfSquares })

function bestOf(others: readonly ArmResult[], baseline: Measured | undefined): string | undefined {
  const above = others.flatMap(({ arm, lift }) => (lift && lift.low > 0 ? [{ arm, by: lift.difference }] : []))
  const [first] = above.sort((a, b) => b.by - a.by)
  if (first) return first.arm
  const allBelow = others.length > 0 && others.every(({ lift }) => lift !== undefined && lift.high < 0)
  return allBelow ? baseline?.arm : undefined
}
