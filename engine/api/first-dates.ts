import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { FirstDates } from '../core/first-dates.ts'
import { loadFirstDates, saveFirstDates } from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'

/** Attributes in which a workspace keeps when members first did something. */
export const firstDates: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const about = aboutOf('first-dates')

  app.get(
    '/first-dates',
    {
      config: { asks: 'catalogue.read' },
      schema: { params: InWorkspace, ...about('Which attributes hold when members first did something', FirstDates) },
    },
    (request) => store.inTenant(workspaceOf(request).tenant, loadFirstDates),
  )
  app.put(
    '/first-dates',
    {
      config: { asks: 'first-dates.edit' },
      schema: {
        params: InWorkspace,
        body: FirstDates,
        ...about(
          'Say anew which first dates are kept. What members did before is gone through in the background; an attribute that is left out keeps what it holds',
          FirstDates,
        ),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        saveFirstDates(tx, request.body, actor)
        return loadFirstDates(tx)
      })
    },
  )
}
