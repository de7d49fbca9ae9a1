import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { InFlight } from '../core/journey/in-flight.ts'
import type { Engine } from '../runtime/engine.ts'
import { moveProgress, rehearseMove, TURNS } from '../runtime/journeys/in-flight.ts'
import { workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'
import { finding, MOST_DOCUMENT } from './journey-problems.ts'
import { about } from './journey-responses.ts'
import { Document, Finding, JourneyAddress } from './journey-shapes.ts'
import { languageOf } from './language.ts'

export const PublishDraft = z
  .strictObject({
    inFlight: InFlight.optional().describe('what becomes of those inside; absent: they finish in their version'),
  })
  .nullish()

const Count = z.int()
const Turns = z
  .record(z.enum(TURNS), Count)
  .describe(
    'of those who wait: stay in their version, go on at once, wait less, as before or longer, leave, or undecided',
  )

const Rehearse = InFlight.extend({ document: Document.optional().describe('absent: the saved draft') })
const Rehearsal = z.object({
  people: Count.describe('who are inside, of all versions'),
  crowds: z
    .array(
      z.object({
        node: z.string(),
        name: z.string(),
        type: z.string(),
        people: Count,
        failed: Count.describe('of them, who failed there'),
        to: z.string().nullable().describe('node of the new version where they go; null: out, undecided, or they stay'),
        isKept: z.boolean().describe('the new version has the node: it needs no target'),
        turns: Turns,
      }),
    )
    .describe('nodes where somebody stands'),
  turns: Turns,
  isEstimate: z.boolean().describe('a sample was judged, and the others are taken to be like it'),
  problems: z.array(Finding).describe('each of them refuses the move'),
})

const Progress = z.object({
  move: z
    .object({
      version: z.int(),
      policy: z.enum(['move', 'stop']),
      at: Instant,
      people: Count.describe('how many it concerned'),
      left: Count.describe('how many of them are still where they were'),
      isDone: z.boolean(),
    })
    .nullable()
    .describe('null: those inside were never moved'),
})

/** What becomes of those inside when a journey is published. */
export const inFlight: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const config = { asks: 'journeys.read' } as const

  app.post(
    '/journeys/:key/in-flight/rehearse',
    {
      config,
      bodyLimit: MOST_DOCUMENT,
      schema: {
        params: JourneyAddress,
        body: Rehearse,
        ...about('What publishing would do to those inside; nothing is changed', Rehearsal),
      },
    },
    async (request) => {
      const { document, ...given } = request.body
      const language = languageOf(request)
      const { problems, crowds, ...rest } = await store.withDb(workspaceOf(request).tenant, (tx) =>
        rehearseMove(engine, tx, request.params.key, given, document),
      )
      return { ...rest, crowds: [...crowds], problems: problems.map((one) => finding(one, language)) }
    },
  )

  app.get(
    '/journeys/:key/in-flight',
    {
      config,
      schema: { params: JourneyAddress, ...about('How far the newest move of those inside has come', Progress) },
    },
    async (request) => {
      const move = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        moveProgress(engine, tx, request.params.key),
      )
      return { move: move ? { ...move, at: iso(move.at) } : null }
    },
  )
}
