import { UserError } from '../core/errors.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { id } from '../core/ids.ts'
import { compile } from '../core/journey/compile.ts'
import type { Reference } from '../core/journey/node.ts'
import { type BoundPlan, bindPlan, type Plan } from '../core/journey/plan.ts'
import { problemText } from '../core/journey/problems.locale.ts'
import type { JsonObject } from '../core/json.ts'
import { FIRST_JOURNEY_STATE, journeyAfter } from '../core/lifecycles/journey.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { DbTx } from '../store/store.ts'
import { firstFire } from './clock.ts'
import type { Engine } from './engine.ts'

export interface Published {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly number: number
}

/**
 * Publishes a journey document as the newest version of the journey of its key, and arms its triggers. Members inside go on
 * in the version they entered. Throws a UserError that lists every problem, and stores nothing then.
 */
export async function publish(engine: Engine, tx: DbTx, input: unknown, actor: string): Promise<Published> {
  const tenant = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  const exists = await knownReferences(tx)
  const key = typeof input === 'object' && input !== null && 'key' in input ? String(input.key) : ''
  await tx.sql.query(journeysSql.lock, [key])
  const journey = await tx.db.journey.findFirst({ where: { key } })
  const last = journey
    ? await tx.db.version.findFirst({ where: { journeyId: journey.id }, orderBy: { number: 'desc' } })
    : null
  const keys = last ? (last.plan as unknown as Plan).keys : {} // plans are written here alone
  const { plan, document, problems } = compile(input, engine.registry, { zone: tenant.zone, exists, keys })
  if (!plan || !document) {
    const errors = problems.filter((p) => p.severity === 'error')
    const sentences = errors.map((p) => `${p.number}${p.node ? ` (${p.node})` : ''}: ${problemText(p, 'en')}`)
    throw new UserError('journey-invalid', sentences.join('\n'), { problems: errors })
  }
  const state = journeyAfter(journey?.state ?? FIRST_JOURNEY_STATE, 'publish')
  if (!state) throw new UserError('journey-state', `The journey is ${journey?.state}: it cannot be published.`)
  const owner =
    journey ??
    (await tx.db.journey.create({ data: { tenantId: BigInt(tx.tenant), key: document.key, name: document.name } }))
  const number = (last?.number ?? 0) + 1
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject // drops undefined, as the column does
  const version = await tx.db.version.create({
    data: { tenantId: BigInt(tx.tenant), journeyId: owner.id, number, document: json(document), plan: json(plan) },
  })
  await tx.db.journey.updateMany({
    where: { id: owner.id },
    data: { state, name: document.name, versionId: version.id },
  })
  const published = { journey: id<JourneyId>(Number(owner.id)), version: id<VersionId>(Number(version.id)), number }
  await arm(tx, published, bindPlan(plan, engine.registry))
  const detail = { number, warnings: problems.length }
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: 'journey.publish', subject: document.key, detail },
  })
  return published
}

async function knownReferences(tx: DbTx): Promise<(reference: Reference) => boolean> {
  const segments = new Set((await tx.db.segment.findMany({ select: { key: true } })).map((s) => s.key))
  const accounts = new Set((await tx.db.account.findMany({ select: { key: true } })).map((a) => a.key))
  return ({ kind, key }) => (kind === 'segment' ? segments : accounts).has(key)
}

async function arm(tx: DbTx, { journey, version }: Published, plan: BoundPlan): Promise<void> {
  tx.sql.write(journeysSql.close, [journey])
  tx.sql.write(journeysSql.disarm, [journey])
  tx.sql.write(journeysSql.unfire, [journey])
  const events = plan.triggers.flatMap((node) =>
    (plan.nodes[node]?.trigger?.events?.matches ?? []).map((m) => ({ event: m.event, node })),
  )
  if (events.length > 0) {
    const columns = [texts(events.map((e) => e.event)), numbers(events.map((e) => e.node))]
    tx.sql.write(journeysSql.subscribe, [tx.tenant, journey, version, ...columns])
  }
  const at = await clockOf(tx)
  for (const index of plan.triggers) {
    const node = plan.nodes[index]
    const occurrence = node?.trigger?.audience ? firstFire(node.trigger.audience.firing, plan, at) : undefined
    if (node && occurrence !== undefined) tx.sql.write(journeysSql.fire, [tx.tenant, journey, node.key, occurrence])
  }
  pokeClock(tx)
  await tx.sql.flush()
}
