import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ApiMetrics } from './metrics.ts'
import { Problem } from './problems.ts'

export interface Health {
  readonly metrics: ApiMetrics
  /** The migrations that the database lacks. Throws where it does not answer. */
  readonly missingMigrations: () => Promise<string[]>
}

const Ok = z.object({ status: z.literal('ok') })

/** For the machine that runs this one. */
export const health: FastifyPluginAsyncZod<Health> = async (app, { metrics, missingMigrations }) => {
  const about = (summary: string) => ({ schema: { summary, tags: ['health'], response: { 200: Ok } } })
  app.get('/healthz', about('The process answers'), async () => ({ status: 'ok' as const }))
  app.get('/readyz', about('The database answers and has all migrations'), async () => {
    const missing = await missingMigrations().catch(() => undefined)
    if (!missing) throw new Problem('not-ready', 'The database does not answer.')
    if (missing.length > 0) throw new Problem('not-ready', `The database lacks migrations: ${missing.join(', ')}.`)
    return { status: 'ok' as const }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    void reply.type(metrics.contentType)
    return metrics.text()
  })
}
