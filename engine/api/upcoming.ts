import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Zone } from '../core/time/zone.ts'
import type { Engine } from '../runtime/engine.ts'
import { upcomingOf } from '../runtime/journeys/upcoming.ts'
import { workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'

const Question = z.strictObject({
  type: z.string().max(64).describe('node type'),
  settings: shape.Document.describe('of the node, complete'),
  zone: Zone.describe('of the journey'),
})
const Answer = z.object({
  of: z
    .enum(['fires', 'openings', 'people'])
    .describe(
      'what the times are: a trigger fires, a wait lets people go on, a trigger fires and it is the day of somebody',
    ),
  zone: z.string().describe('that they are meant in'),
  times: z
    .array(
      z.object({
        at: Instant,
        people: z.int().nullable().describe('whose day it is then; null where all of an audience are taken at once'),
        guessed: z.boolean().describe('it goes by holidays that are not known yet, and may move once they are written'),
      }),
    )
    .max(5)
    .describe('the next five; fewer where they end'),
})

/** When a trigger or a wait comes round, as somebody sets it. */
export const upcoming: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  app.post(
    '/upcoming',
    {
      config: { asks: 'journeys.read' },
      schema: {
        params: shape.Workspace,
        body: Question,
        ...about('The next five times of a trigger, or of a wait for days and hours', Answer),
      },
    },
    async (request) => {
      const told = await engine.store.inTenant(
        workspaceOf(request).tenant,
        (tx) => upcomingOf(engine, tx, request.body as Parameters<typeof upcomingOf>[2]), // a body is JSON
      )
      return {
        of: told.of,
        zone: told.zone,
        times: told.times.map(({ at, people = null, guessed = false }) => ({ at: iso(at), people, guessed })),
      }
    },
  )
}
