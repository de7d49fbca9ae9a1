import type { EventId, VersionId } from '../core/ids.ts'
import { asksFor, type EventTrigger, refusalOf } from '../core/journey/calling.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import type { JsonObject } from '../core/json.ts'
import { fieldValue, type Moment } from '../core/rules/evaluate.ts'
import { ruleFacts } from '../core/rules/facts.ts'
import type { Rule } from '../core/rules/rule.ts'
import type { Refusal } from '../store/codes.ts'
import { hashOf } from '../store/literal.ts'
import type { Row, Tx } from '../store/store.ts'
import type { StoredEvent } from './event.ts'
import { loadFacts } from './facts.ts'
import { unmetToKeep } from './unmet.ts'

export type Subscription = Row<'events.subscriptions'>

/** An event that a trigger asks for, with all that is known of it before its turn comes. */
export interface Call {
  readonly event: StoredEvent
  readonly subscription: Subscription
  readonly plan: BoundPlan
  readonly refusal: Refusal | undefined
  /** What the member does not meet, where that is the refusal. */
  readonly unmet: JsonObject | undefined
  /** Of calls with one key only one enters: a uuid without hyphens. */
  readonly once: string | undefined
}

/** What every trigger asks of the events, by event, in the order of the subscriptions. Facts are loaded once for each trigger. */
export async function callsOf(
  tx: Tx,
  events: readonly StoredEvent[],
  subscriptions: readonly Subscription[],
  plans: ReadonlyMap<VersionId, BoundPlan>,
  receivedAt: number,
): Promise<Map<EventId, Call[]>> {
  const asked = subscriptions.map((subscription) => {
    const plan = plans.get(subscription.version_id)
    const spec = plan?.nodes[subscription.node]?.trigger?.events
    return plan && spec ? callsOfOne(tx, events, subscription, plan, spec, receivedAt) : []
  })
  const by = new Map<EventId, Call[]>()
  for (const call of (await Promise.all(asked)).flat()) {
    const others = by.get(call.event.id)
    if (others) others.push(call)
    else by.set(call.event.id, [call])
  }
  return by
}

async function callsOfOne(
  tx: Tx,
  events: readonly StoredEvent[],
  subscription: Subscription,
  plan: BoundPlan,
  spec: EventTrigger,
  receivedAt: number,
): Promise<Call[]> {
  const { zone } = plan
  const wanted = events.filter((event) => event.name === subscription.event && asksFor(spec, event, zone))
  const unmetBy = spec.member
    ? await whatFails(tx, spec.member, wanted, subscription, { at: receivedAt, zone })
    : () => undefined
  const refusalFor = refusalOf<StoredEvent>(spec, plan, receivedAt, (event) => unmetBy(event) === undefined)
  return wanted.map((event) => {
    const once = spec.dedupe === undefined ? undefined : onceKey(event, subscription, plan, spec.dedupe)
    const refusal = refusalFor(event)
    return { event, subscription, plan, refusal, unmet: refusal === 'member-filter' ? unmetBy(event) : undefined, once }
  })
}

/** What of a rule the member of an event does not meet; undefined where it does. */
async function whatFails(
  tx: Tx,
  rule: Rule,
  events: readonly StoredEvent[],
  { journey_id: journey, version_id: version }: Subscription,
  { at, zone }: Moment,
): Promise<(event: StoredEvent) => JsonObject | undefined> {
  const members = [...new Set(events.map((e) => e.member))]
  const times = { enteredAt: at, arrivedAt: at, previousAt: at }
  const subjects = members.map((member) => ({ at, traveller: { member, enrolment: null, entryNo: 1, ...times } }))
  const facts = await loadFacts(tx, { journey, zone, node: { key: 0, requests: ruleFacts(rule) } }, subjects)
  const factsOf = new Map(members.map((member, i) => [member, facts[i] ?? {}]))
  return ({ member, properties }) =>
    unmetToKeep(rule, version, { ...factsOf.get(member), event: properties }, { at, zone })
}

/** The same in every version of the journey. Null and missing never dedupe. */
function onceKey(event: StoredEvent, at: Subscription, { nodes }: BoundPlan, path: string): string | undefined {
  const value = fieldValue(path, { event: event.properties })
  if (value === undefined || value === null) return undefined
  return hashOf(`dedupe/${at.journey_id}/key:${nodes[at.node]?.key}/${event.member}/${JSON.stringify(value)}`)
}
