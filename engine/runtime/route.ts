import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { listens } from '../core/walk/walk.ts'
import { codeOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'
import { type Call, callsOf } from './calls.ts'
import { type Engine, planOf } from './engine.ts'
import {
  type Admitted,
  admit,
  type EnrolPlace,
  enrol,
  type History,
  historyOf,
  type Load,
  loadNow,
  perMemberShards,
} from './enrol.ts'
import { Moves } from './moves.ts'
import type { StoredEvent } from './event.ts'

/** Where an enrolment stands. One that the events at hand begin gets its id once all of them are decided. */
interface Position {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly shard: number
  enrolment_id: EnrolmentId | null
  readonly member_id: MemberId
  readonly node: number
  readonly due_at: number
  stirred: boolean
}

/**
 * Routes stored events of locked members one by one, in order: waits first, then triggers. Everything is read first and
 * written last, so that a batch costs as many statements as one event. Answers how many enrolments the events began.
 */
export async function routeEvents(
  engine: Engine,
  tx: Tx,
  events: readonly StoredEvent[],
  receivedAt: number,
): Promise<number> {
  const members = [...new Set(events.map((e) => e.member))]
  const names = texts([...new Set(events.map((e) => e.name))])
  const [positions, subscriptions] = await Promise.all([
    tx.sql.query(eventsSql.tokens, [numbers(members)]),
    tx.sql.query(eventsSql.subscriptions, [names]),
  ])
  const standing = await moved(engine, tx, positions)
  const versions = [...new Set([...standing, ...subscriptions].map((row) => row.version_id))]
  const plans = new Map(await Promise.all(versions.map(async (v) => [v, await planOf(engine, tx, v)] as const)))
  const calls = await callsOf(tx, events, subscriptions, plans, receivedAt)
  const router = new Router(plans, receivedAt, await readPast(tx, [...calls.values()].flat()))
  for (const position of standing) router.place(position)
  for (const event of events) {
    router.wake(event)
    for (const call of calls.get(event.id) ?? []) router.answer(call)
  }
  return router.write(tx)
}

/**
 * Where they stand once those in older versions have followed the moves of their journeys: there they are about to be judged
 * again. One who is about to leave waits for nothing any more.
 */
async function moved(engine: Engine, tx: Tx, positions: readonly Position[]): Promise<readonly Position[]> {
  const moves = await Moves.of(
    engine,
    tx,
    positions.map((position) => position.journey_id),
  )
  if (!moves.concern(positions)) return positions
  await moves.prepare(positions)
  return positions.flatMap((position) => {
    const fate = moves.fateOf(position)
    if (!fate) return [position]
    if (fate.kind !== 'moved') return []
    return [{ ...position, version_id: fate.version, node: fate.node, due_at: Number.NEGATIVE_INFINITY }]
  })
}

/** What decides whether a call may enter. */
interface Past {
  readonly history: History
  readonly load: Load
  /** Journeys that take no newcomers. */
  readonly shut: ReadonlySet<JourneyId>
  /** Keys of calls that entered. */
  readonly entered: Set<string>
}

async function readPast(tx: Tx, calls: readonly Call[]): Promise<Past> {
  const open = calls.filter((call) => call.refusal === undefined)
  if (open.length === 0) {
    return { history: new Map(), load: { member_shards: 0, poke_backlog: 0 }, shut: new Set(), entered: new Set() }
  }
  const members = [...new Set(open.map((call) => call.event.member))]
  const journeys = [...new Set(open.map((call) => call.subscription.journey_id))]
  const keys = open.flatMap(({ once }) => once ?? [])
  tx.sql.write(journeysSql.share, [numbers(journeys)])
  const [shut, history, load, known] = await Promise.all([
    tx.sql.query(journeysSql.shut, [numbers(journeys)]),
    historyOf(tx, members, journeys),
    loadNow(tx),
    keys.length > 0 ? tx.sql.query(eventsSql.knownKeys, [texts(keys)]) : [],
  ])
  return {
    shut: new Set(shut.map((row) => row.id)),
    history,
    load,
    entered: new Set(known.map((row) => row.hash.replaceAll('-', ''))),
  }
}

/** Who enters a journey now. */
interface Entrance {
  readonly place: EnrolPlace
  readonly newcomers: { readonly who: Admitted; readonly position: Position }[]
}

/** Decides in memory, event by event, and writes what was decided. */
class Router {
  private readonly positions = new Map<MemberId, Position[]>()
  private readonly woken: { position: Position; event: StoredEvent }[] = []
  private readonly refused: { call: Call; reason: Refusal }[] = []
  private readonly entrances = new Map<VersionId, Entrance>()
  private readonly newKeys: string[] = []

  constructor(
    private readonly plans: ReadonlyMap<VersionId, BoundPlan>,
    private readonly receivedAt: number,
    private readonly past: Past,
  ) {}

  place(position: Position): void {
    const others = this.positions.get(position.member_id)
    if (others) others.push(position)
    else this.positions.set(position.member_id, [position])
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

  /** Lets the event's member enter by the trigger that asks for it, or refuses. */
  answer(call: Call): void {
    const { event, subscription, once } = call
    const { entered, history } = this.past
    const known = once !== undefined && entered.has(once) ? 'already-entered' : undefined
    const { place, newcomers } = this.entranceOf(call)
    const { id, properties, member, at: sinceAt, depth } = event
    const entrant = { member, node: subscription.node, sinceAt, depth, event: { id, properties } }
    const shut = this.past.shut.has(subscription.journey_id) ? 'journey-not-running' : undefined
    const refused = call.refusal ?? shut ?? known
    const answer = refused ? { refused } : admit(place, entrant, history)
    if ('refused' in answer) {
      this.refused.push({ call, reason: answer.refused })
      return
    }
    if (once !== undefined) {
      entered.add(once)
      this.newKeys.push(once)
    }
    const { shard } = answer.admitted
    const { journey_id, version_id, node } = subscription
    const token = { enrolment_id: null, member_id: member, due_at: this.receivedAt, shard, stirred: false }
    const position = { ...token, journey_id, version_id, node }
    newcomers.push({ who: answer.admitted, position })
    this.place(position)
  }

  private entranceOf({ subscription: { journey_id: journey, version_id: version }, plan }: Call): Entrance {
    const entrance = this.entrances.get(version)
    if (entrance) return entrance
    const perMember = perMemberShards(plan, 1, this.past.load)
    const made: Entrance = { place: { journey, version, plan, at: this.receivedAt, perMember }, newcomers: [] }
    this.entrances.set(version, made)
    return made
  }

  async write(tx: Tx): Promise<number> {
    let enrolled = 0
    for (const { place, newcomers } of this.entrances.values()) {
      const enrolments = await enrol(
        tx,
        place,
        newcomers.map((n) => n.who),
      )
      newcomers.forEach(({ position }, i) => {
        position.enrolment_id = enrolments[i] ?? null
      })
      enrolled += enrolments.length
    }
    if (this.newKeys.length > 0) tx.sql.write(eventsSql.keepKeys, [tx.tenant, texts(this.newKeys)])
    this.writeStimuli(tx)
    this.writeRefusals(tx)
    return enrolled
  }

  private writeStimuli(tx: Tx): void {
    const { woken } = this
    if (woken.length === 0) return
    const journeys = numbers(woken.map((w) => w.position.journey_id))
    tx.sql.write(journeysSql.share, [journeys])
    const shards = numbers(woken.map((w) => w.position.shard))
    tx.sql.write(eventsSql.stimulate, [
      tx.tenant,
      this.receivedAt,
      journeys,
      shards,
      numbers(woken.map((w) => w.position.enrolment_id ?? 0)),
      numbers(woken.map((w) => w.position.member_id)),
      numbers(woken.map((w) => w.event.id)),
      texts(woken.map((w) => w.event.name)),
      numbers(woken.map((w) => w.event.at)),
      jsons(woken.map((w) => w.event.properties)),
    ])
    tx.sql.write(eventsSql.poke, [tx.tenant, 0, journeys, shards])
  }

  private writeRefusals(tx: Tx): void {
    const { refused } = this
    if (refused.length === 0) return
    tx.sql.write(eventsSql.refuse, [
      tx.tenant,
      this.receivedAt,
      numbers(refused.map(({ call }) => call.subscription.journey_id)),
      numbers(refused.map(({ call }) => call.subscription.node)),
      numbers(refused.map(({ call }) => call.event.member)),
      numbers(refused.map(({ call }) => call.event.id)),
      numbers(refused.map(({ reason }) => codeOf(REFUSALS, reason))),
    ])
  }
}
