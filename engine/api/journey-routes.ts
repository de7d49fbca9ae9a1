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
  options,
) => {
  answerInWords(app, options.problemText)
  app.register(journeys, options)
  app.register(drafts, options)
  app.register(reports, options)
  app.register(peopleAtNodes, options)
  app.register(templateRoutes, options)
}
