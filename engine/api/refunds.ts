import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { RefundRules } from '../core/journey/refunds.ts'
import { loadRefundRules, saveRefundRules } from '../loyalty/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'

/** What a workspace calls a refund, and which accounts it may take below zero. */
export const refunds: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const about = aboutOf('refunds')

  app.get(
    '/refund-rules',
    {
      config: { asks: 'catalogue.read' },
      schema: { params: InWorkspace, ...about('Which events are refunds, and what they may do', RefundRules) },
    },
    (request) => store.inTenant(workspaceOf(request).tenant, loadRefundRules),
  )
  app.put(
    '/refund-rules',
    {
      config: { asks: 'refunds.edit' },
      schema: {
        params: InWorkspace,
        body: RefundRules,
        ...about('Say anew which events are refunds; absent fields have their defaults again', RefundRules),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        saveRefundRules(tx, request.body, actor)
        return loadRefundRules(tx)
      })
    },
  )
}
