import type { EnrolmentId, EventId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import type { Insider } from '../core/journey/exclusion.ts'
import { exitsBy } from '../core/journey/exits.ts'
import type { BoundPlan } from '../core/journey/plan.ts'
import { listens } from '../core/walk/walk.ts'
import { codeOf, REFUSALS, type Refusal } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'
import type { Call } from './calls.ts'
import { type Admitted, admit, type EnrolPlace, enrol, type History, type Load, perMemberShards } from './enrol.ts'
import type { StoredEvent } from './event.ts'
import type { Goals } from './goals.ts'
import { type Leaver, tellLeavers } from './leaving.ts'

/** Where an enrolment stands. One that the events at hand begin gets its id once all of them are decided. */
export interface Position {
  readonly journey_id: JourneyId
  readonly version_id: VersionId
  readonly shard: number
  enrolment_id: EnrolmentId | null
  readonly member_id: MemberId
  readonly entry_no: number
  readonly failed: boolean
  readonly node: number
  readonly due_at: number
  stirred: boolean
  /** It hears nothing of what came up to this event, which began it beside its parent. */
  readonly since?: EventId | undefined
}

/** What decides whether a call may enter. */
export interface Past {
  readonly history: History
  readonly load: Load
  /** Journeys that take no newcomers. */
  readonly shut: ReadonlySet<JourneyId>
  /** Keys of calls that entered. */
  readonly entered: Set<string>
}

/** Who enters a journey now. */
interface Entrance {
  readonly place: EnrolPlace
  readonly newcomers: { readonly who: Admitted; readonly position: Position }[]
}

/** Decides in memory, event by event, and writes what was decided. */
export class Router {
  private readonly positions = new Map<MemberId, Position[]>()
  private readonly woken: { position: Position; event: StoredEvent }[] = []
  private readonly refused: { call: Call; reason: Refusal }[] = []
  private readonly entrances = new Map<VersionId, Entrance>()
  private readonly newKeys: string[] = []
  private readonly leavers: Leaver[] = []

  constructor(
    private readonly plans: ReadonlyMap<VersionId, BoundPlan>,
    private readonly goals: Goals,
    private readonly receivedAt: number,
    private readonly past: Past,
  ) {}

  place(position: Position): void {
    const others = this.positions.get(position.member_id)
    if (others) others.push(position)
    else this.positions.set(position.member_id, [position])
  }

  /** Takes an enrolment out: from now on it is not inside. */
  takeOut(leaver: Leaver): void {
    const { member_id: member, journey_id, entry_no } = leaver.position
    this.leavers.push(leaver)
    const others = this.positions.get(member) ?? []
    this.positions.set(
      member,
      others.filter((position) => position !== leaver.position),
    )
    const key = `${member}/${journey_id}`
    const entries = this.past.history.get(key)
    if (entries)
      this.past.history.set(
        key,
        entries.map((entry) => (entry.entryNo === entry_no ? { ...entry, live: false } : entry)),
      )
  }

  /** Counts the goals that the event reaches, and takes out whoever leaves by one. */
  reach(event: StoredEvent): void {
    for (const { aspirant, goal } of this.goals.reach(event)) {
      const position = (this.positions.get(event.member) ?? []).find(
        (one) => one.journey_id === aspirant.journey && one.entry_no === aspirant.entryNo,
      )
      if (goal.leave && position)
        this.takeOut({ position, out: 'goal', because: { event: event.id, goal: goal.id, name: goal.name } })
    }
  }

  /** Takes out whomever the event takes out, failed ones too. */
  exit(event: StoredEvent): void {
    for (const position of this.hearersOf(event)) {
      const plan = this.plans.get(position.version_id)
      if (plan && exitsBy(plan.settings.exitRules, event, plan.zone))
        this.takeOut({ position, out: 'exit', because: { event: event.id, name: event.name } })
    }
  }

  /** A waiting enrolment is told of what its node asks for; one on the move, of all that its journey may ask for. */
  wake(event: StoredEvent): void {
    for (const position of this.hearersOf(event)) {
      const plan = this.plans.get(position.version_id)
      const node = plan?.nodes[position.node]
      if (!plan || !node || position.failed || !plan.hears.has(event.name)) continue
      const moving = position.stirred || position.due_at <= this.receivedAt
      if (!moving && !listens(node, event, plan.zone)) continue
      position.stirred = true
      this.woken.push({ position, event })
    }
  }

  private hearersOf(event: StoredEvent): Position[] {
    return (this.positions.get(event.member) ?? []).filter(({ since }) => since === undefined || event.id > since)
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
    const answer = refused ? { refused } : admit(place, entrant, history, this.insideOf(member))
    if ('refused' in answer) {
      this.refused.push({ call, reason: answer.refused })
      return
    }
    if (once !== undefined) {
      entered.add(once)
      this.newKeys.push(once)
    }
    const { shard, entryNo: entry_no, heldOut } = answer.admitted
    const { journey_id, version_id, node } = subscription
    const token = { enrolment_id: null, member_id: member, due_at: this.receivedAt, shard, stirred: false }
    const position: Position = { ...token, journey_id, version_id, node, entry_no, failed: false }
    newcomers.push({ who: answer.admitted, position })
    if (!heldOut) this.place(position)
    this.goals.add({
      ...{ journey: journey_id, version: version_id, member, entryNo: entry_no, heldOut, reached: new Set() },
      ...{ enteredAt: this.receivedAt, sinceAt, event: id, enrolment: () => position.enrolment_id },
    })
  }

  private insideOf(member: MemberId): Insider[] {
    return (this.positions.get(member) ?? []).flatMap(({ journey_id: journey, version_id, entry_no }) => {
      const plan = this.plans.get(version_id)
      // What a refund began is no entry.
      return plan && entry_no > 0 ? [{ journey, settings: plan.settings }] : []
    })
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
    const entrances = [...this.entrances.values()]
    const enrolments = await enrol(
      tx,
      entrances.map(({ place, newcomers }) => ({ place, admitted: newcomers.map((n) => n.who) })),
    )
    const entered = entrances.flatMap(({ newcomers }) => newcomers)
    entered.forEach(({ position }, i) => {
      position.enrolment_id = enrolments[i] ?? null
    })
    if (this.newKeys.length > 0) tx.sql.write(eventsSql.keepKeys, [tx.tenant, texts(this.newKeys)])
    this.writeStimuli(tx)
    tellLeavers(tx, this.leavers, this.receivedAt)
    this.writeRefusals(tx)
    return enrolments.length
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
      jsons(refused.map(({ call }) => call.unmet)),
    ])
  }
}
