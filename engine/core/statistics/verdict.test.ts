import { describe, expect, it } from 'vitest'
import type { TrialSpec } from '../journey/trial.ts'
import { type Measured, verdictOf } from './verdict.ts'

const arm = (id: string, percent: number, baseline = false) => ({ id, name: id, percent, baseline })
const spec = (more: Partial<TrialSpec> = {}): TrialSpec => ({
  arms: [arm('a', 50, true), arm('b', 50)],
  goal: { match: { event: 'order' }, within: { amount: 1, unit: 'day' } },
  minimum: 100,
  horizon: { amount: 14, unit: 'day' },
  picks: 'at-horizon',
  design: '',
  ...more,
})
const found = (id: string, people: number, conversions: number, more: Partial<Measured> = {}): Measured => ({
  ...{ arm: id, drawn: people, measured: people, conversions, sum: 0, sumOfSquares: 0 },
  ...more,
})
const said = (of: TrialSpec, ...arms: Measured[]) => {
  const { best, undecided } = verdictOf(of, arms)
  return best ?? undecided
}
const three = spec({ arms: [arm('a', 40, true), arm('b', 30), arm('c', 30)] })

describe('the rule that picks a winner says', () => {
  it.each([
    ['the better arm', spec(), [found('a', 1_000, 100), found('b', 1_000, 150)], 'b'],
    ['the baseline where the other is worse', spec(), [found('a', 1_000, 150), found('b', 1_000, 100)], 'a'],
    [
      'nothing where they do not differ enough',
      spec(),
      [found('a', 1_000, 100), found('b', 1_000, 110)],
      'no-difference',
    ],
    [
      'nothing where people are missing',
      spec({ minimum: 1_001 }),
      [found('a', 1_000, 1), found('b', 1_000, 500)],
      'too-few',
    ],
    ['nothing where an arm has nobody', spec(), [found('a', 1_000, 100)], 'sample-ratio'],
    ['nothing of nobody', spec(), [], 'too-few'],
    ['the mismatch instead of a winner', spec(), [found('a', 1_400, 100), found('b', 1_000, 500)], 'sample-ratio'],
    [
      'the best of those that are better',
      three,
      [found('a', 4_000, 400), found('b', 3_000, 400), found('c', 3_000, 450)],
      'c',
    ],
    [
      'not the baseline while one other may be as good',
      three,
      [found('a', 4_000, 400), found('b', 3_000, 200), found('c', 3_000, 295)],
      'no-difference',
    ],
    [
      'the baseline where all others are worse',
      three,
      [found('a', 4_000, 400), found('b', 3_000, 200), found('c', 3_000, 200)],
      'a',
    ],
  ])('%s', (_title, of, arms, expected) => expect(said(of, ...arms)).toBe(expected))

  it('by the money, where the goal has revenue', () => {
    const money = spec({ goal: { ...spec().goal, revenue: 'event.amount' } })
    const spent = (mean: number) => ({ sum: 1_000 * mean, sumOfSquares: 1_000 * (mean ** 2 + 100) })
    expect(said(money, found('a', 1_000, 150, spent(10)), found('b', 1_000, 100, spent(12)))).toBe('b')
  })

  it('of people whose time is over alone; all who were drawn are in the sample ratio', () => {
    const { sampleRatio, arms } = verdictOf(spec(), [
      found('a', 1_000, 100, { measured: 500 }),
      found('b', 1_000, 150, { measured: 900 }),
    ])
    expect(sampleRatio.mismatch).toBe(false)
    expect(arms[1]?.lift?.difference).toBeCloseTo(150 / 900 - 100 / 500, 12)
  })

  it('with wider intervals the more arms there are', () => {
    const width = (of: TrialSpec) => {
      const lift = verdictOf(of, [found('a', 400, 40), found('b', 300, 30), found('c', 300, 30)]).arms[1]?.lift
      return (lift?.high ?? 0) - (lift?.low ?? 0)
    }
    expect(width(three)).toBeGreaterThan(width(spec()))
  })
})
