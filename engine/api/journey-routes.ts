import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Engine } from '../runtime/engine.ts'
import { approvals } from './approvals.ts'
import { drafts } from './drafts.ts'
import { forecasts } from './forecasts.ts'
import { inFlight } from './in-flight.ts'
import { answerInWords } from './journey-problems.ts'
import { journeys } from './journeys.ts'
import { peopleAtNodes } from './people-at.ts'
import { reports } from './reports.ts'
import { type Template, templateRoutes } from './templates.ts'
import { trials } from './trials.ts'
import { upcoming } from './upcoming.ts'

/** All routes of journeys, under `/api/w/:ws`. */
export const journeyRoutes: FastifyPluginAsyncZod<{ engine: Engine; templates: readonly Template[] }> = async (
  app,
  { engine, templates },
) => {
  answerInWords(app)
  app.register(journeys, { engine, templates })
  app.register(drafts, { engine })
  app.register(inFlight, { engine })
  app.register(approvals, { engine })
  app.register(forecasts, { engine })
  app.register(upcoming, { engine })
  app.register(reports, { engine })
  app.register(peopleAtNodes, { engine })
  app.register(trials, { engine })
  app.register(templateRoutes, { templates })
}
