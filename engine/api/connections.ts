import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isDeeperThan, type JsonObject } from '../core/json.ts'
import {
  deleteConnection,
  listConnections,
  lockConnection,
  orderTestCall,
  ServiceHeaders,
  ServicePace,
  ServiceSettings,
  saveConnection,
} from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { usesOfAccount } from '../runtime/uses.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Address, Done, Key } from './named-by-journeys.ts'
import { Problem, problem } from './problems.ts'

/** Test calls that somebody makes in a minute, at the most: they go to somebody else’s server. */
const TESTS_PER_MINUTE = 30
const DEEPEST_DATA = 20

const Shown = z.object({
  key: z.string(),
  name: z.string(),
  url: z.string(),
  timeoutSeconds: z.int(),
  headers: z.array(z.string()).describe('names of the headers that go with every call; their values are never told'),
  pace: ServicePace.nullable().describe('how many calls journeys make at the most; null: as many as there are'),
})
const Saved = z.object({
  secret: z.string().nullable().describe('the signing secret where it is new: shown this once'),
})
const Sample = z.strictObject({
  path: z
    .string()
    .regex(/^(\/[^\s#\p{Cc}\p{Cs}]*)?$/u, 'begin the path with /, without spaces')
    .max(2_000)
    .default('')
    .describe('put after the address of the service'),
  data: z
    .record(z.string(), z.unknown())
    .refine((data) => !isDeeperThan(DEEPEST_DATA, data), `must not be nested deeper than ${DEEPEST_DATA} levels`)
    .transform((data) => data as JsonObject) // it came as JSON
    .describe('what is sent as JSON'),
})
const Tested = z.object({
  went: z.enum(['well', 'wrong', 'again']).describe('again: a journey would try once more, up to five times'),
  status: z.int().nullable().describe('HTTP status; null where nothing was answered'),
  ms: z.int().describe('how long it took'),
  reason: z.string().nullable().describe('why it did not go well, as a code'),
  body: z.string().describe('the beginning of what was answered'),
  isCut: z.boolean().describe('there was more'),
  isJson: z.boolean(),
  fields: z
    .array(
      z.object({
        from: z.string().describe('its path in the answer, as a node names it'),
        type: z.enum(['text', 'number', 'boolean']),
        value: z.union([z.string(), z.number(), z.boolean()]),
      }),
    )
    .describe('what a node could take of the answer, the first fifty'),
})

/** Services outside that journeys of a workspace may call. */
export const connections: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store, senders } = engine
  const config = { asks: 'connections.manage' } as const
  const about = aboutOf('connections', { 409: problem })

  app.get(
    '/connections',
    {
      config,
      schema: {
        params: InWorkspace,
        ...about('Services that journeys may call', z.object({ connections: z.array(Shown) })),
      },
    },
    async (request) => {
      const found = await store.withDb(workspaceOf(request).tenant, (tx) => listConnections(tx, senders.box))
      return { connections: found.map((one) => ({ ...one, headers: [...one.headers] })) }
    },
  )
  app.put(
    '/connections/:key',
    {
      config,
      schema: {
        params: Address.extend({ key: Key }),
        body: ServiceSettings.extend({
          headers: ServiceHeaders.optional().describe('in place of those there were, which stay where it is absent'),
          pace: ServicePace.nullable()
            .optional()
            .describe('how many calls journeys make at the most; null: as many as there are; absent: as it was'),
          renew: z.boolean().optional().describe('a new signing secret: the old one holds no more'),
        }),
        ...about('Make a connection, or change it', Saved),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const change = { key: request.params.key, ...request.body }
      return store.withDb(tenant, (tx) => saveConnection(tx, senders.box, change, actor))
    },
  )
  app.delete(
    '/connections/:key',
    {
      config,
      schema: { params: Address, ...about('Delete a connection that no journey uses, live or drawn', Done) },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { key } = request.params
      return store.withDb(tenant, async (tx) => {
        const account = await lockConnection(tx, key)
        const journeys = await usesOfAccount(engine, tx, key)
        if (journeys.length > 0) throw usedBy(journeys)
        await deleteConnection(tx, key, account, actor)
        return { done: true as const }
      })
    },
  )
  app.post(
    '/connections/:key/test',
    {
      config: { ...config, rateLimit: { max: TESTS_PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        params: Address,
        body: Sample,
        ...about('Call a service as a journey would, about nobody, marked by the header Waymark-Test', Tested),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { path, data: body } = request.body
      const call = await store.withDb(tenant, (tx) => orderTestCall(tx, request.params.key, { path, body }, actor))
      const { fields, ...tested } = await senders.test(call)
      return { ...tested, fields: [...fields] }
    },
  )
}

function usedBy(journeys: readonly { name: string }[]): Problem {
  const names = journeys.map(({ name }) => `“${name}”`).join(', ')
  const detail = `Used by ${names}: take it out of what is drawn there, or stop and archive the journey, then delete it.`
  return new Problem('connection-used', detail, { journeys })
}
