import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { amountOf, BUDGET_KINDS } from '../core/budgets/budgets.ts'
import { localDate } from '../core/time/zone.ts'
import type { Engine } from '../runtime/engine.ts'
import { type ForecastDay, forecast } from '../runtime/forecast/forecast.ts'
import type { BudgetOutlook } from '../runtime/forecast/outlay.ts'
import type { NodeTally } from '../runtime/journeys/counts.ts'
import { workspaceOf } from './guard.ts'
import { iso } from './instant.ts'
import { MOST_DOCUMENT } from './journey-problems.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'

const Amounts = z.record(z.string(), z.int())
const Question = z.strictObject({
  days: z.int().min(1).max(90).default(30).describe('how far to look ahead'),
  document: shape.Document.optional().describe('absent: the saved draft'),
})
const Answer = z.object({
  at: shape.Counts.shape.at,
  zone: z.string(),
  perMille: z.int().describe('of a thousand members, how many were looked at; the numbers stand for all'),
  nodes: z.record(z.string(), shape.NodeCounts).describe('at the end of the time'),
  totals: shape.Totals,
  unforetold: z
    .array(z.string())
    .describe('ids of triggers of which the past does not tell who would come: they let nobody in here'),
  refused: Amounts.describe('who would come and not be let in, by reason'),
  days: z.array(
    z.object({
      day: z.iso.date(),
      entered: z.int(),
      completed: z.int(),
      messages: Amounts.describe('by channel'),
      points: Amounts.describe('by account'),
    }),
  ),
  budgets: z
    .array(
      z.object({
        of: z.enum(BUDGET_KINDS),
        most: z.number(),
        before: z.number().describe('spent already'),
        spent: z.number().describe('at the end of the time'),
        outOn: z.iso
          .date()
          .nullable()
          .describe('the day on which somebody is refused first; null: there is room for all'),
        refused: z.int().describe('visits for which there is no room'),
      }),
    )
    .describe('money in the main unit of the currency of the workspace'),
})

/** What a journey would do to the members there are, told without doing it. */
export const forecasts: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  app.post(
    '/journeys/:key/forecast',
    {
      config: { asks: 'members.read' },
      bodyLimit: MOST_DOCUMENT,
      schema: {
        params: shape.JourneyAddress,
        body: Question,
        ...about('People at each node, messages and points in days to come, if members do again what they did', Answer),
      },
    },
    async (request) => {
      const told = await engine.store.withDb(workspaceOf(request).tenant, (tx) =>
        forecast(engine, tx, request.params.key, request.body),
      )
      const { at, zone, perMille, nodes, totals, unforetold, refused, days, budgets } = told
      return {
        ...{ at: iso(at), zone, perMille },
        nodes: Object.fromEntries(Object.entries(nodes).map(([id, tally]) => [id, wholeNode(tally)])),
        ...{ totals: whole({ ...totals }), unforetold: [...unforetold], refused: whole(refused) },
        ...{ days: days.map(wholeDay), budgets: budgets.map((budget) => budgetAnswer(budget, zone)) },
      }
    },
  )
}

/** Numbers that stand for many members are not whole ones. */
const whole = <T extends Readonly<Record<string, number>>>(amounts: T): { [K in keyof T]: number } =>
  Object.fromEntries(Object.entries(amounts).map(([name, n]) => [name, Math.round(n)])) as { [K in keyof T]: number } // the same names

// Said to be what the API answers: `Object.fromEntries` takes whatever it is given, and tells the types nothing of it.
const wholeNode = ({ out, left, ...people }: NodeTally): z.infer<typeof shape.NodeCounts> => ({
  ...{ ...whole(people), out: whole(out), left: whole(left) },
})

const wholeDay = ({ day, entered, completed, messages, points }: ForecastDay) => ({
  ...{ day, ...whole({ entered, completed }) },
  ...{ messages: whole(messages), points: whole(points) },
})

const budgetAnswer = ({ of, most, before, spent, outAt, refused }: BudgetOutlook, zone: string) => ({
  ...{ of, most: amountOf(of, most), before: amountOf(of, before), spent: amountOf(of, Math.round(spent)) },
  ...{ outOn: outAt === null ? null : localDate(outAt, zone), refused: Math.round(refused) },
})
