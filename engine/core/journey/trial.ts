import type { EventMatch } from '../rules/rule.ts'
import type { Duration } from '../time/duration.ts'

/** What a node that tests arms against each other wants measured. */
export interface TrialSpec {
  /** In order; `percent` of those who come are drawn into each. The others are compared with the `baseline`: one of them. */
  readonly arms: readonly {
    readonly id: string
    readonly name: string
    readonly percent: number
    readonly baseline: boolean
  }[]
  /** What members are to do within so long after they were drawn; `revenue` is the path of a number of the event. */
  readonly goal: { readonly match: EventMatch; readonly within: Duration; readonly revenue?: string }
  /** People an arm needs at the least. */
  readonly minimum: number
  /** The test is judged once, so long after it began. */
  readonly horizon: Duration
  /** A winner that the rule finds then gets the newcomers; otherwise somebody picks. */
  readonly picks: 'by-hand' | 'at-horizon'
  /** Changes whenever people are drawn otherwise, or another thing is measured: the test begins anew then. */
  readonly design: string
}
