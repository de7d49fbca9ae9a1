import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One figure beside what it is measured against, in one run. `ratio` = median of the pairs. */
export interface BenchResult {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly median: number
  readonly min: number
  readonly max: number
  readonly runs: number
  readonly against: readonly { readonly name: string; readonly median: number; readonly ratio: number }[]
  readonly goal: string
  readonly meets: boolean
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** Milliseconds that work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The value that a share of the values does not exceed. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** `against` holds, by name, one value for each run. */
export function resultOf(
  head: Pick<BenchResult, 'id' | 'name' | 'unit' | 'goal'>,
  values: readonly number[],
  against: Readonly<Record<string, readonly number[]>>,
  meets: (figure: { median: number; ratio: (name: string) => number }) => boolean,
): BenchResult {
  const pairs = Object.entries(against).map(([name, others]) => ({
    name,
    median: median(others),
    ratio: median(values.map((value, i) => value / (others[i] ?? others.at(-1) ?? Number.NaN))),
  }))
  const ratio = (name: string) => pairs.find((pair) => pair.name === name)?.ratio ?? Number.NaN
  const figure = { median: median(values), min: Math.min(...values), max: Math.max(...values), runs: values.length }
  return { ...head, ...figure, against: pairs, meets: meets({ median: figure.median, ratio }) }
}

const short = (n: number) => (n >= 100 ? Math.round(n).toLocaleString('en') : n.toPrecision(3))

/** One line of the table. */
export const lineOf = (r: BenchResult): string =>
  [
    r.meets ? '✓' : '✗',
    r.id,
    r.name.padEnd(58),
    `${short(r.median)} ${r.unit}`.padEnd(20),
    `[${short(r.min)} … ${short(r.max)}] × ${r.runs}`.padEnd(28),
    ...r.against.map((a) => `${short(a.ratio)} × ${a.name} (${short(a.median)})`),
    `goal: ${r.goal}`,
  ].join('  ')

/** Writes the results, in place of those of the same names, to `bench/results.json`. */
export function save(results: readonly BenchResult[]): void {
  const file = new URL('./results.json', import.meta.url)
  const names = new Set(results.map((r) => r.name))
  const before = readBefore(file).filter((r) => !names.has(r.name))
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const sorted = [...before, ...results].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  const document = { machine, commit, versions: { node: process.versions.node }, results: sorted }
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
}

function readBefore(file: URL): BenchResult[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { results: BenchResult[] }).results // written by `save`
  } catch {
    return [] // none yet
  }
}
