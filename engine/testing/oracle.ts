import type { Takes } from '../core/budgets/budgets.ts'
import type { Counter } from '../core/controls/counter.ts'
import { type EdgeTotal, GOAL_EDGES, SPECIAL_EDGES } from '../core/edges.ts'
import { id, type MemberId } from '../core/ids.ts'
import { exitsBy } from '../core/journey/exits.ts'
import type { FactRequests, FactsOf } from '../core/journey/facts.ts'
import { goalsBy } from '../core/journey/goals.ts'
import type { Outcome, Stimulus, VisitContext } from '../core/journey/node.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import type { BoundNode, BoundPlan } from '../core/journey/plan.ts'
import { type Order, RefundRules, refundOf } from '../core/journey/refunds.ts'
import type { Json, JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { capsOf } from '../core/sending/caps.ts'
import { type Branch, Orders } from '../core/simulate/orders.ts'
import { after, countedOf, factsOf, type Person as Self, stranger } from '../core/simulate/person.ts'
import { Purse } from '../core/simulate/purse.ts'
import { Sendings } from '../core/simulate/sendings.ts'
import { machineOf, type World } from '../core/walk/machine.ts'
import type { TakenOut } from '../core/walk/traveller.ts'
import { BUILT_IN_CALENDAR } from '../members/face.ts'
import type { Published } from '../runtime/publish.ts'
import { codeOf, EFFECTS, POINTS_KINDS } from '../store/codes.ts'
import type { Happening } from './happenings.ts'
import { type Life, loneTraveller } from './lone-traveller.ts'
import { type End, linesOf } from './same-end.ts'
import type { Person } from './whole-course.ts'
import { PRICES } from './whole-journey.ts'
import type { TestWorkspace } from './workspace.ts'

const RULES = RefundRules.parse({})

/** What surrounds one person: it is their first entry, and their only journey. Effects are rehearsed. */
class OwnWorld implements World {
  /** `refund` 0 is what was given. */
  readonly points: { node: number; refund: number; amount: number }[] = []
  readonly tags: string[] = []
  readonly messages: { node: number; channel: string }[] = []
  /** How often the team was told. */
  notices = 0
  readonly goals = new Set<string>()
  /** What effects raised, and nobody heard yet. */
  readonly raised: string[] = []
  private readonly rewards = new Orders()
  private readonly sendings: Sendings
  readonly purse: Purse
  private self: Self

  /** What the journey counted of this person. */
  get orders(): Json {
    return this.self.attributes.orders ?? null
  }

  constructor(
    private readonly plan: BoundPlan,
    { member, attributes, hasAddress, called }: Person,
    private readonly enteredAt: number,
    private readonly data: JsonObject,
  ) {
    const reach = { 'email/marketing': hasAddress ? 'arrives' : 'no-address' } as const
    this.self = { ...stranger(member), attributes, reach, sets: { 'segment/called': called } }
    // It is their only journey: which one it is makes no difference.
    this.sendings = new Sendings(capsOf(plan.settings.caps), 0)
    this.purse = new Purse(plan, PRICES)
  }

  hear({ event: id, name, receivedAt: at, properties }: Stimulus): void {
    const began = { enteredAt: this.enteredAt, sinceAt: this.enteredAt, event: null }
    const reached = goalsBy(this.plan.settings.goals, { id, name, at, properties }, began, at, this.plan.zone)
    for (const goal of reached) this.goals.add(goal.id)
    this.self = { ...this.self, events: [...this.self.events, { name, at, properties }] }
  }

  /** Answers the branches that begin by the event, where it is a refund. A person has one refund at most. */
  refund({ name, properties, receivedAt }: Stimulus): Branch[] {
    const refund = refundOf(RULES, { name, properties, id: name })
    if (refund) this.rewards.keep({ ...refund, event: 0 })
    const { person, told, branches } = this.rewards.takeBack(this.plan, this.self, RULES, receivedAt)
    this.self = person
    this.purse.giveBack(told)
    for (const one of told)
      if (one.kind === 'reversed')
        this.points.push({
          node: this.plan.nodes.findIndex(({ id }) => id === one.node),
          refund: 1,
          amount: -one.points,
        })
    return branches
  }

  facts({ id: node, requests }: Pick<BoundNode, 'id' | 'requests'>, visit: VisitContext): FactsOf<FactRequests> {
    const beginning = { sinceAt: this.enteredAt, event: null }
    const asking = { node, zone: this.plan.zone, visit, beginning, data: this.data, calendar: BUILT_IN_CALENDAR }
    return factsOf(this.self, requests, asking)
  }

  perform(node: BoundNode, body: JsonObject, { at, step }: VisitContext): Outcome {
    const index = this.plan.nodes.indexOf(node)
    const place = { node: node.id, entry: 0 }
    const counted = (counter: Counter) => countedOf(this.self, counter, place)
    const isRefunded = (order: Order) => this.rewards.isRefunded(order)
    // It is asked of those alone whom no other's places concern.
    const taken = () => 0
    const visit = { at, step, zone: this.plan.zone, arrives: () => true, counted, taken, isRefunded }
    const { goes, deeds = [], raises = [] } = this.sendings.rehearse(node, body, visit, this.purse)
    for (const deed of deeds) {
      this.self = after(this.self, deed, place)
      if (deed.do === 'points') this.points.push({ node: index, refund: 0, amount: deed.amount })
      if (deed.do === 'points' && deed.order) this.rewards.give({ ...deed, order: deed.order, entry: 0, node: index })
      if (deed.do === 'tags') this.tags.push(...deed.add)
      if (deed.do === 'notice') this.notices++
      if (deed.do === 'call') this.messages.push({ node: index, channel: 'service' })
      if (deed.do === 'message') this.messages.push({ node: index, channel: deed.channel })
    }
    this.raised.push(...raises)
    return goes
  }
}

/** From the beginning of a course to the day on which an anniversary lets in, at its hour. */
const WED_MS = 26 * 3_600_000

const STATES: readonly string[] = ENROLMENT_STATES

const stimulus = (name: string, at: number, properties: JsonObject = {}): Stimulus => ({
  ...{ event: id(1), name, at, receivedAt: at, properties },
})

/** What one person lived through, and what the visits did beside it. */
interface LifeAlone extends Life {
  readonly member: MemberId
  readonly points: { visit: number; node: number; refund: number; amount: number }[]
  /** Begun by refunds. */
  readonly branches: readonly Life[]
  /** How many goals were reached. */
  readonly goals: number
  readonly tags: readonly string[]
  /** Taken from the journey's budgets, and not given back. */
  readonly spent: Takes
  readonly notices: number
  readonly orders: Json
  readonly messages: { visit: number; node: number; channel: string }[]
}

/**
 * Takes each person alone through the whole journey, by the machine of its plan, in the course that a run of it took: those
 * who are called enter as it begins, and a mail is settled at the moment it is planned.
 */
export function livesAlone(
  plan: BoundPlan,
  journey: number,
  persons: readonly Person[],
  course: readonly Happening[],
): LifeAlone[] {
  const machine = machineOf(plan)
  return persons.map((person) => {
    const { member, called, crosses, hands, weds } = person
    const mine = course.filter(({ doing }) => !doing || doing.members.has(member))
    const name = crosses ? 'moved' : hands ? calledEvent('whole') : 'joined'
    const joined = weds ? undefined : mine.find(({ doing }) => doing?.name === name)
    const began = course[0]?.at ?? 0
    const wed = mine.find(({ at, doing }) => !doing && at >= began + WED_MS)
    const enteredAt = (called ? course[0] : weds ? wed : joined)?.at
    if (enteredAt === undefined) throw new Error(`nothing lets member ${member} in`)
    const entrance = called ? 'called' : weds ? 'wed' : crosses ? 'crossed' : hands ? 'handed' : 'joined'
    const trigger = plan.nodes.findIndex((node) => node.id === entrance)
    const data = crosses ? { segment: 'movers' } : (joined?.doing?.members.get(member) ?? {})
    const world = new OwnWorld(plan, person, enteredAt, data)
    const traveller = loneTraveller(machine, { journey, member, trigger, enteredAt, world })
    const branches: ReturnType<typeof loneTraveller>[] = []
    const look = (at: number, stimuli: readonly Stimulus[] = []) => {
      for (const one of stimuli) world.hear(one)
      const begun = stimuli.flatMap((one) => world.refund(one))
      const exits = stimuli.filter((one) => exitsBy(plan.settings.exitRules, one, plan.zone))
      const taken = exits.map(({ event }): TakenOut => ({ out: 'exit', receivedAt: at, because: { event } }))
      for (const one of [traveller, ...branches]) one.look(at, [...taken, ...stimuli])
      // What one raises may let somebody on to what raises the next.
      for (let raised = world.raised.splice(0); raised.length > 0; raised = world.raised.splice(0))
        for (const one of [traveller, ...branches])
          one.look(
            at,
            raised.map((name) => stimulus(name, at)),
          )
      for (const { to } of begun) {
        const branch = loneTraveller(machine, { journey, member, trigger: to, enteredAt: at, world })
        branch.look(at)
        branches.push(branch)
      }
    }
    const told = ({ at, doing }: Happening) => doing && [stimulus(doing.name, at, doing.members.get(member))]
    const last = weds ? wed : joined
    const before = last ? mine.slice(0, mine.indexOf(last)) : []
    for (const one of before) for (const event of told(one) ?? []) world.refund(event)
    look(enteredAt)
    for (const one of mine.slice(before.length)) if (one !== last) look(one.at, told(one))
    const life = traveller.life()
    // Nobody comes by a node twice.
    const atVisit = <E extends { node: number }>(effect: E) => ({
      ...effect,
      visit: life.steps.findIndex((step) => step.node === effect.node) + 1,
    })
    const effects = {
      points: world.points.map(atVisit),
      tags: world.tags,
      orders: world.orders,
      spent: world.purse.spent(),
      goals: world.goals.size,
      notices: world.notices,
      messages: world.messages.map(atVisit),
    }
    return { member, ...life, ...effects, branches: branches.map((branch) => branch.life()) }
  })
}

/** How a run of the whole journey must end, in the words of `endOf` and `timesOf`: as each of these persons ends alone. */
export async function endByMachine(
  w: TestWorkspace,
  { journey, version }: Published,
  persons: readonly Person[],
  course: readonly Happening[],
): Promise<{ end: End; times: string[] }> {
  const plan = await w.plan(version)
  const lives = livesAlone(plan, journey, persons, course)
  const lines = (rowsOf: (life: LifeAlone) => object[]) =>
    linesOf(lives.flatMap((life) => rowsOf(life).map((row) => ({ member_id: life.member, ...row }))))
  const inside = lives.flatMap((life) => [life, ...life.branches]).filter(({ end }) => typeof end !== 'string')
  const [effect, kind] = [codeOf(EFFECTS, 'points'), codeOf(POINTS_KINDS, 'spendable')]
  /** The branches of refunds count downwards from -1. */
  const entriesOf = (life: LifeAlone) =>
    [life, ...life.branches].map((one, i) => ({ ...one, entry_no: i === 0 ? 1 : -i }))
  const stateOf = ({ end }: Life) => (typeof end === 'string' ? STATES.indexOf(end) : end)
  const accepted = codeOf(MESSAGE_STATES, 'accepted')
  // There is room for all: who is refused would depend on who comes first.
  const spent = plan.settings.budgets.map(({ of }) => ({ of, amount: sum(lives.map((life) => life.spent[of] ?? 0)) }))
  return {
    end: {
      visits: lines((life) =>
        entriesOf(life).flatMap(({ entry_no, steps }) =>
          steps.map(({ node, outcome }, i) => ({ entry_no, visit: i + 1, node, outcome })),
        ),
      ),
      enrolments: lines((life) => entriesOf(life).map((one) => ({ entry_no: one.entry_no, state: stateOf(one) }))),
      points: lines(({ points }) =>
        points.map(({ visit, refund, amount }) => ({ visit, effect, refund, kind, amount })),
      ),
      balances: lines(({ points }) =>
        points.length === 0 ? [] : [{ kind, balance: points.reduce((sum, p) => sum + p.amount, 0) }],
      ),
      tags: lines(({ tags }) => tags.map((tag) => ({ tag }))),
      budgets: linesOf(spent.map(({ of, amount }) => ({ kind: of, spent: amount, refused: 0 }))),
      entries: linesOf(spent.map(({ of, amount }) => ({ kind: of, sum: amount }))),
      attributes: lines(({ orders }) => [{ orders }]),
      answers: linesOf([{ n: lives.flatMap((life) => life.messages).filter((m) => m.channel === 'service').length }]),
      notices: linesOf([{ times: lives.reduce((sum, { notices }) => sum + notices, 0) || null }]),
      messages: lines(({ messages }) =>
        messages.map(({ visit, node, channel }) => ({ visit, node, channel, state: accepted })),
      ),
      counts: linesOf(passagesOf(lives)),
      left: linesOf([{ tokens: inside.length, stimuli: 0 }]),
    },
    times: lines((life) => entriesOf(life).flatMap(({ steps }) => steps.map(({ at }, i) => ({ visit: i + 1, at })))),
  }
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, n) => all + n, 0)

/** How many passed each edge, the way in included. */
function passagesOf(lives: readonly LifeAlone[]): EdgeTotal[] {
  const totals = new Map<string, EdgeTotal>()
  for (const { steps, goals, points, branches } of lives) {
    const entry = steps.slice(0, 1).map(({ node }) => ({ node, outcome: SPECIAL_EDGES.enter }))
    const reached = goals > 0 ? [{ node: 0, outcome: GOAL_EDGES.reached }] : []
    const begun = branches.flatMap((branch) => branch.steps.slice(0, 1))
    const beside = [
      ...points.filter(({ refund }) => refund > 0).map(({ node }) => ({ node, outcome: SPECIAL_EDGES.reversed })),
      ...begun.map(({ node }) => ({ node, outcome: SPECIAL_EDGES['reversed-in'] })),
      ...branches.flatMap((branch) => branch.steps),
      ...branches
        .filter(({ end }) => end === 'completed')
        .flatMap(({ steps: walked }) =>
          walked.slice(-1).map(({ node }) => ({ node, outcome: SPECIAL_EDGES['reversed-done'] })),
        ),
    ]
    for (const { node, outcome } of [...entry, ...steps, ...reached, ...beside]) {
      const before = totals.get(`${node}/${outcome}`)
      totals.set(`${node}/${outcome}`, { node, outcome, n: (before?.n ?? 0) + 1 })
    }
  }
  return [...totals.values()]
}
