import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import type { TriggerSpec } from '../core/journey/node.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { evaluate, fieldValue, matchesEvent } from '../core/rules/evaluate.ts'
import { ruleFacts } from '../core/rules/facts.ts'
import { subtractDuration } from '../core/time/duration.ts'
import { listens } from '../core/walk/walk.ts'
import { codeOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { type Entrant, enrol, historyOf, perMemberShards } from './enrol.ts'
import { hashOf, type StoredEvent } from './event.ts'
import { loadFacts } from './facts.ts'

/** From this causal depth on an event enrols nobody: journeys that set each other off come to rest. */
const DEEPEST = 20

interface Position {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly shard: number
  readonly enrolment_id: EnrolmentId
  readonly member_id: MemberId
  readonly node: number
  readonly due_at: number
  stirred: boolean
}

interface Subscription {
  readonly event: string
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly node: number
}

/** Routes stored events of locked members, in order: waits first, then triggers. Answers how many enrolments they began. */
export async function routeEvents(
  engine: Engine,
  tx: Tx,
  events: readonly StoredEvent[],
  receivedAt: number,
): Promise<number> {
  const members = [...new Set(events.map((e) => e.member))]
  const [positions, subscriptions] = await Promise.all([
    tx.sql.query<Position & Record<string, unknown>>(eventsSql.tokens, [numbers(members)]),
    tx.sql.query<Subscription & Record<string, unknown>>(eventsSql.subscriptions, [
      texts([...new Set(events.map((e) => e.name))]),
    ]),
  ])
  const router = new Router(tx, receivedAt)
  for (const version of new Set([...positions, ...subscriptions].map((row) => row.version_id))) {
    router.plans.set(version, await planOf(engine, tx, version))
  }
  const journeys = [...new Set(subscriptions.map((s) => s.journey_id))]
  if (journeys.length > 0) router.history = await historyOf(tx, members, journeys)
  for (const position of positions) router.place(position)
  for (const event of events) {
    router.wake(event)
    for (const subscription of subscriptions)
      if (subscription.event === event.name) await router.trigger(event, subscription)
  }
  router.write()
  return router.enrolled
}

class Router {
  readonly plans = new Map<VersionId, BoundPlan>()
  history: Awaited<ReturnType<typeof historyOf>> = new Map()
  enrolled = 0
  private readonly positions = new Map<MemberId, Position[]>()
  private readonly woken: { position: Position; event: StoredEvent }[] = []
  private readonly refusals: { subscription: Subscription; event: StoredEvent; reason: Refusal }[] = []

  constructor(
    private readonly tx: Tx,
    private readonly receivedAt: number,
  ) {}

  place(position: Position): void {
    this.positions.set(position.member_id, [...(this.positions.get(position.member_id) ?? []), position])
  }

  /** A waiting enrolment is told of what its node asks for; one on the move, of all that its journey may ask for. */
  wake(event: StoredEvent): void {
    for (const position of this.positions.get(event.member) ?? []) {
      const plan = this.plans.get(position.version_id)
      const node = plan?.nodes[position.node]
      if (!plan || !node || !plan.hears.has(event.name)) continue
      const moving = position.stirred || position.due_at <= this.receivedAt
      if (!moving && !listens(node, event, plan.zone)) continue
      position.stirred = true
      this.woken.push({ position, event })
    }
  }

  async trigger(event: StoredEvent, subscription: Subscription): Promise<void> {
    const plan = this.plans.get(subscription.version_id)
    const spec = plan?.nodes[subscription.node]?.trigger?.events
    if (!plan || !spec) return
    const moment = { at: event.at, zone: plan.zone }
    if (!spec.matches.some((m) => m.event === event.name && matchesEvent(m.filter, event.properties, moment))) return
    const refusal = await this.refusalOf(event, subscription, plan, spec)
    if (refusal) {
      this.refusals.push({ subscription, event, reason: refusal })
      return
    }
    const { journey_id: journey, version_id: version, node } = subscription
    const perMember = await perMemberShards(this.tx, plan, 1)
    const place = { journey, version, plan, at: this.receivedAt, perMember }
    const { id, properties, member, at: sinceAt, depth } = event
    const entrant: Entrant = { member, node, sinceAt, depth, event: { id, properties } }
    const { enrolled, refused } = await enrol(this.tx, place, [entrant], this.history)
    for (const { reason } of refused) this.refusals.push({ subscription, event, reason })
    for (const { enrolment, shard } of enrolled) {
      this.enrolled++
      const token = { enrolment_id: enrolment, member_id: member, due_at: this.receivedAt, shard, stirred: false }
      this.place({ ...token, journey_id: journey, version_id: version, node })
    }
  }

  private async refusalOf(
    event: StoredEvent,
    subscription: Subscription,
    plan: BoundPlan,
    spec: NonNullable<TriggerSpec['events']>,
  ): Promise<Refusal | undefined> {
    const { window } = plan.settings
    if (event.depth >= DEEPEST) return 'too-deep'
    if (window?.from && this.receivedAt < Date.parse(window.from)) return 'outside-window'
    if (window?.until && this.receivedAt > Date.parse(window.until)) return 'outside-window'
    if (spec.tolerance && event.at < subtractDuration(this.receivedAt, spec.tolerance, plan.zone)) return 'too-late'
    if (spec.member) {
      const requests = ruleFacts(spec.member)
      const place = { journey: subscription.journey_id, zone: plan.zone, node: { key: 0, requests } }
      const [facts = {}] = await loadFacts(this.tx, place, [arrivalOf(event, this.receivedAt)])
      if (!evaluate(spec.member, { ...facts, event: event.properties }, { at: this.receivedAt, zone: plan.zone }))
        return 'member-filter'
    }
    return spec.dedupe && (await this.repeated(event, subscription, spec.dedupe)) ? 'already-entered' : undefined
  }

  /** Dedupe by a property: null and missing never dedupe. */
  private async repeated(event: StoredEvent, { journey_id, node }: Subscription, path: string): Promise<boolean> {
    const value = fieldValue(path, { event: event.properties })
    if (value === undefined || value === null) return false
    const hash = hashOf(`dedupe/${journey_id}/${node}/${event.member}/${JSON.stringify(value)}`)
    const fresh = await this.tx.sql.query(eventsSql.dedupe, [this.tx.tenant, this.receivedAt, texts([hash])])
    return fresh.length === 0
  }

  write(): void {
    const { tx, woken, refusals } = this
    if (woken.length > 0) {
      const journeys = numbers(woken.map((w) => w.position.journey_id))
      const shards = numbers(woken.map((w) => w.position.shard))
      tx.sql.write(eventsSql.stimulate, [
        tx.tenant,
        this.receivedAt,
        journeys,
        shards,
        numbers(woken.map((w) => w.position.enrolment_id)),
        numbers(woken.map((w) => w.position.member_id)),
        numbers(woken.map((w) => w.event.id)),
        texts(woken.map((w) => w.event.name)),
        numbers(woken.map((w) => w.event.at)),
        texts(woken.map((w) => JSON.stringify(w.event.properties))),
      ])
      tx.sql.write(eventsSql.poke, [tx.tenant, 0, journeys, shards])
    }
    if (refusals.length === 0) return
    tx.sql.write(eventsSql.refuse, [
      tx.tenant,
      this.receivedAt,
      numbers(refusals.map((r) => r.subscription.journey_id)),
      numbers(refusals.map((r) => r.subscription.node)),
      numbers(refusals.map((r) => r.event.member)),
      numbers(refusals.map((r) => r.event.id)),
      numbers(refusals.map((r) => codeOf(REFUSALS, r.reason))),
    ])
  }
}

const arrivalOf = ({ member }: StoredEvent, at: number) => ({
  traveller: { member, enrolment: null, enteredAt: at, arrivedAt: at, previousAt: at, entryNo: 1 },
  at,
})
