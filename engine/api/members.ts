import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id, type MemberId } from '../core/ids.ts'
import { loadBalances } from '../loyalty/face.ts'
import { countMembers, listMembers, loadProfile, type Person as PersonRow } from '../members/face.ts'
import { loadConsents, messageHistory } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { type TimelineItem as Happened, memberTimeline, TIMELINE_KINDS } from '../runtime/timeline.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { iso, isoOrNull } from './instant.ts'
import { After, Before, Member, MemberAddress, MemberList, Message, Next, TimelineItem } from './member-shapes.ts'
import { Problem } from './problems.ts'

const PAGE = 50

export const noMember = (member: string): Problem =>
  new Problem('not-found', `This workspace has no member ${member}: it may have been erased, or merged into another.`)

export const shownPerson = ({ id: member, createdAt, lastEventAt, tags, ...row }: PersonRow) => ({
  ...row,
  id: String(member),
  tags: [...tags],
  createdAt: iso(createdAt),
  lastEventAt: isoOrNull(lastEventAt),
})

const kinds = z
  .string()
  .optional()
  .transform((text) => text?.split(',') ?? [...TIMELINE_KINDS])
  .pipe(z.array(z.enum(TIMELINE_KINDS)))
  .describe(`some of ${TIMELINE_KINDS.join(', ')}, separated by commas; all where absent`)

/** Members of a workspace, and what is known of one. */
export const members: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const config = { asks: 'members.read' } as const
  const about = aboutOf('members')

  app.get(
    '/members',
    {
      config,
      schema: {
        params: InWorkspace,
        querystring: After.extend({
          search: z.string().max(100).default('').describe('the beginning of a name or an identity, or a number'),
        }),
        ...about('Members, newest first, or those who are searched for', MemberList),
      },
    },
    async (request) => {
      const { search, after } = request.query
      return store.inTenant(workspaceOf(request).tenant, async (tx) => {
        const { rows, next } = await listMembers(tx, { search, after, limit: PAGE })
        const total = search.trim() === '' && after === undefined ? await countMembers(tx) : null
        return { members: rows.map(shownPerson), next, total }
      })
    },
  )

  app.get(
    '/members/:member',
    { config, schema: { params: MemberAddress, ...about('What is known of a member', Member) } },
    async (request) => {
      const member = id<MemberId>(request.params.member)
      return store.inTenant(workspaceOf(request).tenant, async (tx) => {
        const profile = await loadProfile(tx, member)
        if (!profile) throw noMember(request.params.member)
        const points = await loadBalances(tx, member)
        const consents = await loadConsents(tx, member)
        return {
          id: String(profile.id),
          status: profile.status,
          createdAt: iso(profile.createdAt),
          attributes: profile.attributes,
          identities: [...profile.identities],
          tags: profile.tags.map((tag) => ({ ...tag, at: iso(tag.at), expiresAt: isoOrNull(tag.expiresAt) })),
          points: points.map(({ lapses, ...account }) => ({
            ...account,
            lapses: lapses && { ...lapses, at: iso(lapses.at) },
          })),
          consents: consents.map((consent) => ({ ...consent, at: iso(consent.at) })),
        }
      })
    },
  )

  app.get(
    '/members/:member/timeline',
    {
      config,
      schema: {
        params: MemberAddress,
        querystring: Before.extend({ kinds }),
        ...about(
          'What happened to a member, newest first: events, messages, points, tags, journeys',
          z.object({ items: z.array(TimelineItem), next: Next }),
        ),
      },
    },
    async (request) => {
      const { before, kinds: wanted } = request.query
      const { rows, next } = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        memberTimeline(tx, id(request.params.member), { before, kinds: wanted, limit: PAGE }),
      )
      return { items: rows.map(shownItem), next }
    },
  )

  app.get(
    '/members/:member/messages',
    {
      config,
      schema: {
        params: MemberAddress,
        querystring: Before.extend({ channel: z.string().max(40).optional().describe('`inbox`: the member’s inbox') }),
        ...about('Messages to a member, newest first', z.object({ messages: z.array(Message), next: Next })),
      },
    },
    async (request) => {
      const { before, channel } = request.query
      const { rows, next } = await store.inTenant(workspaceOf(request).tenant, (tx) =>
        messageHistory(tx, id(request.params.member), { channel, before, limit: PAGE }),
      )
      const messages = rows.map(({ key, enrolment, plannedAt, settledAt, ...message }) => ({
        ...message,
        id: key,
        enrolment: String(enrolment),
        plannedAt: iso(plannedAt),
        settledAt: isoOrNull(settledAt),
      }))
      return { messages, next }
    },
  )
}

function shownItem(item: Happened): z.infer<typeof TimelineItem> {
  const at = iso(item.at)
  if (item.kind !== 'tags') return { ...item, at }
  const { removed, ...rest } = item
  return { ...rest, at, removed: removed === 'all-others' ? [] : removed, replaced: removed === 'all-others' }
}
