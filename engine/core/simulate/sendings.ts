import { leave } from '../journey/node.ts'
import type { BoundNode } from '../journey/plan.ts'
import type { Rehearsal, RehearsedVisit } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { type Cap, overCap, reachedCap, type Sent } from '../sending/caps.ts'
import { rehearsalOf } from './person.ts'
import type { Purse } from './purse.ts'

/** What keeps effects from being done in a rehearsal: caps of what a person was sent, of which nothing before is known, and budgets. */
export class Sendings {
  private readonly sent: Sent[] = []

  constructor(
    private readonly caps: readonly Cap[],
    private readonly journey: number,
  ) {}

  /** What the effect of a node would do; a message over a cap leaves as blocked, and so does what a budget has no room for. */
  rehearse(
    node: BoundNode,
    body: JsonObject,
    visit: RehearsedVisit & { readonly step: number },
    purse: Pick<Purse, 'within'>,
  ): Rehearsal {
    const { sends } = node
    const within = () => purse.within(node, body, visit.step, rehearsalOf(node, body, visit))
    if (!sends || sends.purpose === 'transactional' || visit.step > 0) return within()
    const next = { journey: this.journey, channel: sends.channel, at: visit.at }
    const cap = reachedCap(this.caps, this.sent, next)
    if (cap) return { goes: leave('blocked', overCap(cap)) }
    const rehearsal = within()
    const isSent = rehearsal.goes.do === 'park' || rehearsal.goes.outcome !== 'blocked'
    if (isSent && visit.arrives(sends.channel)) this.sent.push(next)
    return rehearsal
  }
}
