import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callJourney, NOT_TAKEN } from '../runtime/call-journey.ts'
import type { Engine } from '../runtime/engine.ts'
import { Intake } from '../runtime/intake.ts'
import type { Told } from '../runtime/take-in.ts'
import { callerOf, requireKey } from './keys.ts'
import type { ApiMetrics } from './metrics.ts'
import { ProblemDocument } from './problems.ts'
import { Batch, Identify, JourneyTrigger, personIn, Track, toldBy } from './segment-calls.ts'

const Taken = z.object({
  success: z.literal(true),
  stored: z.int().describe('events stored'),
  repeated: z.int().describe('events whose message id was seen within 30 days: accepted again, stored once'),
})
const Called = z.object({
  taken: z.boolean().describe('whether the person entered'),
  reason: z.enum(NOT_TAKEN).optional().describe('why not'),
})
const problem = { content: { 'application/problem+json': { schema: ProblemDocument } } }
const response = {
  200: Taken,
  400: problem,
  401: problem,
  403: problem,
  413: problem,
  415: problem,
  429: problem,
  500: problem,
}
const about = (summary: string) => ({ summary, tags: ['ingest'], security: [{ basic: [] }, { bearer: [] }], response })
const aboutCalls = {
  ...about('Lets a person enter a journey by its API trigger, and answers whether it did'),
  response: { ...response, 200: Called, 404: problem },
}

export interface Ingest {
  readonly engine: Engine
  readonly metrics: ApiMetrics
  readonly perMinute: number
}

/** The way in for events and traits, as Segment's libraries speak it. One request is taken in whole, or not at all. */
export const ingest: FastifyPluginAsyncZod<Ingest> = async (app, { engine, metrics, perMinute }) => {
  const intake = new Intake(engine)
  requireKey(app, engine, 'write', perMinute)
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode < 400) return
    const { batch } = (request.body ?? {}) as { batch?: unknown } // only looked at, whatever it is
    metrics.events.inc({ outcome: 'refused' }, Array.isArray(batch) ? batch.length : 1)
  })

  const take = async (
    request: Parameters<typeof callerOf>[0],
    told: readonly Told[],
  ): Promise<z.infer<typeof Taken>> => {
    const { stored, repeated } = await intake.take(callerOf(request).tenant, told)
    metrics.events.inc({ outcome: 'stored' }, stored)
    metrics.events.inc({ outcome: 'repeated' }, repeated)
    return { success: true, stored, repeated }
  }

  app.post('/track', { schema: { body: Track, ...about('Something a person did') } }, (request) =>
    take(request, [toldBy(request.body)]),
  )
  app.post('/identify', { schema: { body: Identify, ...about('What is known of a person') } }, (request) =>
    take(request, [toldBy(request.body)]),
  )
  app.post(
    '/journeys/:key/trigger',
    {
      schema: {
        params: z.object({ key: z.string().max(64).describe('the key of the journey') }),
        body: JourneyTrigger,
        ...aboutCalls,
      },
    },
    async (request) => {
      const { params, body } = request
      const { data, idempotencyKey } = body
      return callJourney(engine, callerOf(request).tenant, {
        ...{ journey: params.key, person: personIn(body), data: data ?? {} },
        ...(idempotencyKey && { idempotencyKey }),
      })
    },
  )
  app.post('/batch', { schema: { body: Batch, ...about('Many calls: all are taken, or none') } }, (request) =>
    take(request, request.body.batch.map(toldBy)),
  )
}
