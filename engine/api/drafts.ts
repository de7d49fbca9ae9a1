import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { control, retryFailed } from '../runtime/control.ts'
import type { Engine } from '../runtime/engine.ts'
import { checkJourney, publishDraft } from '../runtime/journeys/check.ts'
import { saveDraft } from '../runtime/journeys/drafts.ts'
import { authorOf, workspaceOf } from './guard.ts'
import { PublishDraft } from './in-flight.ts'
import { iso } from './instant.ts'
import { checkIn, etagOf, expectedRevision, MOST_DOCUMENT } from './journey-problems.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'
import { languageOf } from './language.ts'

/** What is drawn of a journey, and the orders to a whole journey. */
export const drafts: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const params = shape.JourneyAddress
  const run = { asks: 'journeys.run' } as const

  app.put(
    '/journeys/:key/draft',
    {
      config: { asks: 'journeys.edit' },
      bodyLimit: MOST_DOCUMENT,
      schema: {
        params,
        headers: shape.IfMatch,
        body: shape.SaveDraft,
        ...about('Save what is drawn; If-Match names the revision that it began with', shape.Saved),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const expected = expectedRevision(request.headers['if-match'])
      const { revision, savedAt } = await store.withDb(tenant, (tx) =>
        saveDraft(tx, request.params.key, request.body.document, expected, authorOf(request)),
      )
      void reply.header('etag', etagOf(revision))
      return { revision, savedAt: iso(savedAt) }
    },
  )

  app.post(
    '/journeys/:key/check',
    {
      config: { asks: 'journeys.read' },
      bodyLimit: MOST_DOCUMENT,
      schema: {
        params,
        body: shape.CheckDraft,
        ...about('What publishing would refuse or find odd, and how many it would take', shape.Check),
      },
    },
    async (request) => {
      const { key } = request.params
      const language = languageOf(request)
      const checked = await store.withDb(workspaceOf(request).tenant, (tx) =>
        checkJourney(engine, tx, key, request.body?.document),
      )
      return checkIn(language, checked)
    },
  )

  app.post(
    '/journeys/:key/publish',
    {
      config: run,
      schema: {
        params,
        headers: shape.IfMatch,
        body: PublishDraft,
        ...about('Publish the draft; If-Match names the revision that was looked at', shape.Published),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const expected = expectedRevision(request.headers['if-match'])
      const published = await store.withDb(tenant, (tx) =>
        publishDraft(engine, tx, request.params.key, expected, authorOf(request), request.body?.inFlight),
      )
      void reply.header('etag', etagOf(published.revision))
      return { ...published, state: shape.JourneyState.parse(published.state) }
    },
  )

  const ORDERS = {
    pause: 'Hold all members where they are',
    resume: 'Let all members go on',
    stop: 'End the journey for all members inside',
  } as const
  for (const order of ['pause', 'resume', 'stop'] as const) {
    app.post(
      `/journeys/:key/${order}`,
      { config: run, schema: { params, ...about(ORDERS[order], shape.Steered) } },
      async (request) => {
        const { tenant, actor } = workspaceOf(request)
        const { state, people } = await store.withDb(tenant, (tx) => control(tx, request.params.key, order, actor))
        return { state: shape.JourneyState.parse(state), people }
      },
    )
  }

  app.post(
    '/journeys/:key/retry',
    {
      config: { asks: 'members.steer' },
      schema: { params, ...about('Set all failed members going again, from where they failed', shape.Retried) },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      return { people: await store.withDb(tenant, (tx) => retryFailed(tx, request.params.key, actor)) }
    },
  )
}
