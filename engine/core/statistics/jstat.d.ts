/** What tests of the statistics compare with. */
declare module 'jstat' {
  interface Distribution {
    cdf(x: number, ...parameters: number[]): number
    inv(p: number, ...parameters: number[]): number
  }
  const jstat: {
    gammaln(x: number): number
    ibeta(x: number, a: number, b: number): number
    lowRegGamma(a: number, x: number): number
    studentt: Distribution
    normal: Distribution
    chisquare: Distribution
  }
  // biome-ignore lint/style/noDefaultExport: so the library exports it
  export default jstat
}
