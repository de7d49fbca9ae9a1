import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Engine } from '../runtime/engine.ts'
import { readCompressed } from './compression.ts'
import { type Health, health } from './health.ts'
import { ingest } from './ingest.ts'
import { apiMetrics } from './metrics.ts'
import { answerError, answerWithProblems } from './problems.ts'

const MEBIBYTE = 1_048_576

export interface ServerOptions extends Omit<Health, 'metrics'> {
  readonly engine: Engine
  readonly logger?: FastifyBaseLogger
  /** Requests of one key in a minute; 6,000 unless told. */
  readonly perMinute?: number
}

/** The HTTP API, not listening yet. */
export function buildServer({ engine, logger, perMinute = 6_000, ...state }: ServerOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    bodyLimit: MEBIBYTE,
    frameworkErrors: answerError,
    ...(logger ? { loggerInstance: logger } : {}),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  answerWithProblems(app)
  readCompressed(app)
  const metrics = apiMetrics(engine)
  app.register(rateLimit, { global: false })
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
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  return app
}
