import { registry } from '../../../nodes/definitions.ts'
import { compile } from '../../core/journey/compile.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import { type BoundPlan, bindPlan } from '../../core/journey/plan.ts'
import { problemText } from '../../core/journey/problems.locale.ts'
import { type PlayedTests, playTests } from '../../core/path-test/play.ts'
import { BUILT_IN_CALENDAR } from '../../members/face.ts'

/** The tests of a journey, played; `problems` are why it could not be. */
export type Tested = { readonly problems: readonly string[] } | ({ readonly plan: BoundPlan } & PlayedTests)

/** The plan of a journey without a workspace: whatever it refers to is taken to be there. `zone` holds where it names none. */
export function offlinePlan(document: JourneyDocument, zone: string): BoundPlan | { problems: string[] } {
  const { plan, problems } = compile(document, registry, { zone, exists: () => true })
  if (plan) return bindPlan(plan, registry)
  const errors = problems.filter(({ severity }) => severity === 'error')
  return { problems: errors.map((p) => `${p.number}${p.node ? ` (${p.node})` : ''}: ${problemText(p, 'en')}`) }
}

/** Plays the tests of a journey by the holidays that are built in. */
export function testJourney(document: JourneyDocument, zone: string): Tested {
  const plan = offlinePlan(document, zone)
  if ('problems' in plan) return plan
  return { plan, ...playTests(plan, document.tests ?? [], BUILT_IN_CALENDAR) }
}
