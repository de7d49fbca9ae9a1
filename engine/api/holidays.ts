import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HOLIDAYS } from '../core/time/calendar.ts'
import { Holidays } from '../core/time/holidays.ts'
import { forgetHolidays, loadHolidays, saveHolidays } from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { changeHolidays } from '../runtime/holidays.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'

const Day = z.object({
  date: z.iso.date(),
  is: z.enum(['off', 'work']),
  name: z.string(),
  holiday: z
    .enum(HOLIDAYS)
    .optional()
    .describe('the statutory holiday that it belongs to, where the name does not say it'),
})
const Known = z.object({
  years: z.array(z.int()).describe('years whose holidays are known: in others weekdays alone answer'),
  own: z.array(z.int()).describe('those of them that the workspace has written itself'),
  days: z.array(Day).describe('days off of holidays, and days of weekends that are worked for them'),
})
const Year = InWorkspace.extend({ year: z.string().regex(/^\d{4}$/) })

/** Holidays: which days are worked, for every journey of a workspace. */
export const holidays: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const reads = { asks: 'catalogue.read' } as const
  const edits = { asks: 'holidays.edit' } as const
  const about = aboutOf('holidays')
  const shown = ({ years, own, days }: Awaited<ReturnType<typeof loadHolidays>>) => ({
    years: [...years],
    own: [...own],
    days: [...days],
  })

  app.get(
    '/holidays',
    { config: reads, schema: { params: InWorkspace, ...about('Holidays of the years that are known', Known) } },
    (request) => store.inTenant(workspaceOf(request).tenant, async (tx) => shown(await loadHolidays(tx))),
  )
  app.put(
    '/holidays',
    {
      config: edits,
      schema: {
        params: InWorkspace,
        body: Holidays,
        ...about('Put whole years in place of what was known of them; other years stay', Known),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        await changeHolidays(engine, tx, () => saveHolidays(tx, request.body, actor))
        return shown(await loadHolidays(tx))
      })
    },
  )
  app.delete(
    '/holidays/:year',
    { config: edits, schema: { params: Year, ...about('Forget what was written of a year', Known) } },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => {
        await changeHolidays(engine, tx, () => forgetHolidays(tx, Number(request.params.year), actor))
        return shown(await loadHolidays(tx))
      })
    },
  )
}
