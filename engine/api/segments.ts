import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type ComputedSet,
  computedSets,
  countRule,
  deleteSegment,
  findSegment,
  listSegments,
  lockSegment,
  peopleOfRule,
  SET_SCHEDULES,
  type Segment,
  saveSegment,
  scheduleSet,
} from '../members/face.ts'
import type { Engine } from '../runtime/engine.ts'
import { type Use, usesOf } from '../runtime/uses.ts'
import { aboutOf } from './about.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Instant, isoOrNull } from './instant.ts'
import { AnyRule, Named, People } from './member-shapes.ts'
import { shownPerson } from './members.ts'
import { Address, Done, Key, refuseUsed, UsedBy } from './named-by-journeys.ts'
import { Problem, problem } from './problems.ts'

const PAGE = 50
/** How long somebody waits for a number that follows what they type, and for a list they asked for. */
const COUNTING_MS = 3_000
const LISTING_MS = 10_000

const Every = z.enum(SET_SCHEDULES).nullable().describe('how often it is computed; null: on request only')
const Computed = z
  .object({ computedAt: Instant.nullable(), nextAt: Instant.nullable(), size: z.int().nullable(), every: Every })
  .nullable()
  .describe('whom it held when it was computed last; null where nobody asked for that yet')
const Shown = Named.extend({
  rule: AnyRule,
  usedBy: UsedBy,
  computed: Computed,
})
const Etag = z
  .string()
  .regex(/^"[0-9a-f]{32}"$/, 'must be the ETag that the segment was read with')
  .optional()
const IfMatch = z.looseObject({ 'if-match': Etag })

function shown({ key, name, rule }: Segment, uses: ReadonlyMap<string, Use[]>, sets: ReadonlyMap<string, ComputedSet>) {
  const set = sets.get(key)
  const computed = set ? { ...set, computedAt: isoOrNull(set.computedAt), nextAt: isoOrNull(set.nextAt) } : null
  return { key, name, rule, usedBy: uses.get(key) ?? [], computed }
}

const etagOf = ({ revision }: Segment) => `"${revision}"`

/** Segments: members by a rule, for journeys to name. */
export const segments: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine }) => {
  const { store } = engine
  const reads = { asks: 'catalogue.read' } as const
  const edits = { asks: 'segments.edit' } as const
  const about = aboutOf('segments', { 409: problem, 412: problem })

  app.get(
    '/segments',
    {
      config: reads,
      schema: { params: InWorkspace, ...about('Segments, by name', z.object({ segments: z.array(Shown) })) },
    },
    (request) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const uses = await usesOf(engine, tx, 'segment')
        const found = await listSegments(tx)
        const sets = await computedSets(tx)
        return { segments: found.map((segment) => shown(segment, uses, sets)) }
      }),
  )

  app.get(
    '/segments/:key',
    { config: reads, schema: { params: Address, ...about('One segment, with its ETag', Shown) } },
    (request, reply) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const segment = await findSegment(tx, request.params.key)
        if (!segment) throw noSegment(request.params.key)
        const uses = await usesOf(engine, tx, 'segment')
        void reply.header('etag', etagOf(segment))
        return shown(segment, uses, await computedSets(tx, [segment.key]))
      }),
  )

  app.put(
    '/segments/:key',
    {
      config: edits,
      schema: {
        params: InWorkspace.extend({ key: Key }),
        headers: IfMatch,
        body: z.strictObject({ name: z.string().trim().min(1).max(80), rule: AnyRule }),
        ...about('Make a segment (without If-Match), or change it for everybody who uses it', Named),
      },
    },
    (request, reply) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const { key } = request.params
        await lockSegment(tx, key)
        agree(await findSegment(tx, key), request.headers['if-match'], key)
        const saved = await saveSegment(tx, { key, ...request.body })
        void reply.header('etag', etagOf(saved))
        return { key, name: saved.name }
      }),
  )

  app.delete(
    '/segments/:key',
    {
      config: edits,
      schema: { params: Address, headers: IfMatch, ...about('Delete a segment that no live journey uses', Done) },
    },
    (request) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const { key } = request.params
        await lockSegment(tx, key)
        const segment = await findSegment(tx, key)
        if (!segment) throw noSegment(key)
        agree(segment, request.headers['if-match'] ?? etagOf(segment), key)
        await refuseUsed(engine, tx, 'segment', key)
        await deleteSegment(tx, key)
        return { done: true as const }
      }),
  )

  app.post(
    '/segments/:key/compute',
    {
      config: edits,
      schema: {
        params: Address,
        body: z.strictObject({ every: Every }),
        ...about('Have a segment computed now, and from then on as often', Done),
      },
    },
    (request) =>
      store.withDb(workspaceOf(request).tenant, async (tx) => {
        const { key } = request.params
        if (!(await findSegment(tx, key))) throw noSegment(key)
        await scheduleSet(tx, key, request.body.every)
        return { done: true as const }
      }),
  )

  app.post(
    '/segments/count',
    {
      config: reads,
      schema: {
        params: InWorkspace,
        body: z.strictObject({ rule: AnyRule }),
        ...about('How many members a rule holds for now', z.object({ count: z.int() })),
      },
    },
    (request) => {
      const { tenant, zone } = workspaceOf(request)
      return store.inTenant(tenant, async (tx) => ({
        count: await countRule(tx, request.body.rule, { zone, milliseconds: COUNTING_MS }),
      }))
    },
  )

  app.post(
    '/segments/people',
    {
      config: { asks: 'members.read' },
      schema: {
        params: InWorkspace,
        body: z.strictObject({ rule: AnyRule, after: z.string().max(20).optional() }),
        ...about('The members a rule holds for now', People),
      },
    },
    (request) => {
      const { tenant, zone } = workspaceOf(request)
      const { rule, after } = request.body
      return store.inTenant(tenant, async (tx) => {
        const asked = { zone, after, limit: PAGE, milliseconds: LISTING_MS }
        const { rows, next } = await peopleOfRule(tx, rule, asked)
        return { members: rows.map(shownPerson), next }
      })
    },
  )
}

const noSegment = (key: string) => new Problem('not-found', `There is no segment “${key}”: it may have been deleted.`)

/** Whoever saves says what they saw: nothing, or the segment as it still is. */
function agree(there: Segment | undefined, seen: string | undefined, key: string): void {
  if (seen === (there && etagOf(there))) return
  if (!there) throw new Problem('segment-changed', `Segment “${key}” was deleted meanwhile: save it under a new key.`)
  const { name, rule } = there
  const detail =
    seen === undefined
      ? `There is a segment “${key}” already: choose another key, or open that one.`
      : `Segment “${key}” was changed meanwhile: look at it as it is now, and save again.`
  throw new Problem('segment-changed', detail, { segment: { key, name, rule }, etag: etagOf(there) })
}
