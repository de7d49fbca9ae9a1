import type { z } from 'zod'
import type { ExplainedEnrolment } from '../core/explain/enrolment.locale.ts'
import type { EnrolmentTrace } from '../runtime/enrolment-trace.ts'
import { iso, isoOrNull } from './instant.ts'
import type { Explained } from './member-shapes.ts'

/** An entry as the API answers it: each fact with its words beside it. */
export function shownExplanation(trace: EnrolmentTrace, words: ExplainedEnrolment): z.infer<typeof Explained> {
  const { by, stands, journey, zone, version, entry, state } = trace
  return {
    ...{ journey, zone, version, entry, state, text: words.text },
    enrolment: String(trace.enrolment),
    reason: trace.reason ?? null,
    enteredAt: iso(trace.enteredAt),
    endedAt: isoOrNull(trace.endedAt),
    began: { by: by && { ...by, at: iso(by.at) }, text: words.began },
    visits: trace.visits.map(({ at, node, outcome, because = {}, heldUntil = null }, i) => ({
      ...{ at: iso(at), node, outcome, because, heldUntil: isoOrNull(heldUntil) },
      outcomeName: words.steps[i]?.outcome ?? outcome,
      text: words.steps[i]?.text ?? '',
    })),
    stands:
      stands && words.stands
        ? {
            ...{ node: stands.node, failed: stands.failed, held: stands.held, listens: [...stands.listens] },
            soFar: stands.soFar ?? {},
            ...{ since: iso(stands.since), wakesAt: isoOrNull(stands.wakesAt), ...words.stands },
          }
        : null,
    ended: words.ended === null ? null : { text: words.ended },
    goals: trace.goals.map((goal, i) => ({ ...goal, at: iso(goal.at), text: words.goals[i] ?? '' })),
    nodes: trace.nodes.map(({ id, name, type, category, outcomes }) => ({
      ...{ id, name, type, category, outcomes: [...outcomes] },
    })),
    notReached: trace.notReached.map((missed, i) => ({
      ...{ ...missed, needed: [...missed.needed], text: words.notReached[i] ?? '' },
    })),
  }
}
