import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { atNodeWords } from '../core/explain/at-node.locale.ts'
import { type EnrolmentId, id, type MemberId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { readerOf, wordingIn } from '../runtime/explain.ts'
import { peopleAt, retryFailedAt } from '../runtime/journeys/people.ts'
import { steer } from '../runtime/journeys/steer.ts'
import { workspaceOf } from './guard.ts'
import { iso, isoOrNull } from './instant.ts'
import { about } from './journey-responses.ts'
import * as shape from './journey-shapes.ts'
import { languageOf } from './language.ts'

const ORDERS = {
  'pull-out': 'Take people out of a journey',
  'push-on': 'Send people on by the main outcome of where they stand',
  retry: 'Set failed people going again, from where they failed',
} as const

/** Who is at a node of a journey, and what can be done with them. */
export const peopleAtNodes: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  app.get(
    '/journeys/:key/nodes/:node/people',
    {
      config: { asks: 'members.read' },
      schema: {
        params: shape.NodeAddress,
        querystring: shape.PeopleQuery,
        ...about('Who waits at a node, failed there or left it', shape.People),
      },
    },
    async (request) => {
      const { key, node } = request.params
      const { language, ...filter } = request.query
      return store.withDb(workspaceOf(request).tenant, async (tx) => {
        const { people, next } = await peopleAt(engine, tx, key, node, filter)
        const reader = await readerOf(tx, languageOf(request, language))
        const wording = wordingIn(reader, reader.zone)
        const rows = people.map((person) => {
          const { enrolment, member, name, identity, entry, version, at, wakesAt, outcome, reason } = person
          return {
            ...{ enrolment: String(enrolment), member: String(member), name, entry, version, outcome, reason },
            ...{ identity: identity && { ...identity }, at: iso(at), wakesAt: isoOrNull(wakesAt) },
            text: atNodeWords(filter.state, person, wording),
          }
        })
        return { people: rows, next }
      })
    },
  )

  app.post(
    '/journeys/:key/nodes/:node/retry',
    {
      config: { asks: 'members.steer' },
      schema: {
        params: shape.NodeAddress,
        ...about('Set all who failed at a node going again, from there', shape.Retried),
      },
    },
    async (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { key, node } = request.params
      return { people: await store.withDb(tenant, (tx) => retryFailedAt(engine, tx, key, node, actor)) }
    },
  )

  for (const order of ['pull-out', 'push-on', 'retry'] as const) {
    app.post(
      `/journeys/:key/people/${order}`,
      {
        config: { asks: 'members.steer' },
        schema: { params: shape.JourneyAddress, body: shape.ChosenPeople, ...about(ORDERS[order], shape.Acted) },
      },
      async (request) => {
        const { tenant, actor } = workspaceOf(request)
        const chosen = request.body.enrolments.map(({ member, enrolment }) => ({
          ...{ member: id<MemberId>(member), enrolment: id<EnrolmentId>(enrolment) },
        }))
        const { done, missed } = await store.withDb(tenant, (tx) =>
          steer(engine, tx, request.params.key, order, chosen, actor),
        )
        return { done: done.length, missed: missed.map(String) }
      },
    )
  }
}
