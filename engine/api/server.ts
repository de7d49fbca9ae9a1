import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { SignIn } from '../access/face.ts'
import { fileSchemas, SCHEMA_FILES } from '../core/journey/file-schema.ts'
import type { Engine } from '../runtime/engine.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { catalogue } from './catalogue.ts'
import { readCompressed } from './compression.ts'
import { connections } from './connections.ts'
import { firstDates } from './first-dates.ts'
import { groups } from './groups.ts'
import { guard } from './guard.ts'
import { type Health, health } from './health.ts'
import { holidays } from './holidays.ts'
import { ingest } from './ingest.ts'
import { journeyRoutes } from './journey-routes.ts'
import { Live, type Watched } from './live.ts'
import { liveCounts } from './live-counts.ts'
import { liveNotices } from './live-notices.ts'
import { memberCopies } from './member-copies.ts'
import { memberJourneys } from './member-journeys.ts'
import { members } from './members.ts'
import { apiMetrics } from './metrics.ts'
import { notices } from './notices.ts'
import { servePages } from './pages.ts'
import { people } from './people.ts'
import { answerError, answerWithProblems, Problem } from './problems.ts'
import { refunds } from './refunds.ts'
import { segments } from './segments.ts'
import { sendingRules } from './sending-rules.ts'
import { Sessions, sessionRoutes } from './sessions.ts'
import type { Template } from './templates.ts'

const MEBIBYTE = 1_048_576

export interface ServerOptions extends Omit<Health, 'metrics'> {
  readonly engine: Engine
  readonly signIn: SignIn
  readonly templates: readonly Template[]
  readonly logger?: FastifyBaseLogger
  /** The folder of the built browser application; without it there are no pages. */
  readonly pages?: string
  /** Requests of one key in a minute; 6,000 unless told. */
  readonly perMinute?: number
  /** Tries to sign in, or to open an invitation, from one address in a minute; 30 unless told. */
  readonly signInsPerMinute?: number
}

/** The HTTP API and the pages, not listening yet. */
export function buildServer(options: ServerOptions): FastifyInstance {
  const { engine, signIn, templates, logger, pages, perMinute = 6_000, signInsPerMinute = 30, ...state } = options
  const app: FastifyInstance = Fastify({
    bodyLimit: MEBIBYTE,
    frameworkErrors: answerError,
    // Where an address is set there is somebody in front: whoever asks from this network may say for whom.
    ...(signIn.publicUrl ? { trustProxy: 'loopback, linklocal, uniquelocal' } : {}),
    ...(logger ? { loggerInstance: logger } : {}),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  secure(app, signIn.publicUrl?.startsWith('https:') ?? false)
  if (pages !== undefined) servePages(app, pages)
  answerWithProblems(app)
  guard(app, engine, signIn)
  readCompressed(app)
  const metrics = apiMetrics(engine)
  offerLive(app, engine, signIn)
  app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) => new Problem('too-many-requests', `Wait ${Math.ceil(ttl / 1_000)} s.`),
  })
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Waymark', version: '1' },
      components: {
        securitySchemes: { basic: { type: 'http', scheme: 'basic' }, bearer: { type: 'http', scheme: 'bearer' } },
      },
    },
    transform: jsonSchemaTransform,
  })
  app.register(health, { metrics, ...state })
  app.register(ingest, { prefix: '/v1', engine, metrics, perMinute })
  const sessions = new Sessions(signIn)
  app.register(sessionRoutes, { prefix: '/api/auth', sessions, perMinute: signInsPerMinute })
  app.register(people, { prefix: '/api', engine, signIn, sessions, perMinute: signInsPerMinute })
  const workspace = { prefix: '/api/w/:ws', engine }
  app.register(apiKeyRoutes, workspace)
  app.register(journeyRoutes, { ...workspace, templates })
  app.register(members, workspace)
  app.register(memberJourneys, workspace)
  app.register(memberCopies, workspace)
  app.register(segments, workspace)
  app.register(groups, workspace)
  app.register(catalogue, workspace)
  app.register(connections, workspace)
  app.register(holidays, workspace)
  app.register(notices, workspace)
  app.register(refunds, workspace)
  app.register(firstDates, workspace)
  app.register(sendingRules, workspace)
  for (const kind of ['journey', 'tests'] as const)
    app.get(`/${SCHEMA_FILES[kind]}`, { schema: { hide: true } }, () => fileSchemas(engine.registry)[kind])
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  return app
}

/** What browsers can watch. */
function offerLive(app: FastifyInstance, engine: Engine, signIn: SignIn): void {
  const live = new Live(app, engine, signIn)
  app.decorate('live', live)
  const audienceOf = (topic: string) => ({
    watched: () => live.watched(topic),
    tell: (watched: Watched, message: object) => live.tell(watched, message),
  })
  const counts = liveCounts(engine, audienceOf('journey'))
  const unread = liveNotices(engine, audienceOf('notices'))
  live.offer({ name: 'journey', asks: 'journeys.read', first: counts.first })
  live.offer({ name: 'notices', asks: 'notices.read', own: true, first: unread.first })
  app.addHook('onReady', async () => {
    const failed = (what: string) => (error: unknown) => app.log.warn({ err: error }, `live ${what} could not be read`)
    const stops = [counts.start(failed('counts')), unread.start(failed('notices'))]
    app.addHook('onClose', async () => {
      for (const stop of stops) stop()
    })
  })
}

/** Scripts are our own files only. Styles may stand in the page: Radix and sonner put some there. */
function secure(app: FastifyInstance, tls: boolean): void {
  app.register(helmet, {
    strictTransportSecurity: tls,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  })
}
