import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ApiMetrics } from './metrics.ts'
import { Problem } from './problems.ts'

export interface Health {
  readonly metrics: ApiMetrics
  /** The migrations that the database lacks. Throws where it does not answer. */
  readonly missingMigrations: () => Promise<string[]>
  /** Rows that lie outside every month partition. */
  readonly rowsOutsideMonths: () => Promise<number>
}

const Ok = z.object({ status: z.literal('ok') })
const Ready = Ok.extend({
  rowsOutsideMonths: z
    .int()
    .describe('rows in no month partition, counted to 1,000: 0 is well, others are slower to reach'),
})

/** For the machine that runs this one. */
export const health: FastifyPluginAsyncZod<Health> = async (app, { metrics, missingMigrations, rowsOutsideMonths }) => {
  const about = <Answer extends z.ZodType>(summary: string, answer: Answer) => ({
    schema: { summary, tags: ['health'], response: { 200: answer } },
  })
  app.get('/healthz', about('The process answers', Ok), async () => ({ status: 'ok' as const }))
  app.get('/readyz', about('The database answers and has all migrations', Ready), async () => {
    const missing = await missingMigrations().catch(() => undefined)
    if (!missing) throw new Problem('not-ready', 'The database does not answer.')
    if (missing.length > 0) throw new Problem('not-ready', `The database lacks migrations: ${missing.join(', ')}.`)
    return { status: 'ok' as const, rowsOutsideMonths: await rowsOutsideMonths() }
  })
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    void reply.type(metrics.contentType)
    return metrics.text()
  })
}
