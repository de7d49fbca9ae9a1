import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Engine } from '../runtime/engine.ts'
import { pickWinner, type TrialResult, trialResults } from '../runtime/trials.ts'
import { workspaceOf } from './guard.ts'
import { iso } from './instant.ts'
import { about } from './journey-responses.ts'
import { JourneyAddress, NodeAddress } from './journey-shapes.ts'
import * as shape from './trial-shapes.ts'

function answerOf({ id, name, spec, trial, verdict }: TrialResult): z.infer<typeof shape.Trial> {
  const { goal, minimum, picks } = spec
  const { since, dueAt, judged, winner } = trial
  return {
    ...{ node: id, name, event: goal.match.event, within: { ...goal.within }, revenue: goal.revenue ?? null },
    ...{ minimum, picks, since: iso(since), dueAt: iso(dueAt), judged },
    winner: winner ? { ...winner, at: iso(winner.at) } : null,
    // Looking every day until one arm is ahead would find a winner among equals.
    best: judged ? (verdict.best ?? null) : null,
    undecided: verdict.undecided ?? null,
    sampleRatio: { ...verdict.sampleRatio },
    arms: spec.arms.map((arm, i) => {
      const { drawn = 0, measured = 0, conversions = 0, sum = 0, lift } = verdict.arms[i] ?? {}
      return { ...arm, drawn, measured, conversions, revenue: sum, lift: lift ? { ...lift } : null }
    }),
  }
}

/** Tests of arms in a journey: what came of them, and who wins. */
export const trials: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine

  app.get(
    '/journeys/:key/trials',
    {
      config: { asks: 'journeys.read' },
      schema: {
        params: JourneyAddress,
        ...about('The tests of the live version, with their results', shape.Trials),
      },
    },
    async (request) => {
      const results = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        trialResults(engine, tx, request.params.key),
      )
      return { trials: results.map(answerOf) }
    },
  )

  app.post(
    '/journeys/:key/trials/:node/winner',
    {
      config: { asks: 'journeys.run' },
      schema: {
        params: NodeAddress,
        body: shape.PickWinner,
        ...about('Give an arm the newcomers; those in an arm stay there', shape.Picked),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { key, node } = request.params
      const { arm } = request.body
      await store.withDb(tenant, (tx) => pickWinner(engine, tx, { key, node, arm: arm ?? undefined }, actor))
      return { arm }
    },
  )
}
