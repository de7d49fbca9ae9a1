import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Engine } from '../runtime/engine.ts'
import { countsOf, type JourneyCounts, type NodeTally } from '../runtime/journeys/counts.ts'
import { goalPeople } from '../runtime/journeys/goals.ts'
import { type JourneyReport, journeyReport } from '../runtime/journeys/report.ts'
import { budgetAnswer } from './budget-shapes.ts'
import { csvOf } from './csv.ts'
import { workspaceOf } from './guard.ts'
import { iso } from './instant.ts'

import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'

/** The same as goes out to those who watch. */
export const countsAnswer = ({ at, nodes, goals, budgets, ...rest }: JourneyCounts): z.infer<typeof shape.Counts> => ({
  ...{ ...rest, at: iso(at), goals: [...goals], budgets: budgets.map(budgetAnswer) },
  nodes: Object.fromEntries(Object.entries(nodes).map(([id, tally]) => [id, nodeAnswer(tally)])),
})

const nodeAnswer = ({ out, left, ...people }: NodeTally): z.infer<typeof shape.NodeCounts> => ({
  ...{ ...people, out: { ...out }, left: { ...left } },
})

/** What became of the people of a journey. */
export const reports: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const params = shape.JourneyAddress
  const config = { asks: 'journeys.read' } as const

  app.get(
    '/journeys/:key/counts',
    {
      config,
      schema: {
        params,
        querystring: shape.CountsQuery,
        ...about(
          'Who entered, left, waits and failed at each node of a version, the live one unless told',
          shape.Counts,
        ),
      },
    },
    async (request) =>
      countsAnswer(
        await store.inTenant(workspaceOf(request).tenant, (tx) =>
          countsOf(engine, tx, request.params.key, request.query.version),
        ),
      ),
  )

  app.get(
    '/journeys/:key/report',
    { config, schema: { params, querystring: shape.ReportQuery, ...about('Per node, day and version', shape.Report) } },
    async (request) => {
      const { at, ...report } = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        journeyReport(engine, tx, request.params.key, request.query),
      )
      const versions = report.versions.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: iso(publishedAt) }))
      const budgets = report.budgets.map(budgetAnswer)
      return shape.Report.parse({ ...report, versions, budgets, at: iso(at) })
    },
  )

  app.get(
    '/journeys/:key/goals/:goal/people',
    {
      config: { asks: 'members.read' },
      schema: {
        params: shape.GoalAddress,
        querystring: shape.GoalPeopleQuery,
        ...about('Who reached a goal, or entered and did not', shape.GoalPeople),
      },
    },
    async (request) => {
      const { key, goal } = request.params
      const { reached, ...filter } = request.query
      const { people, next } = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        goalPeople(engine, tx, key, goal, { ...filter, reached: reached === 'true' }),
      )
      const rows = people.map(({ enrolment, member, at, identity, ...row }) => ({
        ...{ ...row, identity: identity && { ...identity }, at: iso(at) },
        ...{ enrolment: String(enrolment), member: String(member) },
      }))
      return { people: rows, next }
    },
  )

  app.get(
    '/journeys/:key/report.csv',
    {
      config,
      schema: {
        params,
        querystring: shape.CsvQuery,
        ...about('The report as CSV, safe for spreadsheets', z.string()),
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const { rows, ...filter } = request.query
      const report = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        journeyReport(engine, tx, request.params.key, filter),
      )
      void reply.type('text/csv; charset=utf-8')
      void reply.header('content-disposition', `attachment; filename="${request.params.key}-${rows}.csv"`)
      return csvOf(TABLES[rows](report))
    },
  )
}

const ways = (of: Readonly<Record<string, number>>) =>
  Object.entries(of)
    .map(([name, n]) => `${name}: ${n}`)
    .join('; ')

/** Where a version or a day has no figure. */
const OF_ALL_ALONE = Array.from({ length: 10 }, () => null)

const TABLES: Record<'nodes' | 'days' | 'versions' | 'goals', (report: JourneyReport) => (string | number | null)[][]> =
  {
    nodes: ({ nodes }) => [
      [
        'node',
        'name',
        'type',
        'entered',
        'waiting',
        'failed',
        'left by outcome',
        'left otherwise',
        'median ms',
        'reversed',
      ],
      ...nodes.map(({ id, name, type, entered, waiting, failed, out, left, reversed, medianMs }) => [
        ...[id, name, type, entered, waiting, failed, ways(out), ways(left), medianMs, reversed],
      ]),
    ],
    days: ({ days }) => [
      ['day', 'entered', 'completed', 'failed', 'left otherwise'],
      ...days.map(({ day, entered, completed, failed, left }) => [day, entered, completed, failed, ways(left)]),
    ],
    versions: ({ versions }) => [
      ['version', 'published at', 'entered', 'completed', 'inside'],
      ...versions.map((row) => [row.version, iso(row.publishedAt), row.entered, row.completed, row.inside]),
    ],
    goals: ({ goals }) => [
      [
        ...['goal', 'name', 'of', 'entered', 'reached', 'value', 'time over', 'time over reached'],
        ...['held out', 'held out reached', 'held out time over', 'held out time over reached'],
        ...['lift', 'lift from', 'lift to'],
      ],
      ...goals.flatMap(({ id, name, entered, reached, value, over, heldOut, lift, versions, days }) => [
        [
          ...[id, name, 'all', entered, reached, value, over.entered, over.reached],
          ...[heldOut.entered, heldOut.reached, heldOut.over.entered, heldOut.over.reached],
          ...[lift?.difference ?? null, lift?.low ?? null, lift?.high ?? null],
        ],
        ...versions.map((row) => [id, name, `v${row.version}`, row.entered, row.reached, ...OF_ALL_ALONE]),
        ...days.map((row) => [id, name, row.day, row.entered, row.reached, ...OF_ALL_ALONE]),
      ]),
    ],
  }
