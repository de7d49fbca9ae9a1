import type { JourneyDocument } from '../journey/document.ts'
import type { BoundPlan } from '../journey/plan.ts'
import { type Problem, problem } from '../journey/problems.ts'
import type { Calendar } from '../time/calendar.ts'
import { differenceText } from './difference.locale.ts'
import { runPathTest } from './run.ts'

/** The tests of a journey that fail, as problems that refuse publishing or warn, as its settings want. */
export function failingTests(plan: BoundPlan, { tests = [] }: JourneyDocument, calendar: Calendar): Problem[] {
  const severity = plan.settings.failingTests === 'warn' ? 'warning' : 'error'
  return tests.flatMap((test) => {
    const [first] = runPathTest(plan, test, calendar).differences
    if (!first) return []
    const said = { message: differenceText(first, 'en'), messageZh: differenceText(first, 'zh-CN') }
    return [problem('path-test-failed', { severity }, { name: test.name, ...said })]
  })
}
