import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id, type MemberId } from '../core/ids.ts'
import type { Engine } from '../runtime/engine.ts'
import { copyMember } from '../runtime/journeys/copy-member.ts'
import { aboutOf } from './about.ts'
import { workspaceOf } from './guard.ts'
import { Fields, MemberAddress } from './member-shapes.ts'
import { noMember } from './members.ts'

const Millis = z.number().describe('epoch milliseconds')

const Copy = z.object({
  member: z.int(),
  attributes: Fields,
  joinedAt: Millis.exactOptional(),
  tags: z.record(z.string(), Millis.nullable()).describe('until when each lasts; null for good'),
  points: z.object({ spendable: z.number(), growth: z.number(), yearly: z.number() }),
  events: z
    .array(z.object({ name: z.string(), at: Millis, properties: Fields }))
    .describe('the newest thousand, oldest first'),
  reach: z.record(z.string(), z.string()).describe('by `channel/purpose`: why the member cannot be reached'),
  sets: z.record(z.string(), z.boolean()).describe('segments and groups that have the member, by `kind/key`'),
  arms: z.record(z.string(), z.string()).describe('arms of the journey’s tests, by node'),
})

/** Members as the simulator plays them. */
export const memberCopies: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  app.get(
    '/members/:member/copy',
    {
      config: { asks: 'members.read' },
      schema: {
        params: MemberAddress,
        querystring: z.object({ journey: z.string().max(64).describe('whose tests’ arms are wanted') }),
        ...aboutOf('members')('A copy of a member to simulate a journey with', Copy),
      },
    },
    async (request) => {
      const member = id<MemberId>(request.params.member)
      const copy = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        copyMember(tx, member, request.query.journey),
      )
      if (!copy) throw noMember(request.params.member)
      return {
        ...copy,
        tags: { ...copy.tags },
        events: copy.events.map((event) => ({ ...event })),
        sets: { ...copy.sets },
        arms: { ...copy.arms },
      }
    },
  )
}
