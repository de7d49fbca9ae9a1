import fc from 'fast-check'
import jstat from 'jstat'
import { describe, expect, it } from 'vitest'
import { newcombe, welch } from './intervals.ts'
import { sampleRatio } from './sample-ratio.ts'
import { chiSquareAbove, incompleteBeta, logGamma, studentBelow, studentQuantile, upperGamma } from './special.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** Both agree to so many parts of the greater. */
function agree(mine: number, theirs: number, parts: number): void {
  expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(parts * Math.max(1, Math.abs(theirs)))
}

describe('special functions agree with jstat on', () => {
  it('ln Γ', () => {
    fc.assert(fc.property(between(0.01, 1e4), (x) => agree(logGamma(x), jstat.gammaln(x), 1e-10)))
  })

  it('the incomplete beta', () => {
    fc.assert(
      fc.property(between(0.001, 0.999), between(0.1, 300), between(0.1, 300), (x, a, b) =>
        agree(incompleteBeta(x, a, b), jstat.ibeta(x, a, b), 1e-7),
      ),
    )
  })

  it('the incomplete gamma', () => {
    fc.assert(
      fc.property(between(0.1, 200), between(0.001, 400), (a, x) =>
        agree(upperGamma(a, x), 1 - jstat.lowRegGamma(a, x), 1e-8),
      ),
    )
  })

  it('Student’s t, its quantile, and χ²', () => {
    fc.assert(
      fc.property(between(-20, 20), between(1, 500), between(0.51, 0.999), (t, df, p) => {
        agree(studentBelow(t, df), jstat.studentt.cdf(t, df), 1e-7)
        agree(studentQuantile(p, df), jstat.studentt.inv(p, df), 1e-5)
        agree(studentQuantile(p, Number.POSITIVE_INFINITY), jstat.normal.inv(p, 0, 1), 1e-4)
        agree(chiSquareAbove(Math.abs(t), df), 1 - jstat.chisquare.cdf(Math.abs(t), df), 1e-7)
      }),
    )
  })
})

describe('special functions are', () => {
  it.each([
    ['z of 97.5 %', studentQuantile(0.975, Number.POSITIVE_INFINITY), 1.959963984540054],
    ['z of 99.5 %', studentQuantile(0.995, Number.POSITIVE_INFINITY), 2.575829303548901],
    ['t of 97.5 % at 10', studentQuantile(0.975, 10), 2.2281388519649385],
    ['t of 97.5 % at 1', studentQuantile(0.975, 1), 12.706204736174698],
    ['χ² of 3.841… at 1', chiSquareAbove(3.841458820694124, 1), 0.05],
    ['Γ(5)', Math.exp(logGamma(5)), 24],
  ])('as the tables say: %s', (_title, mine, table) => expect(mine).toBeCloseTo(table, 10))
})

describe('the interval of a difference', () => {
  // Newcombe 1998, table II, his method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %s/%s and %s/%s is as published', (a, m, b, n, low, high) => {
    const found = newcombe({ conversions: b, people: n }, { conversions: a, people: m }, 0.95)
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })

  it('of means is Welch’s', () => {
    // R: t.test(c(10, 20, 30, 40), c(1, 2, 3, 4, 5), conf.level = 0.95)
    const of = (values: number[]) => ({
      people: values.length,
      sum: values.reduce((a, b) => a + b, 0),
      sumOfSquares: values.reduce((a, b) => a + b * b, 0),
    })
    const found = welch(of([1, 2, 3, 4, 5]), of([10, 20, 30, 40]), 0.95)
    expect(found?.difference).toBeCloseTo(22, 10)
    const error = Math.sqrt(500 / 3 / 4 + 2.5 / 5)
    const df = error ** 4 / ((500 / 3 / 4) ** 2 / 3 + 0.5 ** 2 / 4)
    expect((found?.high ?? 0) - 22).toBeCloseTo(jstat.studentt.inv(0.975, df) * error, 6)
  })

  it('is not known of empty groups, nor of money where nobody differs', () => {
    expect(newcombe({ conversions: 0, people: 0 }, { conversions: 1, people: 2 }, 0.95)).toBeUndefined()
    const same = { people: 5, sum: 0, sumOfSquares: 0 }
    expect(welch(same, same, 0.95)).toBeUndefined()
    expect(welch({ ...same, people: 1 }, same, 0.95)).toBeUndefined()
  })
})

describe('the sample ratio', () => {
  it.each([
    ['even', [500, 500], [50, 50], false],
    ['a little apart', [520, 480], [50, 50], false],
    ['far apart', [600, 400], [50, 50], true],
    ['as uneven as it was meant to be', [900, 100], [90, 10], false],
    ['people in an arm that has no share', [500, 500, 1], [50, 50, 0], true],
    ['nobody yet', [0, 0], [50, 50], false],
  ])('of arms that are %s', (_title, people, shares, mismatch) => {
    const arms = people.map((n, i) => ({ people: n, share: shares[i] ?? 0 }))
    expect(sampleRatio(arms).mismatch).toBe(mismatch)
  })

  it('is a χ² test', () => {
    expect(
      sampleRatio([
        { people: 60, share: 1 },
        { people: 40, share: 1 },
      ]).p,
    ).toBeCloseTo(chiSquareAbove(4, 1), 12)
  })
})
