import { leave } from '../journey/node.ts'
import type { BoundNode } from '../journey/plan.ts'
import type { Rehearsal, RehearsedVisit } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import { type Cap, overCap, reachedCap, type Sent } from '../sending/caps.ts'
import { rehearsalOf } from './person.ts'

/** What a person was sent in a rehearsal: caps count it. What came before the rehearsal is not known to it. */
export class Sendings {
  private readonly sent: Sent[] = []

  constructor(
    private readonly caps: readonly Cap[],
    private readonly journey: number,
  ) {}

  /** What the effect of a node would do; a message over a cap leaves as blocked. */
  rehearse(node: BoundNode, body: JsonObject, visit: RehearsedVisit & { readonly step: number }): Rehearsal {
    const { sends } = node
    if (!sends || sends.purpose === 'transactional' || visit.step > 0) return rehearsalOf(node, body, visit)
    const next = { journey: this.journey, channel: sends.channel, at: visit.at }
    const cap = reachedCap(this.caps, this.sent, next)
    if (cap) return { goes: leave('blocked', overCap(cap)) }
    if (visit.arrives(sends.channel)) this.sent.push(next)
    return rehearsalOf(node, body, visit)
  }
}
