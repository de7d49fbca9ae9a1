import { existsSync } from 'node:fs'
import { casesOf, type SearchOptions, type Unreached } from '../../core/cases/search.ts'
import { UserError } from '../../core/errors.ts'
import { passageOf } from '../../core/path-test/coverage.ts'
import type { PathTest } from '../../core/path-test/path-test.ts'
import { nextFires } from '../../core/recurrence.ts'
import { atLocal } from '../../core/time/zone.ts'
import { BUILT_IN_CALENDAR } from '../../members/face.ts'
import { type JourneyFile, testsFileOf, writeTests } from './files.ts'
import { testJourney } from './run-tests.ts'

/**
 * Adds cases for the edges that no test covers to the file of a journey's tests; answers the journey with them, and the edges for
 * which none was found. Throws a UserError where the tests are in the journey's own file.
 */
export function generateTests(
  read: JourneyFile,
  zone: string,
  clock: string,
): { file: JourneyFile; unreached: readonly Unreached[] } {
  const { file, document } = read
  const tested = testJourney(document, zone)
  if ('problems' in tested) return { file: read, unreached: [] }
  const { plan, coverage } = tested
  if (document.tests && !existsSync(testsFileOf(file)))
    throw new UserError('tests-inside', `${file} has its tests inside: move them to ${testsFileOf(file)}.`)
  const uncovered = new Set(coverage.uncovered.map(passageOf))
  const covered = new Set(coverage.edges.map(passageOf).filter((name) => !uncovered.has(name)))
  const startsAt = atLocal(clock, plan.zone)
  const calendar = BUILT_IN_CALENDAR
  const firesAt: SearchOptions['firesAt'] = (firing, zone, after) => nextFires(firing, zone, after - 1, 1, calendar)[0]
  const { tests, unreached } = casesOf(plan, { startsAt, calendar, firesAt, covered })
  if (tests.length === 0) return { file: read, unreached }
  const all = withNew(document.tests ?? [], tests)
  writeTests(file, all)
  return { file: { file, document: { ...document, tests: all } }, unreached }
}

/** Tests and then new ones, each with a name of its own. */
function withNew(tests: readonly PathTest[], added: readonly PathTest[]): PathTest[] {
  const all = [...tests]
  for (const test of added) {
    let { name } = test
    for (let n = 2; all.some((other) => other.name === name); n++) name = `${test.name.slice(0, 100)} (${n})`
    all.push({ ...test, name })
  }
  return all
}
