/** Special functions of statistics, by the classical approximations that each names. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x), x > 0: Lanczos, g = 7. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const [first = 0, ...rest] = LANCZOS
  const sum = rest.reduce((all, c, i) => all + c / (x + i), first)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const TINY = 1e-300
const CLOSE = 1e-16
const MOST_TERMS = 10_000
const apart = (x: number) => (Math.abs(x) < TINY ? TINY : x)

/** Regularised incomplete beta Iₓ(a, b): Lentz's continued fraction. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  let c = 1
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / apart(1 + even * d)
    c = apart(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / apart(1 + odd * d)
    c = apart(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < CLOSE) break
  }
  return front * fraction
}

/** Upper regularised incomplete gamma Q(a, x): a series below a + 1, a continued fraction above. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < MOST_TERMS && term > sum * CLOSE; n++) {
      term *= x / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / apart(step * d + b)
    c = apart(b + step / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < CLOSE) break
  }
  return front * fraction
}

/** P(T ≤ t) of Student's t; of a normal variable where `df` is infinite. */
export function studentBelow(t: number, df: number): number {
  const tail = Number.isFinite(df)
    ? incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
    : upperGamma(0.5, (t * t) / 2) / 2
  return t > 0 ? 1 - tail : tail
}

/** The t below which a part `p` of Student's distribution lies, 0.5 ≤ p < 1: halved to the last bit that tells. */
export function studentQuantile(p: number, df: number): number {
  let low = 0
  let high = 1
  while (studentBelow(high, df) < p && high < 1e12) high *= 2
  for (let i = 0; i < 200 && high - low > high * 1e-15; i++) {
    const middle = (low + high) / 2
    if (studentBelow(middle, df) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(χ² > x). */
export const chiSquareAbove = (x: number, df: number): number => upperGamma(df / 2, x / 2)
