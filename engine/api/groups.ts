import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { id, type MemberId } from '../core/ids.ts'
import {
  changeGroup,
  createGroup,
  deleteGroup,
  findGroup,
  type Group,
  linesOfObjects,
  linesOfRows,
  listGroups,
  lockGroup,
  peopleOfGroup,
  readRows,
  renameGroup,
  uploadList,
} from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Use, usesOf } from '../runtime/uses.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Instant, iso } from './instant.ts'
import { After, Named, People } from './member-shapes.ts'
import { shownPerson } from './members.ts'
import { Address, Done, Key, refuseUsed, UsedBy } from './named-by-journeys.ts'
import { problem } from './problems.ts'

const PAGE = 50
/** Of an uploaded list, bytes. */
const LONGEST_LIST = 16 * 1_048_576

const Name = z.string().trim().min(1).max(80)
const Shown = Named.extend({
  size: z.int().describe('members in it'),
  updatedAt: Instant,
  usedBy: UsedBy,
})
const Chosen = z.strictObject({
  members: z
    .array(z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id'))
    .min(1)
    .max(1_000, 'at most 1,000 members at once'),
})
const Changed = z.object({ changed: z.int().describe('members that were put in, or taken out') })
const Upload = z.strictObject({
  bad: z.enum(['keep-good', 'keep-nothing']).describe('what becomes of the good lines where some are bad'),
})
/** CSV, or the same as JSON. */
const List = z.union([z.string(), z.strictObject({ people: z.array(z.record(z.string().max(64), z.string())).min(1) })])
const Listed = z.object({
  lines: z.int(),
  added: z.int(),
  already: z.int(),
  rejected: z.int(),
  problems: z
    .array(
      z.object({
        line: z.int(),
        code: z.enum(['unreadable', 'names-nobody', 'bad-value', 'unknown']),
        detail: z.string(),
      }),
    )
    .describe('the first hundred'),
  kept: z.boolean().describe('false where lines were bad and nothing was to be kept then'),
})

const shown = ({ id: _, updatedAt, ...group }: Group, uses: ReadonlyMap<string, Use[]>) => ({
  ...group,
  updatedAt: iso(updatedAt),
  usedBy: uses.get(group.key) ?? [],
})
const membersIn = ({ members }: z.infer<typeof Chosen>): MemberId[] => members.map((member) => id(member))

/** What separates the cells of a file: what its first line has most of. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const often = (delimiter: string) => head.split(delimiter).length
  return [',', ';', '\t'].reduce((most, one) => (often(one) > often(most) ? one : most))
}

/** Groups: members chosen one by one or by an uploaded list, for journeys to name. */
export const groups: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const reads = { asks: 'catalogue.read' } as const
  const edits = { asks: 'segments.edit' } as const
  const about = aboutOf('groups', { 409: problem, 413: problem, 415: problem })
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body))

  app.get(
    '/groups',
    {
      config: reads,
      schema: { params: InWorkspace, ...about('Groups, by name', z.object({ groups: z.array(Shown) })) },
    },
    (request) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const uses = await usesOf(engine, tx, 'group')
        return { groups: (await listGroups(tx)).map((group) => shown(group, uses)) }
      }),
  )

  app.get('/groups/:key', { config: reads, schema: { params: Address, ...about('One group', Shown) } }, (request) =>
    store.withDb(workspaceOf(request).tenant, async (tx) =>
      shown(await findGroup(tx, request.params.key), await usesOf(engine, tx, 'group')),
    ),
  )

  app.post(
    '/groups',
    {
      config: edits,
      schema: {
        params: InWorkspace,
        body: z.strictObject({ key: Key, name: Name }),
        ...about('Make a group with nobody in it', Done),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.withDb(tenant, async (tx) => {
        await createGroup(tx, request.body, actor)
        return { done: true as const }
      })
    },
  )

  app.patch(
    '/groups/:key',
    {
      config: edits,
      schema: { params: Address, body: z.strictObject({ name: Name }), ...about('Call a group another name', Done) },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      return store.withDb(tenant, async (tx) => {
        await renameGroup(tx, { key: request.params.key, ...request.body }, actor)
        return { done: true as const }
      })
    },
  )

  app.delete(
    '/groups/:key',
    { config: edits, schema: { params: Address, ...about('Delete a group that no live journey uses', Done) } },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { key } = request.params
      return store.withDb(tenant, async (tx) => {
        await lockGroup(tx, key)
        await refuseUsed(engine, tx, 'group', key)
        await deleteGroup(tx, key, actor)
        return { done: true as const }
      })
    },
  )

  app.get(
    '/groups/:key/members',
    {
      config: { asks: 'members.read' },
      schema: { params: Address, querystring: After, ...about('Who is in a group', People) },
    },
    (request) =>
      store.inTenant(workspaceOf(request).tenant, async (tx) => {
        const { rows, next } = await peopleOfGroup(tx, request.params.key, { ...request.query, limit: PAGE })
        return { members: rows.map(shownPerson), next }
      }),
  )

  for (const [path, summary, changeOf] of [
    ['add', 'Put members into a group', (members: MemberId[]) => ({ add: members })],
    ['remove', 'Take members out of a group', (members: MemberId[]) => ({ remove: members })],
  ] as const)
    app.post(
      `/groups/:key/members/${path}`,
      { config: edits, schema: { params: Address, body: Chosen, ...about(summary, Changed) } },
      (request) => {
        const { tenant, actor } = workspaceOf(request)
        return store.withDb(tenant, async (tx) => ({
          changed: await changeGroup(tx, request.params.key, changeOf(membersIn(request.body)), actor),
        }))
      },
    )

  app.post(
    '/groups/:key/list',
    {
      config: edits,
      bodyLimit: LONGEST_LIST,
      schema: {
        params: Address,
        querystring: Upload,
        body: List,
        ...about(
          'Put the people of a list into a group: CSV whose columns, or JSON whose keys, name identities',
          Listed,
        ),
      },
    },
    (request) => {
      const { tenant, actor } = workspaceOf(request)
      const { body } = request
      const lines =
        typeof body === 'string'
          ? linesOfRows(readRows(Readable.from([Buffer.from(body)]), { delimiter: delimiterOf(body), header: true }))
          : linesOfObjects(body.people)
      return store.withDb(tenant, async (tx) => {
        const { problems, ...listed } = await uploadList(tx, request.params.key, lines, { ...request.query, actor })
        return { ...listed, problems: [...problems] }
      })
    },
  )
}
