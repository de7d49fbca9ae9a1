import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SendingRules } from '../core/sending/rules.ts'
import { loadSendingRules, saveSendingRules } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'

/** What holds for the messages of every journey of a workspace. */
export const sendingRules: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const about = aboutOf('sending rules')

  app.get(
    '/sending-rules',
    {
      config: { asks: 'catalogue.read' },
      schema: {
        params: InWorkspace,
        ...about('When messages do not go, where a journey says nothing else', SendingRules),
      },
    },
    (request) => store.inTenant(workspaceOf(request).tenant, (tx) => loadSendingRules(tx)),
  )
  app.put(
    '/sending-rules',
    {
      config: { asks: 'sending.edit' },
      schema: {
        params: InWorkspace,
        body: SendingRules,
        ...about('Put rules in place of those there were: they hold at once, for running journeys too', SendingRules),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        await saveSendingRules(tx, request.body, actor)
        return request.body
      })
    },
  )
}
