import { getInitialSnapshot, getNextSnapshot } from 'xstate'
import { pricesOf } from '../budgets/spending.ts'
import { type EventId, id, type MemberId } from '../ids.ts'
import { asksFor, type EventTrigger, refusalOf } from '../journey/calling.ts'
import { BY_RULE, exitsBy } from '../journey/exits.ts'
import type { Beginning } from '../journey/fact-span.ts'
import { goalReached, worthOf } from '../journey/goals.ts'
import type { BoundNode, BoundPlan } from '../journey/plan.ts'
import { decideReentry, isHeldOut } from '../journey/reentry.ts'
import { type Order, refundOf } from '../journey/refunds.ts'
import { isOpen } from '../journey/window.ts'
import type { JsonObject } from '../json.ts'
import { fieldValue } from '../rules/evaluate.ts'
import { capsOf } from '../sending/caps.ts'
import { type JourneyingEvent, machineOf, type World } from '../walk/machine.ts'
import { type Around, NOWHERE } from './around.ts'
import { eventsHeardBy } from './asked.ts'
import { type Entry, isInside, isWelcome, learnt, mustLeave, newsOf, newWait, type Raised, reachedBy } from './entry.ts'
import { Lapses } from './lapses.ts'
import { type Branch, Orders } from './orders.ts'
import { OwnDays } from './own-days.ts'
import { after, askedAt, factsOf, lived, type Person } from './person.ts'
import { Purse } from './purse.ts'
import { postedChanges, raisedBy } from './raised-by.ts'
import { Sendings } from './sendings.ts'
import type { Course, Script, Timeless, Told } from './story.ts'

/**
 * Plays a script: the person goes through the plan by its machine, as `Walk` would take a member through it, and effects are
 * rehearsed. Every due time on the way is kept to the millisecond. Throws a RangeError on happenings that go back in time.
 */
export function simulate(plan: BoundPlan, script: Script, around: Partial<Around> = {}): Course {
  const simulation = new Simulation(plan, script.person, script.startsAt, { ...NOWHERE, ...around })
  for (const happening of script.happenings) {
    simulation.passTo(happening.at)
    if (happening.do === 'post') simulation.post(happening.event, happening.properties)
    if (happening.do === 'run') simulation.run(happening.node)
  }
  return simulation.course()
}

class Simulation {
  private readonly machine: ReturnType<typeof machineOf>
  private readonly story: Told[] = []
  private readonly entries: Entry[] = []
  private readonly raised: Raised[] = []
  private readonly once = new Set<string>()
  private readonly orders = new Orders()
  private readonly purse: Purse
  private readonly sendings: Sendings
  private readonly heard: ReadonlySet<string>
  private readonly lapses: Lapses
  private readonly ownDays: OwnDays

  constructor(
    private readonly plan: BoundPlan,
    private person: Person,
    private now: number,
    private readonly around: Around,
  ) {
    this.machine = machineOf(plan)
    this.lapses = new Lapses(now)
    this.ownDays = new OwnDays(plan, now)
    this.purse = new Purse(plan, pricesOf(around.rules), person.spent)
    this.sendings = new Sendings(capsOf(plan.settings.caps, around.rules.caps), around.journey)
    this.heard = new Set(eventsHeardBy(plan, around.refunds))
  }

  course(): Course {
    const nextAt = this.nextDue()
    return { story: this.story, now: this.now, person: this.person, nextAt: Number.isFinite(nextAt) ? nextAt : null }
  }

  /** Lets time pass, through everything that is due on the way. */
  passTo(at: number): void {
    if (at < this.now) throw new RangeError('time goes forward only')
    const next = () => Math.min(this.nextDue(), this.lapses.next(this.person))
    for (let due = next(); due <= at; due = next()) {
      this.now = Math.max(this.now, due)
      for (const entry of this.live()) this.send(entry, { type: 'wake', clock: this.now })
      this.raised.push(...this.lapses.until(this.person, this.now))
      for (const index of this.ownDays.until(this.person, this.now))
        if (isOpen(this.plan.settings, this.now)) this.take(index)
      this.settle()
    }
    this.now = at
  }

  post(name: string, properties: JsonObject): void {
    this.happen({ name, depth: 0, properties, ...postedChanges(name, properties, this.person) }, false)
    this.settle()
  }

  run(nodeId: string): void {
    const index = this.plan.nodes.findIndex((node) => node.id === nodeId)
    if (!this.plan.nodes[index]?.trigger?.audience) throw new RangeError(`no audience trigger ${nodeId}`)
    this.ownDays.take(index, this.person, this.now)
    if (isOpen(this.plan.settings, this.now)) this.take(index)
    else this.tell({ kind: 'refused', node: nodeId, reason: 'outside-window' })
    this.settle()
  }

  private take(index: number): void {
    this.enter(index, 0, { sinceAt: this.now, event: null }, {})
  }

  private live(): Entry[] {
    return this.entries.filter(isInside).filter(({ snapshot }) => snapshot.value !== 'failed')
  }

  private nextDue(): number {
    return Math.min(this.ownDays.next(this.person), ...this.live().map(({ snapshot }) => snapshot.context.dueAt))
  }

  /** An event: those who wait hear it first, then the triggers; who enters by it does not hear it. */
  private happen(happened: Raised, raised: boolean): void {
    const { name, depth, properties } = happened
    const { now: at, plan } = this
    // Own events that nobody here asks for are known, and not worth telling.
    if (!raised || this.heard.has(name)) this.tell({ kind: 'event', name, properties, raised })
    const told = this.story.length
    this.person = lived(this.person, { name, at, properties })
    const stimulus = { event: id<EventId>(this.person.events.length), name, at, receivedAt: at, properties }
    const branches = this.refund(name, properties)
    this.judgeExitRule()
    this.reach({ name, at, properties, id: stimulus.event }, depth)
    if (exitsBy(plan.settings.exitRules, stimulus, plan.zone)) {
      const taken = { out: 'exit', receivedAt: at, because: { event: stimulus.event, name } } as const
      for (const entry of this.entries.filter(isInside)) this.send(entry, { type: 'out', taken })
    }
    for (const entry of this.live()) {
      this.send(entry, { type: 'stimulus', stimulus })
      this.send(entry, { type: 'wake', clock: at })
    }
    for (const index of plan.triggers) {
      const node = this.nodeAt(index)
      const spec = node.trigger?.events
      if (spec && asksFor(spec, { ...happened, at }, plan.zone)) this.call(index, spec, properties, depth)
    }
    for (const branch of branches) this.branch(branch, depth)
    if (this.story.length === told && !raised) this.tell({ kind: 'unheard' })
  }

  private call(index: number, spec: EventTrigger, properties: JsonObject, depth: number): void {
    const { now: at, plan } = this
    const { calendar } = this.around
    const welcome = () => isWelcome(spec.member, plan.zone, this.person, properties, { at, calendar })
    const value = spec.dedupe && fieldValue(spec.dedupe, { event: properties })
    const key = value === undefined || value === null ? undefined : `${index}/${JSON.stringify(value)}`
    const refused =
      refusalOf(spec, plan, at, welcome)({ name: '', at, properties, depth }) ??
      (key !== undefined && this.once.has(key) ? 'already-entered' : undefined)
    if (refused) {
      this.tell({ kind: 'refused', node: this.nodeAt(index).id, reason: refused })
      return
    }
    const entered = this.enter(index, depth, { sinceAt: at, event: this.person.events.length - 1 }, properties)
    if (entered && key !== undefined) this.once.add(key)
  }

  private enter(index: number, depth: number, beginning: Beginning, data: JsonObject): boolean {
    const { plan, now: at } = this
    const { journey } = this.around
    const node = this.nodeAt(index)
    const entries = this.entries.filter(({ parent }) => parent === undefined)
    const history = entries.map(({ number, enteredAt, snapshot }) => ({
      ...{ entryNo: number + 1, enteredAt },
      live: snapshot.status === 'active',
    }))
    const answer = decideReentry(plan.settings, history, at, plan.zone)
    if ('refused' in answer) {
      this.tell({ kind: 'refused', node: node.id, reason: answer.refused })
      return false
    }
    if (isHeldOut(plan.settings, journey, this.person.member)) {
      this.tell({ kind: 'held-out', node: node.id })
      return true
    }
    this.tell({ kind: 'entered', entry: this.entries.length, node: node.id })
    this.begin(index, { depth, beginning, data })
    return true
  }

  private begin(index: number, how: Pick<Entry, 'depth' | 'beginning' | 'data' | 'parent'>): void {
    const { now: enteredAt } = this
    const number = this.entries.length
    const world = this.worldOf(number, how.beginning)
    const member = id<MemberId>(this.person.member)
    const input = { journey: this.around.journey, member, trigger: index, enteredAt, world }
    const snapshot = getInitialSnapshot(this.machine, input)
    const entry: Entry = { ...how, number, enteredAt, snapshot, deeds: [], steps: 0, waits: '', reached: new Set() }
    this.entries.push(entry)
    this.send(entry, { type: 'wake', clock: enteredAt })
  }

  /** What the event just told of takes back, where it is a refund. */
  private refund(name: string, properties: JsonObject): Branch[] {
    const event = this.person.events.length - 1
    const refund = refundOf(this.around.refunds, { name, properties, id: `event:${event}` })
    if (refund) this.orders.keep({ ...refund, event })
    return this.takeBack()
  }

  private takeBack(): Branch[] {
    const { plan, around, now } = this
    const { person, told, raised, branches } = this.orders.takeBack(plan, this.person, around.refunds, now)
    this.person = person
    this.raised.push(...raised.map((event) => ({ ...event, depth: 1 })))
    for (const one of told) this.tell(one)
    this.purse.giveBack(told)
    return branches
  }

  private branch({ parent, to, event }: Branch, depth: number): void {
    this.tell({ kind: 'branched', entry: this.entries.length, parent, node: this.nodeAt(to).id })
    const { at: sinceAt = this.now, properties: data = {} } = this.person.events[event] ?? {}
    this.begin(to, { depth, beginning: { sinceAt, event }, data, parent })
  }

  /** What surrounds an entry: this person, and effects that are only rehearsed. */
  private worldOf(number: number, beginning: Beginning): World {
    const { zone } = this.plan
    const known = { zone, beginning, calendar: this.around.calendar, quietHours: this.around.rules.quietHours }
    return {
      facts: ({ id: node, requests }, visit) =>
        factsOf(this.person, requests, { ...known, node, visit, data: this.entries[number]?.data ?? {} }),
      perform: (node, body, { at, step }, visit) => {
        const place = { node: node.id, entry: number }
        const isRefunded = (order: Order) => this.orders.isRefunded(order)
        const rehearsed = { at, step, zone, isRefunded, ...askedAt(this.person, place) }
        const { goes, deeds = [], raises = [], data } = this.sendings.rehearse(node, body, rehearsed, this.purse)
        const entry = this.entries[number]
        if (entry && data) entry.data = learnt(entry.data, data)
        const depth = (entry?.depth ?? 0) + 1
        for (const deed of deeds) {
          this.raised.push(...raisedBy(this.person, deed, place, at).map((event) => ({ ...event, depth })))
          this.person = after(this.person, deed, place)
          if (deed.do === 'points' && deed.order)
            this.orders.give({ ...deed, order: deed.order, entry: number, node: this.plan.nodes.indexOf(node) })
          entry?.deeds.push({ visit, node: node.id, deed, at })
        }
        this.raised.push(...raises.map((name) => ({ name, depth, properties: {} })))
        return goes
      },
    }
  }

  private send(entry: Entry, event: JourneyingEvent): void {
    if (entry.snapshot.status !== 'active') return
    entry.snapshot = getNextSnapshot(this.machine, entry.snapshot, event)
    this.story.push(...newsOf(this.plan, entry, this.now))
  }

  /** What effects raised happens now; then it is told who waits for what. */
  private settle(): void {
    for (const branch of this.takeBack()) this.branch(branch, 0)
    this.judgeExitRule()
    for (let next = this.raised.shift(); next; next = this.raised.shift()) this.happen(next, true)
    for (const entry of this.live()) {
      const waits = newWait(this.plan, entry)
      if (waits) this.tell(waits)
    }
  }

  /** Tells of goals that an event reaches, for entries that ended too; whoever leaves by one is out before anything else. */
  private reach(event: { id: number; name: string; at: number; properties: JsonObject }, depth: number): void {
    for (const entry of this.entries) {
      for (const goal of reachedBy(this.plan, entry, event)) {
        const value = worthOf(goal, event.properties)
        this.tell({ kind: 'goal', entry: entry.number, name: goal.name, value })
        this.raised.push({ ...goalReached(goal, this.plan.settings.goals, value), depth: depth + 1 })
        const because = { event: event.id, goal: goal.id, name: goal.name }
        if (goal.leave) this.send(entry, { type: 'out', taken: { out: 'goal', receivedAt: this.now, because } })
      }
    }
  }

  /** Takes out those who wait, once what the rule asks of the person holds. */
  private judgeExitRule(): void {
    const taken = { out: 'exit', receivedAt: this.now, because: BY_RULE } as const
    for (const entry of this.entries.filter(isInside))
      if (mustLeave(this.plan, this.person, entry, { at: this.now, calendar: this.around.calendar }))
        this.send(entry, { type: 'out', taken })
  }

  private tell(told: Timeless): void {
    this.story.push({ at: this.now, ...told } as Told) // `Told` without its moment, and the moment
  }

  private nodeAt(index: number): BoundNode {
    const node = this.plan.nodes[index]
    if (!node) throw new RangeError(`the plan has no node ${index}`)
    return node
  }
}
