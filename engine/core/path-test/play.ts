import type { BoundPlan } from '../journey/plan.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { PathTest } from './path-test.ts'
import { runPathTest, type TestResult } from './run.ts'

/** The tests of a journey, played; edges count as covered where a test that passes goes through them. */
export interface PlayedTests {
  readonly results: readonly TestResult[]
  readonly coverage: Coverage
}

export function playTests(plan: BoundPlan, tests: readonly PathTest[], calendar: Calendar): PlayedTests {
  const results = tests.map((test) => runPathTest(plan, test, calendar))
  const passed = results.filter(({ differences }) => differences.length === 0)
  const paths = passed.map(({ observed }) => observed.path)
  return { results, coverage: coverageOf(plan, paths) }
}
