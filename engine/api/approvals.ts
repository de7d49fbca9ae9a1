import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { may, mayStill, type Role } from '../access/face.ts'
import { ApprovalRules } from '../core/journey/approval.ts'
import { FINISH, InFlight } from '../core/journey/in-flight.ts'
import { APPROVAL_STATES, isOpen } from '../core/lifecycles/approval.ts'
import type { Language } from '../core/say.ts'
import { type Approval, countWaiting, listApprovals, openApproval } from '../runtime/approvals/list.ts'
import { approve, askApproval, reject, type Standing, withdraw } from '../runtime/approvals/requests.ts'
import { loadApprovalRules, saveApprovalRules } from '../runtime/approvals/rules.ts'
import type { Engine } from '../runtime/engine.ts'
import type { DbTx } from '../store/store.ts'
import { aboutOf } from './about.ts'
import { authorOf, InWorkspace, workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'
import { checkIn, expectedRevision, reasonIn } from './journey-problems.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'
import { languageOf } from './language.ts'
import { problem } from './problems.ts'

const Id = z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id')
const Address = InWorkspace.extend({ approval: Id })
const Words = z.string().trim().min(1).max(1_000)

const Row = z.object({
  id: z.string(),
  journey: z.object({ key: z.string(), name: z.string(), state: shape.JourneyState }),
  revision: z.int().describe('of the draft that is to be published'),
  base: z.int().nullable().describe('the version that was live when it was asked for; null where none was'),
  inFlight: InFlight,
  audience: shape.Count.nullable().describe('members whom the triggers with an audience would have taken then'),
  reasons: z.array(shape.Reason).describe('why a second person is needed'),
  note: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  state: z.enum(APPROVAL_STATES),
  decidedBy: z.string().nullable().describe('null while it is open, and where a change overtook it'),
  decidedAt: Instant.nullable(),
  answer: z.string().nullable().describe('why it was rejected'),
  version: z.int().nullable().describe('what it was published as'),
  allowed: z.array(z.enum(['approve', 'reject', 'withdraw'])).describe('what whoever asks for it may do with it'),
})
const Page = z.object({ approvals: z.array(Row), next: z.string().nullable() })
const Opened = Row.extend({
  document: shape.Document.describe('exactly what is published by approving'),
  before: shape.Document.nullable().describe('what was live when it was asked for'),
  now: shape.Check.extend({ people: shape.Count.describe('who are inside, of all versions') })
    .nullable()
    .describe('what publishing it now would find; null once it is decided'),
})
const Query = z.strictObject({
  state: z.enum(APPROVAL_STATES).optional(),
  journey: z.string().max(64).optional().describe('key of a journey'),
  others: z.literal('true').optional().describe('only what others have asked for'),
  after: Id.optional(),
})
const Ask = z.strictObject({
  note: Words.describe('what it is for, as the second person reads it'),
  inFlight: InFlight.optional().describe('what becomes of those inside; absent: they finish in their version'),
})

/** A request as somebody sees it. */
function shown(one: Approval, { actor, role }: { actor: string; role: Role }, language: Language): z.infer<typeof Row> {
  const { id, asked, decided, size, reasons, journey, ...rest } = one
  const orders = asked.by === actor ? (['withdraw'] as const) : (['approve', 'reject'] as const)
  const mayOrder = may(role, asked.by === actor ? 'journeys.run' : 'approvals.decide')
  return {
    ...{ ...rest, id: String(id), audience: size, reasons: reasons.map((reason) => reasonIn(language, reason)) },
    journey: { ...journey, state: shape.JourneyState.parse(journey.state) },
    ...{ askedBy: asked.name, askedAt: iso(asked.at) },
    ...{ decidedBy: decided?.name ?? null, decidedAt: decided ? iso(decided.at) : null },
    allowed: isOpen(one.state) && mayOrder ? [...orders] : [],
  }
}

/** Who may still ask and decide, as the permissions say. */
const standing =
  (tx: DbTx): Standing =>
  (actor, what) =>
    mayStill(tx, actor, what === 'ask' ? 'journeys.run' : 'approvals.decide')

/** Journeys that a second person publishes. */
export const approvals: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const read = { asks: 'journeys.read' } as const
  const decide = { asks: 'approvals.decide' } as const
  const run = { asks: 'journeys.run' } as const
  const aboutApprovals = aboutOf('approvals', { 404: problem, 409: problem })

  app.get(
    '/approvals',
    {
      config: read,
      schema: {
        ...{ params: InWorkspace, querystring: Query },
        ...aboutApprovals('Requests that a second person publish a journey, newest first', Page),
      },
    },
    async (request) => {
      const me = workspaceOf(request)
      const { others, after, ...filter } = request.query
      const asked = { ...filter, notBy: others && me.actor, after: after === undefined ? undefined : Number(after) }
      const page = await store.inTenant(me.tenant, (tx) => listApprovals(tx, asked))
      return {
        approvals: page.approvals.map((one) => shown(one, me, languageOf(request))),
        next: page.next === null ? null : String(page.next),
      }
    },
  )

  app.get(
    '/approvals/waiting',
    {
      config: decide,
      schema: {
        params: InWorkspace,
        ...aboutApprovals('How many wait for whoever asks', z.object({ count: z.int() })),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      return { count: await store.inTenant(tenant, (tx) => countWaiting(tx, actor)) }
    },
  )

  app.get(
    '/approvals/:approval',
    {
      config: read,
      schema: { params: Address, ...aboutApprovals('One request, with what somebody decides by', Opened) },
    },
    async (request) => {
      const me = workspaceOf(request)
      const language = languageOf(request)
      const opened = await store.withDb(me.tenant, (tx) => openApproval(engine, tx, Number(request.params.approval)))
      const { document, before, now, ...one } = opened
      return {
        ...{ ...shown(one, me, language), document, before },
        now: now && { ...checkIn(language, now), people: now.people },
      }
    },
  )

  app.post(
    '/journeys/:key/approvals',
    {
      config: run,
      schema: {
        ...{ params: shape.JourneyAddress, headers: shape.IfMatch, body: Ask },
        ...about(
          'Ask that a second person publish the draft; If-Match names its revision',
          z.object({ id: z.string() }),
          201,
        ),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const expected = expectedRevision(request.headers['if-match'])
      const { note, inFlight = FINISH } = request.body
      const asked = await store.withDb(tenant, (tx) =>
        askApproval(engine, tx, request.params.key, expected, { note, inFlight }, authorOf(request)),
      )
      return reply.code(201).send({ id: String(asked) })
    },
  )

  app.post(
    '/approvals/:approval/approve',
    {
      config: decide,
      schema: {
        params: Address,
        ...about('Agree to a request, and publish exactly what was asked for', shape.Published),
      },
    },
    async (request) => {
      const published = await store.withDb(workspaceOf(request).tenant, (tx) =>
        approve(engine, tx, Number(request.params.approval), authorOf(request), standing(tx)),
      )
      return { ...published, state: shape.JourneyState.parse(published.state) }
    },
  )

  const Done = z.object({ done: z.literal(true) })
  app.post(
    '/approvals/:approval/reject',
    {
      config: decide,
      schema: {
        ...{ params: Address, body: z.strictObject({ answer: Words.describe('why, as whoever asked reads it') }) },
        ...aboutApprovals('Reject a request, saying why', Done),
      },
    },
    async (request) => {
      const { params, body } = request
      await store.withDb(workspaceOf(request).tenant, (tx) =>
        reject(tx, Number(params.approval), body.answer, authorOf(request), standing(tx)),
      )
      return { done: true as const }
    },
  )

  app.post(
    '/approvals/:approval/withdraw',
    { config: run, schema: { params: Address, ...aboutApprovals('Take back what one has asked for', Done) } },
    async (request) => {
      await store.withDb(workspaceOf(request).tenant, (tx) =>
        withdraw(tx, Number(request.params.approval), authorOf(request)),
      )
      return { done: true as const }
    },
  )

  app.get(
    '/approval-rules',
    {
      config: { asks: 'catalogue.read' },
      schema: {
        params: InWorkspace,
        ...aboutApprovals('When a journey takes a second person to publish', ApprovalRules),
      },
    },
    (request) => store.inTenant(workspaceOf(request).tenant, (tx) => loadApprovalRules(tx)),
  )

  app.put(
    '/approval-rules',
    {
      config: { asks: 'approvals.edit' },
      schema: {
        ...{ params: InWorkspace, body: ApprovalRules },
        ...aboutApprovals('Put rules in place of those there were: they hold at once', ApprovalRules),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        await saveApprovalRules(tx, request.body, actor)
        return request.body
      })
    },
  )
}
