import type { AudienceSegment, Unmet, WhyNotReason } from '../core/explain/facts.ts'
import type { JourneyId, MemberId } from '../core/ids.ts'
import { isCrossing } from '../core/journey/crossed-segments.ts'
import type { TriggerSpec } from '../core/journey/node.ts'
import { askedDay } from '../core/journey/own-days.ts'
import { SEGMENT_LEFT } from '../core/journey/own-events.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { evaluate, matchesEvent } from '../core/rules/evaluate.ts'
import { ruleFacts } from '../core/rules/facts.ts'
import { leavesOf, type Rule } from '../core/rules/rule.ts'
import { factsFound, partsOf } from '../core/rules/unmet.ts'
import { judgeGroups, judgeSegments } from '../members/face.ts'
import { nameOf, REFUSALS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { tracesSql } from '../store/sql/traces.ts'
import type { Row, Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { loadFacts } from './facts.ts'
import { ownDayOf } from './own-day.ts'
import type { MemberTrace } from './trace.ts'
import { keptUnmet, NOTHING_UNMET } from './unmet.ts'

/** Why a member is not in a journey. Times are epoch milliseconds. */
export interface WhyNot {
  readonly journey: MemberTrace['journey']
  readonly because: WhyNotReason
}

/** Why the member of a trace is not in its journey now. */
export async function whyNotOf(
  engine: Engine,
  tx: Tx,
  { member, journey, entries }: MemberTrace,
): Promise<WhyNotReason> {
  const inside = entries.find((entry) => entry.stands)
  if (inside) return { kind: 'inside', enteredAt: inside.enteredAt }
  const [answer] = TAKING.has(journey.state) ? await answersFor(engine, tx, member, journey.key) : []
  return answer?.because ?? { kind: 'not-running', state: journey.state }
}

/** States of a journey that takes newcomers, now or once it is resumed. */
const TAKING: ReadonlySet<string> = new Set(['running', 'paused'])

/** Of every running or paused journey that the member is not inside, why; newest journey first, up to 100. */
export const whyNotIn = (engine: Engine, tx: Tx, member: MemberId): Promise<WhyNot[]> =>
  answersFor(engine, tx, member, null)

async function answersFor(engine: Engine, tx: Tx, member: MemberId, only: string | null): Promise<WhyNot[]> {
  const outside = await tx.sql.query(tracesSql.outside, [member, only])
  const journeys = numbers(outside.map((journey) => journey.id))
  const refused = byJourney(await tx.sql.query(tracesSql.refused, [member, journeys]))
  const runs = byJourney(await tx.sql.query(tracesSql.runs, [member, journeys]))
  const answers: WhyNot[] = []
  for (const journey of outside) {
    const { id, key, name, state, entered_at } = journey
    const run = runs.get(id)
    const because =
      (await refusalAfter(engine, tx, entered_at, refused.get(id), run)) ??
      (entered_at === null
        ? await neverIn(engine, tx, member, journey, run)
        : journey.held_out
          ? ({ kind: 'held-out', at: entered_at } as const)
          : ((await hadThisYear(engine, tx, member, journey)) ?? ({ kind: 'left', enteredAt: entered_at } as const)))
    answers.push({ journey: { key, name, state }, because })
  }
  return answers
}

const byJourney = <R extends { journey_id: JourneyId }>(rows: readonly R[]): ReadonlyMap<JourneyId, R> =>
  new Map(rows.map((row) => [row.journey_id, row]))

/** The newest refusal, where the member did not enter since. */
async function refusalAfter(
  engine: Engine,
  tx: Tx,
  entered: number | null,
  event: Row<'traces.refused'> | undefined,
  run: Row<'traces.runs'> | undefined,
): Promise<WhyNotReason | undefined> {
  const refusals = [
    ...(event ? [event] : []),
    ...(run && run.refused !== null ? [{ at: run.at, reason: run.refused, event: null, node: null, unmet: null }] : []),
  ].filter(({ at }) => entered === null || at >= entered)
  const newest = refusals.sort((a, b) => b.at - a.at)[0]
  if (!newest) return undefined
  const { at, reason, event: name } = newest
  return {
    kind: 'refused',
    at,
    reason: nameOf(REFUSALS, reason),
    event: name,
    ...(await keptUnmet(engine, tx, newest)),
  }
}

async function neverIn(
  engine: Engine,
  tx: Tx,
  member: MemberId,
  journey: Row<'traces.outside'>,
  run: Row<'traces.runs'> | undefined,
): Promise<WhyNotReason> {
  const plan = await planOf(engine, tx, journey.version_id)
  const { nodes, zone } = plan
  const now: Now = { tx, member, journey: journey.id, zone, at: await clockOf(tx) }
  const ownDay = await byOwnDay(now, plan, journey.published_at)
  if (ownDay) return ownDay
  const triggers = nodes.flatMap(({ key, trigger }) => (trigger ? [{ key, ...trigger }] : []))
  const { audience } = triggers.find((t) => t.audience && t.key === run?.node_key) ?? {}
  if (audience && run && !run.taken)
    return { kind: 'not-in-audience', at: run.at, segments: await judgeAudience(now, audience) }
  const byEvents = triggers.flatMap(({ events }) => (events ? [events] : []))
  const asked = byEvents.flatMap(({ matches }) => matches)
  if (asked.length === 0) return { kind: 'not-yet', at: journey.fires_at }
  const since = journey.published_at
  const did = await tx.sql.query(tracesSql.did, [member, texts([...new Set(asked.map(({ event }) => event))]), since])
  const watching =
    triggers.length === 1 && asked.every(({ event }) => isCrossing(event)) ? triggers[0]?.watches : undefined
  const isAsked = ({ name, at, properties }: Row<'traces.did'>) =>
    asked.some(({ event, filter }) => event === name && matchesEvent(filter, properties, { at, zone }))
  if (watching && watching.length > 0 && !did.some(isAsked)) {
    const way = asked.some(({ event }) => event === SEGMENT_LEFT) ? 'left' : 'entered'
    const segments = await judgeAudience(now, { include: watching, exclude: [] })
    return { kind: 'not-crossed', way, since, segments }
  }
  const [newest] = did.sort((a, b) => b.at - a.at)
  if (newest) return { kind: 'not-asked', event: newest.name, at: newest.at, ...unmetBy(newest, asked, zone) }
  // Of several triggers each is a way in: only of a single one it can be said what it asks for beside its events.
  const rule = byEvents.length === 1 ? byEvents[0]?.member : undefined
  return { kind: 'no-event', asked, since, ...(rule ? await judgeRule(now, rule) : NOTHING_UNMET) }
}

/** Of somebody who was in and has left: when the day comes again by which it may enter once more. */
async function hadThisYear(
  engine: Engine,
  tx: Tx,
  member: MemberId,
  journey: Row<'traces.outside'>,
): Promise<WhyNotReason | undefined> {
  const plan = await planOf(engine, tx, journey.version_id)
  if (plan.settings.reentry.rule === 'never') return undefined
  const now = { tx, member, journey: journey.id, zone: plan.zone, at: await clockOf(tx) }
  const ownDay = await byOwnDay(now, plan, journey.published_at)
  return ownDay?.kind === 'own-day' && ownDay.taken ? ownDay : undefined
}

/** Where days of the member's own are the only way in: when its day comes. */
async function byOwnDay(
  now: Now,
  { triggers, nodes }: BoundPlan,
  since: number,
): Promise<Extract<WhyNotReason, { kind: 'own-day' | 'no-day' }> | undefined> {
  const [node, ...others] = triggers.map((index) => nodes[index])
  const audience = node?.trigger?.audience
  const asked = audience && others.length === 0 ? askedDay(audience, now.zone) : undefined
  if (!node || !audience || !asked) return undefined
  const { tx, member, journey, at } = now
  const day = await ownDayOf(tx, { member, journey, nodeKey: node.key, asked, since }, at)
  if (!day) return undefined
  if ('unreadable' in day) return { kind: 'no-day', ...day }
  return { kind: 'own-day', ...day, segments: await judgeAudience(now, audience) }
}

/** What of the filters an event does not meet: of a single one the parts that fail, of several each whole. */
function unmetBy(
  { name, at, properties }: Row<'traces.did'>,
  asked: NonNullable<TriggerSpec['events']>['matches'],
  zone: string,
): Unmet {
  const filters = asked.flatMap(({ event, filter }) => (event === name ? [filter] : []))
  const failing = filters.filter((filter) => filter !== undefined && !matchesEvent(filter, properties, { at, zone }))
  const [only] = failing
  if (failing.length < filters.length || !only) return NOTHING_UNMET
  const unmet: Rule[] =
    failing.length > 1
      ? [{ any: failing.flatMap((filter) => filter ?? []) }]
      : partsOf(only).filter((part) => !matchesEvent(part, properties, { at, zone }))
  return { unmet, found: factsFound(unmet, { event: properties }) }
}

/** Whose values are judged, as of now. */
interface Now {
  readonly tx: Tx
  readonly member: MemberId
  readonly journey: JourneyId
  readonly zone: string
  readonly at: number
}

async function judgeAudience(
  now: Now,
  {
    include,
    exclude,
    groups = [],
    excludeGroups = [],
  }: Pick<NonNullable<TriggerSpec['audience']>, 'include' | 'exclude' | 'groups' | 'excludeGroups'>,
): Promise<AudienceSegment[]> {
  const { tx, member, at, zone } = now
  const judged = await judgeSegments(tx, member, [...include, ...exclude], { at, zone })
  const segments: AudienceSegment[] = []
  for (const segment of judged)
    segments.push({
      ...segment,
      found: factsFound(segment.unmet, await factsOf(now, { all: [...segment.unmet] })),
      use: exclude.includes(segment.key) ? 'exclude' : 'include',
    })
  const held = await judgeGroups(tx, member, [...groups, ...excludeGroups])
  for (const group of held)
    segments.push({ ...group, found: {}, use: excludeGroups.includes(group.key) ? 'exclude' : 'include' })
  return segments
}

/** The parts of a rule that the member does not meet. Each is judged by itself: conditions on events are numbered in a rule. */
async function judgeRule(now: Now, rule: Rule): Promise<Unmet> {
  const unmet: Rule[] = []
  const found = {}
  for (const part of partsOf(rule)) {
    if (leavesOf(part).some((leaf) => 'field' in leaf && leaf.field.startsWith('event.'))) continue // there is no event yet
    const facts = await factsOf(now, part)
    if (evaluate(part, facts, now)) continue
    unmet.push(part)
    Object.assign(found, factsFound([part], facts))
  }
  return { unmet, found }
}

async function factsOf({ tx, member, journey, zone, at }: Now, rule: Rule): Promise<Readonly<Record<string, unknown>>> {
  const traveller = { member, enrolment: null, entryNo: 1, enteredAt: at, arrivedAt: at, previousAt: at }
  const place = { journey, zone, node: { key: 0, requests: ruleFacts(rule) } }
  const [facts] = await loadFacts(tx, place, [{ at, traveller }])
  return facts ?? {}
}
