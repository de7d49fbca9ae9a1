import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { apiKeys, issueApiKey, revokeApiKey } from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'

const Key = z.object({ id: z.string(), name: z.string(), scopes: z.array(z.string()), createdAt: Instant })
const NewKey = z.object({ name: z.string(), key: z.string().describe('shown this once') })
const Done = z.object({ done: z.literal(true) })
const KeyId = InWorkspace.extend({ key: z.string().regex(/^[1-9]\d{0,15}$/) })

/** The keys by which other programs write events. */
export const apiKeyRoutes: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const config = { asks: 'keys.manage' } as const
  const about = aboutOf('keys')

  app.get(
    '/keys',
    { config, schema: { params: InWorkspace, ...about('Keys that are open', z.object({ keys: z.array(Key) })) } },
    async (request) => {
      const found = await store.withDb(workspaceOf(request).tenant, apiKeys)
      return {
        keys: found.map(({ scopes, createdAt, ...key }) => ({
          ...{ ...key, scopes: [...scopes], createdAt: iso(createdAt) },
        })),
      }
    },
  )
  app.post(
    '/keys',
    {
      config,
      schema: {
        params: InWorkspace,
        body: z.strictObject({ name: z.string().trim().min(1).max(80) }),
        ...about('Make a key that may write events', NewKey),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { name } = request.body
      return { name, key: await store.inTenant(tenant, (tx) => issueApiKey(tx, name, ['write'], actor)) }
    },
  )
  app.delete(
    '/keys/:key',
    { config, schema: { params: KeyId, ...about('Close a key for good', Done) } },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      await store.inTenant(tenant, (tx) => revokeApiKey(tx, request.params.key, actor))
      return { done: true as const }
    },
  )
}
