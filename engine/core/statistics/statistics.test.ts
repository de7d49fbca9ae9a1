import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newcombe, welch } from './intervals.ts'
import { sampleRatio } from './sample-ratio.ts'
import { chiSquareAbove, incompleteBeta, logGamma, studentBelow, studentQuantile, upperGamma } from './special.ts'

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** Both agree to so many parts of the greater. */
function agree(mine: number, theirs: number, parts: number): void {
  expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(parts * Math.max(1, Math.abs(theirs)))
}

const LANDMARKS: [what: string, mine: number, known: number][] = [
  ['Γ(5)', Math.exp(logGamma(5)), 24],
  ['Γ(½)', Math.exp(logGamma(0.5)), Math.sqrt(Math.PI)],
  ['z of 97.5 %', studentQuantile(0.975, Number.POSITIVE_INFINITY), 1.959963984540054],
  ['z of 99.5 %', studentQuantile(0.995, Number.POSITIVE_INFINITY), 2.575829303548901],
  ['t of 97.5 % at 10', studentQuantile(0.975, 10), 2.2281388519649385],
  ['t of 97.5 % at 1', studentQuantile(0.975, 1), 12.706204736174698],
  ['χ² of 3.841… at 1', chiSquareAbove(3.841458820694124, 1), 0.05],
]

/** How likely at least `least` of `n` are drawn, each with chance `x`: summed in logarithms, term by term. */
function binomialAtLeast(least: number, n: number, x: number): number {
  let choose = 0
  let sum = 0
  for (let k = 0; k <= n; k++) {
    if (k >= least) sum += Math.exp(choose + k * Math.log(x) + (n - k) * Math.log1p(-x))
    choose += Math.log((n - k) / (k + 1))
  }
  return sum
}

/** How likely less than `below` come where `mean` are awaited. */
function poissonBelow(below: number, mean: number): number {
  let log = -mean
  let sum = 0
  for (let k = 0; k < below; k++) {
    sum += Math.exp(log)
    log += Math.log(mean / (k + 1))
  }
  return sum
}

describe('special functions hold to', () => {
  it.each(LANDMARKS)('the tables: %s', (_title, mine, known) => expect(mine).toBeCloseTo(known, 10))

  it('Γ(x + 1) = x Γ(x)', () => {
    fc.assert(fc.property(between(0.01, 1e4), (x) => agree(logGamma(x + 1), logGamma(x) + Math.log(x), 1e-10)))
  })

  it('the binomial distribution, which is an incomplete beta', () => {
    fc.assert(
      fc.property(
        between(0.001, 0.999),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 1, max: 150 }),
        (x, a, b) => agree(incompleteBeta(x, a, b), binomialAtLeast(a, a + b - 1, x), 1e-9),
      ),
    )
  })

  it('the law of the arc sine, where both halves of an incomplete beta are ½', () => {
    fc.assert(
      fc.property(between(0, 1), (x) =>
        agree(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-7),
      ),
    )
  })

  it('the Poisson distribution, which is an incomplete gamma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), between(0.001, 400), (a, x) =>
        agree(upperGamma(a, x), poissonBelow(a, x), 1e-9),
      ),
    )
  })

  it('Student’s t in closed form, at 1 and 2 degrees of freedom', () => {
    fc.assert(
      fc.property(between(-50, 50), (t) => {
        agree(studentBelow(t, 1), 0.5 + Math.atan(t) / Math.PI, 1e-7)
        agree(studentBelow(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)), 1e-7)
      }),
    )
  })

  it('a quantile that has so much below it, nearer to the normal one the more degrees there are', () => {
    fc.assert(
      fc.property(between(0.51, 0.999), between(1, 500), (p, df) => {
        agree(studentBelow(studentQuantile(p, df), df), p, 1e-10)
        expect(studentQuantile(p, df)).toBeGreaterThan(studentQuantile(p, Number.POSITIVE_INFINITY))
      }),
    )
  })
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
    expect((found?.high ?? 0) - 22).toBeCloseTo(studentQuantile(0.975, df) * error, 6)
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
