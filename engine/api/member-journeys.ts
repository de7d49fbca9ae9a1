import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id, type MemberId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { traceEnrolment } from '../runtime/enrolment-trace.ts'
import { memberJourneys as journeysOf } from '../runtime/member-journeys.ts'
import { type WhyNotReason, whyNotIn } from '../runtime/why-not.ts'
import { aboutOf } from './about.ts'
import { workspaceOf } from './guard.ts'
import { iso, isoOrNull } from './instant.ts'
import { After, EnrolmentAddress, Entry, MemberAddress, Next, Trace, WhyNot } from './member-shapes.ts'
import { Problem } from './problems.ts'

const PAGE = 50

/** What journeys did with a member, and why; and why they did not. */
export const memberJourneys: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const config = { asks: 'members.read' } as const
  const about = aboutOf('members')

  app.get(
    '/members/:member/journeys',
    {
      config,
      schema: {
        params: MemberAddress,
        querystring: After,
        ...about(
          'Journeys a member is or was in, newest first',
          z.object({
            entries: z.array(Entry),
            next: Next,
            whyNot: z.array(WhyNot).nullable().describe('of those it is not in now; null on later pages'),
          }),
        ),
      },
    },
    async (request) => {
      const member = id<MemberId>(request.params.member)
      const { after } = request.query
      return store.inTenant(workspaceOf(request).tenant, async (tx) => {
        const { rows, next } = await journeysOf(tx, member, { after, limit: PAGE })
        const whyNot = after === undefined ? await whyNotIn(engine, tx, member) : null
        return {
          entries: rows.map(({ enrolment, enteredAt, endedAt, stands, ...entry }) => ({
            ...entry,
            enrolment: String(enrolment),
            enteredAt: iso(enteredAt),
            endedAt: isoOrNull(endedAt),
            stands: stands && { ...stands, wakesAt: isoOrNull(stands.wakesAt) },
          })),
          next,
          whyNot: whyNot?.map(({ journey, because }) => ({ journey, because: shownReason(because) })) ?? null,
        }
      })
    },
  )

  app.get(
    '/members/:member/journeys/:enrolment/trace',
    {
      config,
      schema: {
        params: EnrolmentAddress,
        ...about('One entry, node by node: outcomes, the facts that decided, and what would wake it', Trace),
      },
    },
    async (request) => {
      const { member, enrolment } = request.params
      const trace = await store.withDb(workspaceOf(request).tenant, (tx) =>
        traceEnrolment(engine, tx, id(member), id(enrolment)),
      )
      if (!trace) throw new Problem('not-found', `Member ${member} has no entry ${enrolment} into a journey.`)
      const { by, stands } = trace
      return {
        ...trace,
        enrolment: String(trace.enrolment),
        reason: trace.reason ?? null,
        enteredAt: iso(trace.enteredAt),
        endedAt: isoOrNull(trace.endedAt),
        by: by && { ...by, at: iso(by.at) },
        visits: trace.visits.map(({ at, node, outcome, because = {}, heldUntil = null }) => ({
          ...{ at: iso(at), node, outcome, because, heldUntil: isoOrNull(heldUntil) },
        })),
        stands: stands
          ? {
              ...{ node: stands.node, failed: stands.failed, held: stands.held, wokenBy: [...stands.wokenBy] },
              ...{ since: iso(stands.since), wakesAt: isoOrNull(stands.wakesAt) },
            }
          : null,
        nodes: trace.nodes.map((node) => ({ ...node, outcomes: [...node.outcomes] })),
        notReached: trace.notReached.map((missed) => ({ ...missed, needed: [...missed.needed] })),
      }
    },
  )
}

function shownReason(because: WhyNotReason): z.infer<typeof WhyNot>['because'] {
  switch (because.kind) {
    case 'left':
      return { kind: because.kind, enteredAt: iso(because.enteredAt) }
    case 'no-event':
      return { kind: because.kind, events: [...because.events], since: iso(because.since) }
    case 'not-yet':
      return { kind: because.kind, at: isoOrNull(because.at) }
    case 'not-in-audience':
      return {
        kind: because.kind,
        at: iso(because.at),
        segments: because.segments.map((segment) => ({ ...segment, unmet: [...segment.unmet] })),
      }
    default:
      return { ...because, at: iso(because.at) }
  }
}
