import Fastify, { type FastifyInstance, type FastifyRequest, type InjectOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { journeyRoutes } from '../api/journey-routes.ts'
import { answerError, answerWithProblems } from '../api/problems.ts'
import { templates } from '../cli/demo/templates.ts'
import type { TestWorkspace } from './workspace.ts'

/** The routes of journeys in a test's workspace, to whoever the header `x-person` names. */
export async function journeyApi(w: TestWorkspace) {
  const app: FastifyInstance = Fastify({ bodyLimit: 1_048_576, frameworkErrors: answerError })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerWithProblems(app)
  const whoAsks = (request: FastifyRequest) => {
    const name = String(request.headers['x-person'] ?? 'Ann')
    return { tenant: w.tenant, actor: `person:${name}`, name }
  }
  const asked: (string | undefined)[] = []
  app.addHook('onRoute', ({ config }) => void asked.push(config?.asks))
  app.register(journeyRoutes, { prefix: '/api/w/:ws', engine: w.engine, whoAsks, templates })
  await app.ready()
  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: unknown, headers = {}) =>
    app.inject({
      ...{ method, url: `/api/w/t${path}`, headers },
      ...(payload === undefined ? {} : { payload: payload as NonNullable<InjectOptions['payload']> }), // JSON, or bytes
    })
  return {
    app,
    asked,
    get: (path: string, headers = {}) => send('GET', path, undefined, headers),
    post: (path: string, payload?: unknown, headers = {}) => send('POST', path, payload, headers),
    patch: (path: string, payload: unknown) => send('PATCH', path, payload),
    save: (key: string, document: unknown, revision: number, person = 'Ann') =>
      send('PUT', `/journeys/${key}/draft`, { document }, { 'if-match': `"${revision}"`, 'x-person': person }),
    publish: (key: string, revision: number) =>
      send('POST', `/journeys/${key}/publish`, undefined, { 'if-match': `"${revision}"` }),
    close: () => app.close(),
  }
}

/** An event, and a wait of a day before the end. */
export const waitingJourney = (key: string, more: object = {}) => ({
  schema: 1,
  key,
  name: key,
  nodes: [
    { id: 'start', type: 'trigger-event', version: 1, name: 'start', settings: { events: [{ event: 'joined' }] } },
    {
      id: 'day',
      type: 'wait',
      version: 1,
      name: 'day',
      settings: { kind: 'duration', duration: { amount: 1, unit: 'day' } },
    },
    { id: 'end', type: 'end', version: 1, name: 'end' },
  ],
  edges: [
    { from: 'start', outcome: 'next', to: 'day' },
    { from: 'day', outcome: 'done', to: 'end' },
  ],
  ...more,
})
