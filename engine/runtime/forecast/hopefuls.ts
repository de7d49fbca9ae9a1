import type { EventId, JourneyId, MemberId } from '../../core/ids.ts'
import { asksFor, type EventTrigger } from '../../core/journey/calling.ts'
import { isCrossing } from '../../core/journey/crossed-segments.ts'
import { exitEvents } from '../../core/journey/exits.ts'
import { goalEvents } from '../../core/journey/goals.ts'
import type { TriggerSpec } from '../../core/journey/node.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { isOpen } from '../../core/journey/window.ts'
import type { JsonObject } from '../../core/json.ts'
import { nextFires } from '../../core/recurrence.ts'
import { evaluate, fieldValue } from '../../core/rules/evaluate.ts'
import { ruleFacts } from '../../core/rules/facts.ts'
import type { Calendar } from '../../core/time/calendar.ts'
import { loadCalendar } from '../../members/face.ts'
import { numbers, texts } from '../../store/literal.ts'
import { forecastSql } from '../../store/sql/forecast.ts'
import type { Row, Tx } from '../../store/store.ts'
import { dueMembers, inOneZone, notTakenYet } from '../anniversaries.ts'
import { firstFire } from '../clock.ts'
import { loadFacts } from '../facts.ts'
import { holidaysTaken } from '../fires.ts'
import { audienceCondition } from '../runs.ts'

/** The time that is forecast, and the part of the members that is looked at. All times are epoch milliseconds. */
export interface Outlook {
  readonly journey: JourneyId
  readonly now: number
  /** What members will do in `[now, now + span)` is taken to be what they did in `[now - span, now)`. */
  readonly span: number
  /** Of a thousand members, how many are looked at. */
  readonly perMille: number
}

/** Somebody who would come to a trigger at `at`, a moment to come. */
export interface Hopeful {
  readonly member: MemberId
  /** Index of the trigger. */
  readonly trigger: number
  readonly at: number
  /** What they did then, `span` earlier. */
  readonly event?: { readonly id: EventId; readonly at: number; readonly properties: JsonObject }
}

/** Fires of one trigger that are looked at: those of a month, every hour. */
const MOST_FIRES = 750

/** Who would come to the triggers of a plan, in the order of time. Re-entry is not asked yet. */
export async function hopefulsOf(tx: Tx, plan: BoundPlan, outlook: Outlook): Promise<Hopeful[]> {
  const found: Hopeful[] = []
  for (const trigger of plan.triggers) {
    const spec = plan.nodes[trigger]?.trigger
    if (spec?.audience) found.push(...(await takenBy(tx, plan, trigger, outlook)))
    if (spec?.events && isForetold(spec)) found.push(...(await calledBy(tx, plan, trigger, spec.events, outlook)))
  }
  return found.filter(({ at }) => isOpen(plan.settings, at)).sort((a, b) => a.at - b.at)
}

/** Whether the past tells who would come: not of segments' crossings, raised only while they are watched, nor of values that were. */
export const isForetold = ({ events }: TriggerSpec): boolean =>
  events === undefined || (events.changed === undefined && !events.matches.every(({ event }) => isCrossing(event)))

async function takenBy(tx: Tx, plan: BoundPlan, trigger: number, outlook: Outlook): Promise<Hopeful[]> {
  const { journey, span, perMille } = outlook
  const node = plan.nodes[trigger]
  const spec = node?.trigger?.audience
  if (!node || !spec) return []
  const audience = inOneZone(spec)
  const { firing, anniversary } = audience
  const calendar = await loadCalendar(tx)
  const taken: Hopeful[] = []
  const before = new Set<MemberId>()
  const done = await holidaysTaken(tx, { journey, nodeKey: node.key, firing })
  for (const at of firesOf(firing, plan, outlook, calendar, done)) {
    const values: unknown[] = []
    const next = (value: unknown) => `$${values.push(value)}`
    const of = { audience, at: at - span, zone: plan.zone, journey, nodeKey: node.key }
    const condition = await audienceCondition(tx, of, next)
    if ('gone' in condition) continue
    const from = anniversary
      ? await dueMembers(tx, { anniversary, firing, zone: plan.zone, occurrence: at }, next)
      : 'member m'
    const left = anniversary ? ` AND ${notTakenYet(journey, node.key, next)}` : ''
    const text = `SELECT m.id FROM ${from}
      WHERE abs(hashint8(m.id)) % 1000 < ${next(perMille)} AND ${condition.text}${left} ORDER BY m.id`
    for (const { id: member } of await tx.sql.query<{ id: MemberId }>(text, values)) {
      if ((anniversary || audience.take === 'new') && before.has(member)) continue
      before.add(member)
      taken.push({ member, trigger, at })
    }
  }
  return taken
}

type Audience = NonNullable<NonNullable<BoundPlan['nodes'][number]['trigger']>['audience']>

function firesOf(
  firing: Audience['firing'],
  plan: BoundPlan,
  { now, span }: Outlook,
  calendar: Calendar,
  done: ReadonlySet<string>,
): number[] {
  const first = firstFire(firing, plan, now, calendar, done)
  if (first === undefined) return []
  // A time that is over fires at once, as publishing does it.
  const fires = [Math.max(first, now), ...nextFires(firing, plan.zone, first, MOST_FIRES, calendar, done)]
  return fires.filter((at) => at < now + span)
}

async function calledBy(
  tx: Tx,
  plan: BoundPlan,
  trigger: number,
  spec: EventTrigger,
  { journey, now, span, perMille }: Outlook,
): Promise<Hopeful[]> {
  const names = texts([...new Set(spec.matches.map((match) => match.event))])
  const done = await tx.sql.query(forecastSql.done, [names, now - span, now, perMille])
  const asked = done.filter((event) => asksFor(spec, event, plan.zone))
  const welcome = await welcomeOf(tx, plan, spec, asked, journey)
  const once = new Set<string>()
  return asked.flatMap(({ id, member_id: member, at, properties }, i): Hopeful[] => {
    if (!welcome[i]) return []
    const value = spec.dedupe === undefined ? undefined : fieldValue(spec.dedupe, { event: properties })
    const key = `${member}/${JSON.stringify(value)}`
    if (value !== undefined && value !== null && once.has(key)) return []
    once.add(key)
    return [{ member, trigger, at: at + span, event: { id, at, properties } }]
  })
}

/** Which of the events came from somebody who met the trigger's condition on members at that time. */
async function welcomeOf(
  tx: Tx,
  { zone }: BoundPlan,
  { member: rule }: EventTrigger,
  events: readonly Row<'forecast.done'>[],
  journey: JourneyId,
): Promise<boolean[]> {
  if (!rule || events.length === 0) return events.map(() => true)
  const subjects = events.map(({ member_id: member, at }) => ({
    at,
    traveller: { member, enrolment: null, entryNo: 1, enteredAt: at, arrivedAt: at, previousAt: at },
  }))
  const facts = await loadFacts(tx, { journey, zone, node: { key: 0, requests: ruleFacts(rule) } }, subjects)
  return events.map(({ at, properties }, i) => evaluate(rule, { ...facts[i], event: properties }, { at, zone }))
}

/** How many members could come at all. */
export async function doersOf(tx: Tx, plan: BoundPlan, { now, span }: Pick<Outlook, 'now' | 'span'>): Promise<number> {
  const names = new Set(plan.nodes.flatMap(({ trigger }) => trigger?.events?.matches.map((match) => match.event) ?? []))
  if (names.size === 0) return 0
  const [row] = await tx.sql.query(forecastSql.doers, [texts([...names]), now - span, now])
  return row?.n ?? 0
}

/** What members did that a journey listens for or is left by, by member, in the order of time. */
export async function doneBy(
  tx: Tx,
  plan: BoundPlan,
  members: readonly MemberId[],
  { now, span }: Outlook,
): Promise<ReadonlyMap<MemberId, readonly Row<'forecast.heard'>[]>> {
  const { exitRules, goals } = plan.settings
  const names = [...plan.hears, ...exitEvents(exitRules), ...goalEvents(goals.filter(({ leave }) => leave))]
  if (names.length === 0) return new Map()
  const rows = await tx.sql.query(forecastSql.heard, [texts(names), now - span, now, numbers(members)])
  const by = new Map<MemberId, Row<'forecast.heard'>[]>()
  for (const row of rows) {
    const others = by.get(row.member_id)
    if (others) others.push(row)
    else by.set(row.member_id, [row])
  }
  return by
}
