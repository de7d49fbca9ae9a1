import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Engine } from '../runtime/engine.ts'
import { listPage } from '../runtime/journeys/list.ts'
import {
  allowedIn,
  changeJourney,
  createJourney,
  duplicateJourney,
  type OpenJourney,
  openJourney,
} from '../runtime/journeys/shelf.ts'
import { usesOf } from '../runtime/uses.ts'
import { budgetAnswer } from './budget-shapes.ts'
import { authorOf, workspaceOf } from './guard.ts'
import { iso, isoOrNull } from './instant.ts'
import { etagOf, MOST_DOCUMENT } from './journey-problems.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'
import { UsedBy } from './named-by-journeys.ts'
import { type Template, templateOf } from './templates.ts'

/** The list of journeys, and journeys one by one. */
export const journeys: FastifyPluginAsyncZod<{ engine: Engine; templates: readonly Template[] }> = async (
  app,
  { engine, templates },
) => {
  const { store } = engine
  const read = { asks: 'journeys.read' } as const
  const edit = { asks: 'journeys.edit' } as const

  app.get(
    '/journeys',
    {
      config: read,
      schema: {
        params: shape.Workspace,
        querystring: shape.ListQuery,
        ...about('Journeys, changed last first', shape.JourneyList),
      },
    },
    async (request) => {
      const page = await store.withDb(workspaceOf(request).tenant, (tx) => listPage(engine, tx, request.query))
      const rows = page.journeys.map(({ nextFireAt, budgets, updatedAt, ...row }) => ({
        ...{ ...row, nextFireAt: isoOrNull(nextFireAt), budgets: budgets.map(budgetAnswer), updatedAt: iso(updatedAt) },
      }))
      return shape.JourneyList.parse({ ...page, journeys: rows })
    },
  )

  app.post(
    '/journeys',
    {
      config: edit,
      bodyLimit: MOST_DOCUMENT,
      schema: {
        params: shape.Workspace,
        body: shape.NewJourney,
        ...about('Make a journey: empty, from a template, or from a document', shape.Created, 201),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const { name, folder, template, document } = request.body
      const made = template === undefined ? document : templateOf(templates, template).document
      const key = await store.withDb(tenant, (tx) =>
        createJourney(tx, { name, folder, document: made }, authorOf(request)),
      )
      return reply.code(201).send({ key })
    },
  )

  app.post(
    '/journeys/:key/duplicate',
    {
      config: edit,
      schema: {
        params: shape.JourneyAddress,
        body: shape.DuplicateJourney,
        ...about('Make a draft of what is drawn of a journey', shape.Created, 201),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const name = request.body?.name
      const key = await store.withDb(tenant, (tx) => duplicateJourney(tx, request.params.key, name, authorOf(request)))
      return reply.code(201).send({ key })
    },
  )

  app.get(
    '/journeys/:key',
    {
      config: read,
      schema: {
        params: shape.JourneyAddress,
        ...about('A journey: its draft, what is live, and what may be done', shape.Journey),
      },
    },
    async (request, reply) => {
      const opened = await store.withDb(workspaceOf(request).tenant, (tx) => openJourney(tx, request.params.key))
      void reply.header('etag', etagOf(opened.draft.revision))
      return opens(opened)
    },
  )

  app.get(
    '/journeys/:key/callers',
    {
      config: read,
      schema: {
        params: shape.JourneyAddress,
        ...about('Live journeys that hand members over to this one', z.object({ journeys: UsedBy })),
      },
    },
    async (request) => {
      const { key } = request.params
      const uses = await store.withDb(workspaceOf(request).tenant, (tx) => usesOf(engine, tx, 'journey'))
      return { journeys: (uses.get(key) ?? []).filter((caller) => caller.key !== key) }
    },
  )

  app.patch(
    '/journeys/:key',
    {
      config: edit,
      schema: {
        params: shape.JourneyAddress,
        body: shape.JourneyChange,
        ...about('Rename, move, label or archive a journey', shape.Journey),
      },
    },
    async (request, reply) => {
      const { tenant } = workspaceOf(request)
      const { key } = request.params
      const opened = await store.withDb(tenant, async (tx) => {
        await changeJourney(tx, key, request.body, authorOf(request))
        await tx.sql.flush()
        return openJourney(tx, key)
      })
      void reply.header('etag', etagOf(opened.draft.revision))
      return opens(opened)
    },
  )
}

function opens({ draft, live, versions, ...journey }: OpenJourney): z.infer<typeof shape.Journey> {
  const { document, revision, savedBy, savedAt } = draft
  return shape.Journey.parse({
    ...journey,
    allowed: allowedIn(journey.state),
    draft: { document, revision, savedBy, savedAt: isoOrNull(savedAt) },
    live: live && { version: live.number, document: live.document, publishedAt: live.publishedAt.toISOString() },
    versions: versions.map(({ number, publishedAt, approved }) => ({
      ...{ number, publishedAt: publishedAt.toISOString() },
      approved: approved && { ...approved, at: iso(approved.at) },
    })),
  })
}
