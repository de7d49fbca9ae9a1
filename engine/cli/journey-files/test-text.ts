import { locales } from '../../../nodes/locales.ts'
import type { Unreached } from '../../core/cases/search.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import type { Edge } from '../../core/path-test/coverage.ts'
import type { Difference, Passage, TestResult } from '../../core/path-test/run.ts'
import { localDateTime } from '../../core/time/zone.ts'
import type { Tested } from './run-tests.ts'

/** What came of the tests of a journey, for a person to read. */
export function testedText(title: string, tested: Tested): string {
  if ('problems' in tested) return [title, ...tested.problems.map((text) => `  ✗ ${text}`)].join('\n')
  const { plan, results, coverage } = tested
  const { edges, uncovered } = coverage
  return [
    title,
    ...results.flatMap((result) => resultLines(plan, result)),
    ...(results.length === 0 ? ['  no tests'] : []),
    `  edges ${share(edges.length - uncovered.length, edges.length)}`,
    ...uncovered.map((edge) => `    not covered: ${edgeText(edge)}`),
  ].join('\n')
}

/** How much of a whole, as `9/12 (75 %)`: never 100 % where something is left. */
export const share = (part: number, whole: number): string =>
  `${part}/${whole} (${whole === 0 ? 100 : Math.floor((part / whole) * 100)} %)`

export const edgeText = ({ from, outcome, to }: Edge): string => `${from}.${outcome} → ${to}`

export function unreachedText(unreached: Unreached): string {
  const { edge } = unreached
  const why =
    unreached.why === 'nobody-came'
      ? `no case came to ${edge.from}`
      : `cases that came to ${edge.from} took only ${unreached.ways.join(', ')}`
  return `    no case found for ${edgeText(edge)}: ${why}`
}

function resultLines(plan: BoundPlan, { test, observed, differences }: TestResult): string[] {
  if (differences.length === 0) return [`  ✓ ${test.name}`]
  const names = observed.path.map(({ name }) => name)
  return [
    `  ✗ ${test.name}`,
    ...differences.flatMap((difference) =>
      difference.kind === 'path'
        ? [
            `      expected  ${pathText(test.expect.path)}`,
            `      actual    ${pathText(names)}`,
            `      ${partedText(plan, difference, names)}`,
          ]
        : [`      ${otherText(difference)}`],
    ),
  ]
}

const pathText = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.join(' → '))

function partedText(
  plan: BoundPlan,
  { index, expected, actual }: Extract<Difference, { kind: 'path' }>,
  names: readonly string[],
): string {
  const where = index === 0 ? 'parted at once' : `parted after ${names[index - 1]}`
  const wanted = expected === undefined ? 'expected nothing more' : `expected ${expected}`
  return `${where}: ${wanted}, but ${actual ? happenedText(plan, actual) : 'nothing more happened'}`
}

function happenedText(plan: BoundPlan, { name, node: id, outcome, because, at }: Passage): string {
  const when = localDateTime(at, plan.zone)
  if (outcome === undefined) return `it stands at ${name} (${when})${detailText(because)}`
  const node = plan.nodes.find((one) => one.id === id)
  const drawn = node?.outcomes.includes(outcome) ? locales.get(node.type) : undefined
  const why = drawn?.en.explain({ outcome, because, settings: node?.settings })
  return `it went ${name} (${when})${why ? `: ${why}` : ''}${detailText(because)}`
}

const detailText = (because: object): string => (Object.keys(because).length === 0 ? '' : ` ${JSON.stringify(because)}`)

function otherText(difference: Exclude<Difference, { kind: 'path' }>): string {
  if (difference.kind === 'unplayable') {
    const { happening, why } = difference
    const what = why === 'backwards' ? 'lies before the one before it' : 'runs a node that is no trigger of an audience'
    return `cannot be played: happening ${happening + 1} ${what}`
  }
  if (difference.kind === 'effects') {
    const { index, expected, actual } = difference
    const [wanted, found] = [expected, actual].map((effect) => (effect ? JSON.stringify(effect) : 'nothing'))
    return `effect ${index + 1}: expected ${wanted}, found ${found}`
  }
  const [wanted, found] = [difference.expected, difference.actual].map((each) => each.join(', ') || 'none')
  return `${difference.kind}: expected ${wanted}, found ${found}`
}
