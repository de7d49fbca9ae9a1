import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { noticeWords } from '../core/notices.locale.ts'
import type { Language } from '../core/say.ts'
import { type ListedNotice, listNotices, readNotices, unreadNotices } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, personOf, workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'
import { InLanguage, languageOf } from './language.ts'
import { Before, Named, Next } from './member-shapes.ts'

const PAGE = 50

const Notice = z.object({
  id: z.string(),
  at: Instant.describe('when it was told last'),
  title: z.string(),
  detail: z.string().describe('where it comes from, and how often'),
  read: z.boolean(),
  journey: Named.nullable(),
  member: z.string().nullable().describe('id of the first member it is about'),
})
const Unread = z.object({ unread: z.int() })

const shown = ({ id, at, isRead, member, ...notice }: ListedNotice, language: Language) => ({
  ...{ id: String(id), at: iso(at), read: isRead, journey: notice.journey, member: member && String(member) },
  ...noticeWords({ ...notice, journey: notice.journey?.name ?? null }, language),
})

/** What the person who is signed in was told in a workspace: nobody sees the notices of another. */
export const notices: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const config = { asks: 'notices.read' } as const
  const about = aboutOf('notices')

  app.get(
    '/notices',
    {
      config,
      schema: {
        params: InWorkspace,
        querystring: Before.extend(InLanguage.shape),
        ...about('One’s own notices, newest first', Unread.extend({ notices: z.array(Notice), next: Next })),
      },
    },
    async (request) => {
      const { tenant } = workspaceOf(request)
      const { id: person } = personOf(request)
      const { before, language } = request.query
      const [{ rows, next }, [unread = 0]] = await Promise.all([
        store.inTenant(tenant, (tx) => listNotices(tx, person, { before, limit: PAGE })),
        unreadNotices(store, [{ tenant, person }]),
      ])
      return { notices: rows.map((one) => shown(one, languageOf(request, language))), next, unread }
    },
  )
  app.post(
    '/notices/read',
    {
      config,
      schema: {
        params: InWorkspace,
        body: z.strictObject({
          notices: z
            .array(z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id'))
            .min(1)
            .max(1_000)
            .optional()
            .describe('ids; all where absent'),
        }),
        ...about('Mark notices as read', Unread),
      },
    },
    async (request) => {
      const { tenant } = workspaceOf(request)
      const { id: person } = personOf(request)
      await store.inTenant(tenant, (tx) => readNotices(tx, person, request.body.notices?.map(Number)))
      const [unread = 0] = await unreadNotices(store, [{ tenant, person }])
      return { unread }
    },
  )
}
