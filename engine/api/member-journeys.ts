import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AudienceSegment, WhyNotReason } from '../core/explain/facts.ts'
import { refusedWords, whyNotWords } from '../core/explain/why-not.locale.ts'
import { id, type MemberId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { traceEnrolment } from '../runtime/enrolment-trace.ts'
import { explained, readerOf, wordingIn } from '../runtime/explain.ts'
import { memberJourneys as journeysOf } from '../runtime/member-journeys.ts'
import { traceMember } from '../runtime/trace.ts'
import { whyNotIn, whyNotOf } from '../runtime/why-not.ts'
import { aboutOf } from './about.ts'
import { shownExplanation } from './explained.ts'
import { workspaceOf } from './guard.ts'
import { iso, isoOrNull } from './instant.ts'
import { InLanguage, languageOf } from './language.ts'
import * as shape from './member-shapes.ts'
import { Problem } from './problems.ts'

const PAGE = 50
const MOST_ATTEMPTS = 100

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
        params: shape.MemberAddress,
        querystring: shape.After.extend(InLanguage.shape),
        ...about(
          'Journeys a member is or was in, newest first',
          z.object({
            entries: z.array(shape.Entry),
            next: shape.Next,
            whyNot: z.array(shape.WhyNot).nullable().describe('of those it is not in now; null on later pages'),
          }),
        ),
      },
    },
    async (request) => {
      const member = id<MemberId>(request.params.member)
      const { after, language } = request.query
      return store.withDb(workspaceOf(request).tenant, async (tx) => {
        const { rows, next } = await journeysOf(tx, member, { after, limit: PAGE })
        const whyNot = after === undefined ? await whyNotIn(engine, tx, member) : null
        const reader = await readerOf(tx, languageOf(request, language))
        const wording = wordingIn(reader, reader.zone)
        return {
          entries: rows.map(({ enrolment, enteredAt, endedAt, stands, ...entry }) => ({
            ...entry,
            enrolment: String(enrolment),
            enteredAt: iso(enteredAt),
            endedAt: isoOrNull(endedAt),
            stands: stands && { ...stands, wakesAt: isoOrNull(stands.wakesAt) },
          })),
          next,
          whyNot:
            whyNot?.map(({ journey, because }) => ({
              ...{ journey, because: shownReason(because) },
              text: whyNotWords(because, wording),
            })) ?? null,
        }
      })
    },
  )

  app.get(
    '/members/:member/journeys/:enrolment/explain',
    {
      config,
      schema: {
        params: shape.EnrolmentAddress,
        querystring: InLanguage,
        ...about(
          'One entry explained: what began it, why it went that way, where it stands and what would wake it, or how it ended',
          shape.Explained,
        ),
      },
    },
    async (request) => {
      const { member, enrolment } = request.params
      return store.withDb(workspaceOf(request).tenant, async (tx) => {
        const trace = await traceEnrolment(engine, tx, id(member), id(enrolment))
        if (!trace) throw new Problem('not-found', `Member ${member} has no entry ${enrolment} into a journey.`)
        const reader = await readerOf(tx, languageOf(request, request.query.language))
        return shownExplanation(trace, explained(engine, trace, reader))
      })
    },
  )

  app.get(
    '/members/:member/why-not/:journey',
    {
      config,
      schema: {
        params: shape.JourneyOfMember,
        querystring: InLanguage,
        ...about('Why a member is not in one journey: every refused attempt, and what is not met now', shape.WhyNotOf),
      },
    },
    async (request) => {
      const { member, journey: key } = request.params
      return store.withDb(workspaceOf(request).tenant, async (tx) => {
        const trace = await traceMember(engine, tx, key, id(member))
        const because = await whyNotOf(engine, tx, trace)
        const attempts = trace.refusals.slice(-MOST_ATTEMPTS).reverse()
        const reader = await readerOf(tx, languageOf(request, request.query.language))
        const wording = wordingIn(reader, reader.zone)
        return {
          ...{ journey: trace.journey, because: shownReason(because), text: whyNotWords(because, wording) },
          attempts: attempts.map(({ at, reason, event = null, unmet, found }) => ({
            ...{ at: iso(at), reason, event, unmet: [...unmet], found },
            text: refusedWords({ at, reason, event, unmet, found }, wording),
          })),
        }
      })
    },
  )
}

const judged = (segments: readonly AudienceSegment[]) =>
  segments.map((segment) => ({ ...segment, unmet: [...segment.unmet] }))

function shownReason(because: WhyNotReason): z.infer<typeof shape.WhyNot>['because'] {
  switch (because.kind) {
    case 'inside':
    case 'left':
      return { ...because, enteredAt: iso(because.enteredAt) }
    case 'not-running':
    case 'no-day':
      return because
    case 'own-day': {
      const { taken, passed, next, segments } = because
      const known = {
        taken: taken && { ...taken, at: iso(taken.at) },
        passed: isoOrNull(passed),
        next: isoOrNull(next),
      }
      return { ...because, ...known, segments: judged(segments) }
    }
    case 'no-event':
      return { ...because, asked: [...because.asked], unmet: [...because.unmet], since: iso(because.since) }
    case 'refused':
    case 'not-asked':
      return { ...because, unmet: [...because.unmet], at: iso(because.at) }
    case 'not-yet':
      return { kind: because.kind, at: isoOrNull(because.at) }
    case 'not-in-audience':
      return { kind: because.kind, at: iso(because.at), segments: judged(because.segments) }
    case 'not-crossed':
      return { ...because, since: iso(because.since), segments: judged(because.segments) }
    default:
      return { ...because, at: iso(because.at) }
  }
}
