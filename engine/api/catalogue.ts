import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { colleagues } from '../access/face.ts'
import { callableJourneys } from '../controls/face.ts'
import type { TenantId } from '../core/ids.ts'
import { type Catalogue, computedSets, FIELD_TYPES, listGroups, listSegments, loadCatalogue } from '../members/face.ts'
import { listAccounts } from '../reach/face.ts'
import type { Engine } from '../runtime/engine.ts'
import type { DbTx } from '../store/store.ts'
import { InWorkspace, workspaceOf } from './guard.ts'
import { Instant, isoOrNull } from './instant.ts'
import { Named } from './member-shapes.ts'
import { failures } from './problems.ts'

/** A sample is made anew after so long: suggestions may be that old. */
const FRESH_MS = 60_000

const Field = z.object({
  name: z.string(),
  type: z.enum(FIELD_TYPES),
  samples: z.array(z.union([z.string(), z.number(), z.boolean()])).describe('values that several share'),
})
const Account = z.object({ key: z.string(), channel: z.string() })
const Shown = z.object({
  attributes: z.array(Field),
  tags: z.array(z.string()),
  events: z.array(z.object({ name: z.string(), properties: z.array(Field) })),
  segments: z.array(
    Named.extend({ computedAt: Instant.nullable().describe('when its set was computed last; null: not yet') }),
  ),
  groups: z.array(Named),
  journeys: z.array(Named).describe('those that take calls'),
  accounts: z.array(Account),
  people: z.array(Named).describe('colleagues, by their ids'),
})

async function segmentsOf(tx: DbTx) {
  const sets = await computedSets(tx)
  return (await listSegments(tx)).map(({ key, name }) => {
    const at = sets.get(key)?.computedAt
    return { key, name, computedAt: isoOrNull(at) }
  })
}

/** What conditions and nodes can be built of. */
export const catalogue: FastifyPluginAsyncZod<{ engine: Engine }> = async (app, { engine: { store } }) => {
  const config = { asks: 'catalogue.read' } as const
  const samples = new Map<TenantId, { readonly at: number; readonly made: Promise<Catalogue> }>()

  const sampleOf = (tenant: TenantId): Promise<Catalogue> => {
    const there = samples.get(tenant)
    if (there && Date.now() - there.at < FRESH_MS) return there.made
    const made = store.inTenant(tenant, loadCatalogue)
    samples.set(tenant, { at: Date.now(), made })
    made.catch(() => samples.delete(tenant))
    return made
  }

  app.get(
    '/catalogue',
    {
      config,
      schema: {
        params: InWorkspace,
        summary:
          'Attributes, tags, events and their properties as a sample shows them; segments; groups; journeys that take calls; accounts; colleagues',
        tags: ['catalogue'],
        response: { 200: Shown, ...failures },
      },
    },
    async (request) => {
      const { tenant } = workspaceOf(request)
      const { attributes, tags, events } = await sampleOf(tenant)
      const people = (await colleagues(store, tenant)).map(({ id, name }) => ({ key: id, name }))
      const fields = (all: Catalogue['attributes']) => all.map((field) => ({ ...field, samples: [...field.samples] }))
      return store.withDb(tenant, async (tx) => ({
        attributes: fields(attributes),
        tags: [...tags],
        events: events.map(({ name, properties }) => ({ name, properties: fields(properties) })),
        segments: await segmentsOf(tx),
        journeys: await callableJourneys(tx),
        groups: (await listGroups(tx)).map(({ key, name }) => ({ key, name })),
        accounts: await listAccounts(tx),
        people,
      }))
    },
  )

  app.get(
    '/accounts',
    {
      config,
      schema: {
        params: InWorkspace,
        summary: 'Sending accounts',
        tags: ['catalogue'],
        response: { 200: z.object({ accounts: z.array(Account) }), ...failures },
      },
    },
    async (request) => ({ accounts: await store.inTenant(workspaceOf(request).tenant, listAccounts) }),
  )
}
