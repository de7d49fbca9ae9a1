import { beginTrials, callableJourneys, forgetEnds, keepCounting, setBudgets } from '../controls/face.ts'
import { UserError } from '../core/errors.ts'
import type { JourneyId, VersionId } from '../core/ids.ts'
import { id } from '../core/ids.ts'
import { type AudienceSpec, zoneOf } from '../core/journey/audience.ts'
import { compile, parseDocument } from '../core/journey/compile.ts'
import { goalEvents } from '../core/journey/goals.ts'
import { FINISH, type InFlight } from '../core/journey/in-flight.ts'
import type { Reference, TriggerSpec } from '../core/journey/node.ts'
import {
  type BoundNode,
  type BoundPlan,
  bindPlan,
  eventsInside,
  type Plan,
  type PlanNode,
} from '../core/journey/plan.ts'
import { windowOf } from '../core/journey/window.ts'
import type { JsonObject } from '../core/json.ts'
import { FIRST_JOURNEY_STATE, journeyAfter } from '../core/lifecycles/journey.ts'
import { nextFires } from '../core/recurrence.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { subtractDuration } from '../core/time/duration.ts'
import { computedSets, loadCalendar, watchSegments } from '../members/face.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf, pokeClock } from '../store/moment.ts'
import { anniversariesSql } from '../store/sql/anniversaries.ts'
import { approvalsSql } from '../store/sql/approvals.ts'
import { closingSql } from '../store/sql/closing.ts'
import { draftsSql } from '../store/sql/drafts.ts'
import { eventsSql } from '../store/sql/events.ts'
import { goalsSql } from '../store/sql/goals.ts'
import { holidaysSql } from '../store/sql/holidays.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import { leavingSql } from '../store/sql/leaving.ts'
import { messagesSql } from '../store/sql/messages.ts'
import { runsSql } from '../store/sql/runs.ts'
import type { DbTx, Row, Tx } from '../store/store.ts'
import { refuseUnagreed } from './approvals/agreed.ts'
import { beginMove, invalidJourney } from './begin-move.ts'
import { firstFire } from './clock.ts'
import type { Engine } from './engine.ts'
import { type Firer, holidaysTaken, planFire } from './fires.ts'
import { testProblems } from './path-tests.ts'
import { testedBy } from './trials.ts'

export interface Published {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly number: number
  /** Ids of triggers of kind `now` that have run already: publishing again does not fire them again. */
  readonly spent: readonly string[]
}

/**
 * Publishes a journey document as the newest version of the journey of its key, and arms its triggers. `inFlight` says what
 * becomes of those inside older versions, `approval` which request of another the actor agrees to. Throws a UserError that lists
 * every problem, or says that a second person must agree, and stores nothing then.
 */
export async function publish(
  engine: Engine,
  tx: DbTx,
  input: unknown,
  actor: string,
  inFlight: InFlight = FINISH,
  approval?: number,
): Promise<Published> {
  const tenant = await tx.db.tenant.findUniqueOrThrow({ where: { id: BigInt(tx.tenant) } })
  await tx.sql.query(messagesSql.keepAccounts)
  const exists = await knownReferences(tx)
  const key = typeof input === 'object' && input !== null && 'key' in input ? String(input.key) : ''
  tx.sql.write(holidaysSql.share, [tx.tenant])
  await tx.sql.query(journeysSql.lock, [key])
  const journey = await tx.db.journey.findFirst({ where: { key } })
  const last = journey
    ? await tx.db.version.findFirst({ where: { journeyId: journey.id }, orderBy: { number: 'desc' } })
    : null
  const before = last ? (last.plan as unknown as Plan) : undefined // plans are written here alone
  const keys = before?.keys ?? {}
  const { plan, document, problems: found } = compile(input, engine.registry, { zone: tenant.zone, exists, keys })
  const bound = plan && bindPlan(plan, engine.registry)
  const problems = bound && document ? [...found, ...(await testProblems(tx, bound, document))] : found
  const isWrong = problems.some((p) => p.severity === 'error')
  if (!plan || !bound || !document || isWrong) throw invalidJourney(problems)
  const state = journeyAfter(journey?.state ?? FIRST_JOURNEY_STATE, 'publish')
  if (!state) throw new UserError('journey-state', `The journey is ${journey?.state}: it cannot be published now.`)
  const owner =
    journey ??
    (await tx.db.journey.create({ data: { tenantId: BigInt(tx.tenant), key: document.key, name: document.name } }))
  const live = last ? parseDocument(last.document).document : undefined
  const publishing = { journey: id<JourneyId>(Number(owner.id)), input, inFlight, actor, approval }
  await refuseUnagreed(tx, { plan: bound, document, live }, publishing)
  const number = (last?.number ?? 0) + 1
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject // drops undefined, as the column does
  const version = await tx.db.version.create({
    data: {
      ...{ tenantId: BigInt(tx.tenant), journeyId: owner.id, number, publishedAt: new Date(await clockOf(tx)) },
      ...{ document: json(document), plan: json(plan) },
    },
  })
  await tx.db.journey.updateMany({
    where: { id: owner.id },
    data: { state, name: document.name, versionId: version.id },
  })
  const [journeyId, versionId] = [id<JourneyId>(Number(owner.id)), id<VersionId>(Number(version.id))]
  tx.sql.write(draftsSql.follow, [journeyId, JSON.stringify(document)])
  tx.sql.write(approvalsSql.overtake, [journeyId, actor, await clockOf(tx), approval ?? null])
  tx.sql.write(journeysSql.close, [journeyId])
  const people = await beginMove(engine, tx, { journey: journeyId, version: versionId, number, plan: bound }, inFlight)
  setBudgets(tx, journeyId, bound.settings.budgets)
  keepCounting(tx, journeyId, countingOf(bound))
  // One that was stopped or ended begins anew.
  if (!isLive(journey?.state)) {
    tx.sql.write(closingSql.open, [journeyId])
    forgetEnds(tx, journeyId)
  }
  const spent = isLive(journey?.state) && before ? await spentTriggers(engine, tx, journeyId, before, bound) : []
  await beginTrials(tx, journeyId, testedBy(bound), bound.zone)
  await arm(tx, { journey: journeyId, version: versionId, plan: bound, spent, wasLive: isLive(journey?.state) })
  const moving = inFlight.policy === 'finish' ? {} : { policy: inFlight.policy, targets: inFlight.targets, people }
  const agreed = approval === undefined ? {} : { approval: String(approval) }
  const detail = { number, warnings: problems.length, ...moving, ...agreed }
  await tx.db.audit.create({
    data: { tenantId: BigInt(tx.tenant), actor, action: 'journey.publish', subject: document.key, detail },
  })
  return { journey: journeyId, version: versionId, number, spent: spent.map((node) => node.id) }
}

/** Tells whether the workspace has what nodes refer to. */
export async function knownReferences(tx: DbTx): Promise<(reference: Reference) => boolean> {
  const segments = new Set((await tx.db.segment.findMany({ select: { key: true } })).map((s) => s.key))
  const accounts = new Set((await tx.db.account.findMany({ select: { key: true } })).map((a) => a.key))
  const groups = new Set((await tx.db.group.findMany({ select: { key: true } })).map((g) => g.key))
  const sets = new Set([...(await computedSets(tx))].flatMap(([key, set]) => (set.computedAt === null ? [] : [key])))
  const journeys = new Set((await callableJourneys(tx)).map((journey) => journey.key))
  const people = new Set((await tx.db.membership.findMany({ select: { personId: true } })).map((m) => m.personId))
  const known = {
    ...{ journey: journeys, segment: segments, 'segment-set': sets, group: groups, account: accounts },
    person: people,
  }
  return ({ kind, key }) => known[kind].has(key)
}

const countingOf = ({ nodes }: BoundPlan) =>
  nodes.flatMap(({ key: nodeKey, definition, settings }) => {
    const counts = definition.counts?.(settings)
    return counts ? [{ nodeKey, ...counts }] : []
  })

const isLive = (state: string | undefined) => state === 'running' || state === 'paused'

/** Triggers of kind `now` that were so in the version before too, and took people then. */
async function spentTriggers(
  { registry }: Engine,
  tx: DbTx,
  journey: JourneyId,
  before: Plan,
  plan: BoundPlan,
): Promise<BoundNode[]> {
  const took = new Set((await tx.sql.query(runsSql.took, [journey])).map((row) => row.node_key))
  const isNow = (trigger: TriggerSpec | undefined) => trigger?.audience?.firing.kind === 'now'
  const wasNow = ({ key }: PlanNode) => {
    const node = before.nodes.find((n) => n.key === key)
    return node !== undefined && isNow(registry.get(node.type)?.trigger?.(node.settings, before.journey ?? ''))
  }
  return plan.nodes.filter((node) => took.has(node.key) && isNow(node.trigger) && wasNow(node))
}

interface Armed {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly plan: BoundPlan
  readonly spent: readonly BoundNode[]
  readonly wasLive: boolean
}

async function arm(tx: DbTx, { journey, version, plan, spent, wasLive }: Armed): Promise<void> {
  tx.sql.write(journeysSql.disarm, [journey])
  const at = await clockOf(tx)
  const pending = new Map((await tx.sql.query(journeysSql.pending, [journey])).map((fire) => [fire.node_key, fire]))
  tx.sql.write(journeysSql.unfire, [journey])
  const events = plan.triggers.flatMap((node) =>
    (plan.nodes[node]?.trigger?.events?.matches ?? []).map((m) => ({ event: m.event, node })),
  )
  if (events.length > 0) {
    const names = texts(events.map((e) => e.event))
    const nodes = numbers(events.map((e) => e.node))
    tx.sql.write(journeysSql.subscribe, [tx.tenant, journey, version, names, nodes])
  }
  if (plan.exitRule) tx.sql.write(leavingSql.watch, [tx.tenant, version, journey])
  tx.sql.write(eventsSql.hear, [tx.tenant, journey, texts([...eventsInside(plan)])])
  const aims = goalEvents(plan.settings.goals)
  if (aims.length > 0) tx.sql.write(goalsSql.aim, [tx.tenant, version, journey, texts([...new Set(aims)])])
  const watched = plan.nodes.flatMap((node) => node.trigger?.watches ?? [])
  await watchSegments(tx, journey, watched, wasLive)
  const calendar = await loadCalendar(tx)
  for (const index of plan.triggers) {
    const node = plan.nodes[index]
    if (!node?.trigger?.audience || spent.includes(node)) continue
    await planFirst(tx, node.trigger.audience, {
      journey,
      plan,
      nodeKey: node.key,
      at,
      calendar,
      held: pending.get(node.key),
    })
  }
  pokeClock(tx)
  await tx.sql.flush()
}

/** Fires of an anniversary that may have been claimed within the day before another. */
const A_DAY_OF_FIRES = 100

interface Arming {
  readonly journey: JourneyId
  readonly plan: BoundPlan
  readonly nodeKey: number
  readonly at: number
  readonly calendar: Calendar
  /** The fire that the version before had still to come, or has not got to. */
  readonly held: Row<'journeys.pending'> | undefined
}

/** Plans the first fire of a trigger, so that publishing anew neither loses one that is overdue nor the day of anybody. */
async function planFirst(tx: Tx, audience: AudienceSpec, arming: Arming): Promise<void> {
  const { journey, plan, nodeKey, at, calendar, held } = arming
  const { firing, anniversary } = audience
  const firer = { journey, nodeKey, firing, zone: plan.zone }
  const comesAgain = firing.kind === 'recurring' || firing.kind === 'festival'
  if (comesAgain && !anniversary && held !== undefined && held.occurrence <= at) {
    tx.sql.write(journeysSql.fire, [tx.tenant, journey, nodeKey, held.occurrence, texts(held.holidays)])
    return
  }
  const first =
    anniversary && held !== undefined
      ? await firstSince(tx, firer, arming, held.occurrence)
      : firstFire(firing, plan, at, calendar, await holidaysTaken(tx, firer))
  if (first !== undefined) planFire(tx, firer, first, calendar)
}

/** The first fire of an anniversary that was not claimed, within a day before the one that was still to come. */
async function firstSince(
  tx: Tx,
  { journey, nodeKey, firing, zone }: Firer,
  { plan, at, calendar }: Arming,
  held: number,
): Promise<number | undefined> {
  // The time of day may be another now: back to where the last day began. Nobody is taken twice in a year.
  const after = subtractDuration(Math.min(held, at), { amount: 1, unit: 'day' }, zoneOf(firing, zone))
  const rows = await tx.sql.query(anniversariesSql.claimed, [journey, nodeKey, after])
  const claimed = new Set(rows.map((row) => row.occurrence))
  const from = Math.max(after, windowOf(plan.settings).from - 1)
  const fires = nextFires(firing, zone, from, A_DAY_OF_FIRES, calendar)
  return fires.find((occurrence) => !claimed.has(occurrence))
}
