import type { JourneyDocument } from '../core/journey/document.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { Problem } from '../core/journey/problems.ts'
import { failingTests } from '../core/path-test/failing.ts'
import { loadCalendar } from '../members/face.ts'
import type { DbTx } from '../store/store.ts'

/** What the path tests that a journey carries have against publishing it, by the holidays of the workspace. */
export const testProblems = async (tx: DbTx, plan: BoundPlan, document: JourneyDocument): Promise<Problem[]> =>
  document.tests?.length ? failingTests(plan, document, await loadCalendar(tx)) : []
