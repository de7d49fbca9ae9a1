import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listConnections, ServiceHeaders, ServiceSettings, saveConnection } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Address, Key } from './named-by-journeys.ts'

const Shown = z.object({
  key: z.string(),
  name: z.string(),
  url: z.string(),
  timeoutSeconds: z.int(),
  headers: z.array(z.string()).describe('names of the headers that go with every call; their values are never told'),
})
const Saved = z.object({
  secret: z.string().nullable().describe('the signing secret where it is new: shown this once'),
})

/** Services outside that journeys of a workspace may call. */
export const connections: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store, senders } }) => {
  const config = { asks: 'connections.manage' } as const
  const about = aboutOf('connections')

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
}
