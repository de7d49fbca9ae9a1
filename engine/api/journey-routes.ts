import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { JourneyRoutes } from './asker.ts'
import { drafts } from './drafts.ts'
import { answerInWords } from './journey-problems.ts'
import { journeys } from './journeys.ts'
import { peopleAtNodes } from './people-at.ts'
import { reports } from './reports.ts'
import { type Template, templateRoutes } from './templates.ts'

/** All routes of journeys, under `/api/w/:ws`. */
export const journeyRoutes: FastifyPluginAsyncZod<JourneyRoutes & { readonly templates: readonly Template[] }> = async (
  app,
  { engine, whoAsks, templates },
) => {
  const given = { engine, whoAsks }
  answerInWords(app)
  app.register(journeys, { ...given, templates })
  app.register(drafts, given)
  app.register(reports, given)
  app.register(peopleAtNodes, given)
  app.register(templateRoutes, { templates })
}
