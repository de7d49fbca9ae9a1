import type { Counter } from '../../core/controls/counter.ts'
import { type EnrolmentId, type EventId, id, type MemberId } from '../../core/ids.ts'
import { exitsBy } from '../../core/journey/exits.ts'
import type { FactRequests, FactsOf } from '../../core/journey/facts.ts'
import { goalsBy } from '../../core/journey/goals.ts'
import type { Stimulus } from '../../core/journey/node.ts'
import { type BoundPlan, LEAVES, reversedTo } from '../../core/journey/plan.ts'
import { decideReentry, type Entry, isHeldOut, type ReentryRefusal } from '../../core/journey/reentry.ts'
import type { Order } from '../../core/journey/refunds.ts'
import type { Deed } from '../../core/journey/rehearsal.ts'
import { capsOf } from '../../core/sending/caps.ts'
import type { Ending, TakenOut, Traveller } from '../../core/walk/traveller.ts'
import { type Group, type Performing, Walk } from '../../core/walk/walk.ts'
import { loadPoints } from '../../loyalty/face.ts'
import { loadSendingRules } from '../../reach/face.ts'
import type { Tx } from '../../store/store.ts'
import { historyOf } from '../enrol.ts'
import { loadFacts } from '../facts.ts'
import { Counted } from './counted.ts'
import { doneBy, type Hopeful, type Outlook } from './hopefuls.ts'
import { Known } from './known.ts'
import type { Outlay } from './outlay.ts'
import { type Due, Refunds } from './refunds.ts'

/** How many are walked at a time. */
const BATCH = 2_000

/** What hears of the forecast as it goes. Times are epoch milliseconds. */
export interface Listener {
  entered(trigger: number, at: number): void
  refused(reason: ReentryRefusal): void
  passed(node: number, outcome: number, people: number): void
  did(deed: Deed, at: number): void
  /** A refund took back what a node gave; where `to` is a node, a branch begins there. */
  reversed(node: number, to: number): void
  ended(traveller: Traveller, ending: Ending): void
}

export class TooSlow extends Error {}

/**
 * Plays a plan with everybody who would come, to the end of the outlook. Nothing is written, and nothing is sent. Throws
 * `TooSlow` once `performance.now()` is past `until`.
 */
export async function play(
  tx: Tx,
  plan: BoundPlan,
  hopefuls: readonly Hopeful[],
  { outlook, listener, outlay, until }: { outlook: Outlook; listener: Listener; outlay: Outlay; until: number },
): Promise<void> {
  const members = [...new Set(hopefuls.map((hopeful) => hopeful.member))]
  const caps = capsOf(plan.settings.caps, (await loadSendingRules(tx)).caps)
  const counted = new Counted(outlook.perMille)
  const branches = new Map<MemberId, number>()
  for (let first = 0; first < members.length; first += BATCH) {
    const batch = members.slice(first, first + BATCH)
    const mine = new Set(batch)
    const history: Past = await historyOf(tx, batch, [outlook.journey])
    const done = await doneBy(tx, plan, batch, outlook)
    const known = new Known(caps, outlook.journey)
    const refunds = await Refunds.of(tx, plan, batch, outlook)
    let left = hopefuls.filter(({ member }) => mine.has(member))
    // Whether a member may come again depends on how the time before went: each round takes one entry of every member.
    while (left.length > 0) {
      if (performance.now() > until) throw new TooSlow()
      const { entering, later } = nextRound(plan, left, history, outlook, listener)
      const round = { plan, done, known, counted, refunds, branches, outlook, listener, outlay, until }
      await walkRound(tx, round, entering, history)
      left = later
    }
  }
}

/** Entries by `member/journey`; of those that are forecast, when they end. */
type Past = Map<string, (Entry & { readonly endedAt?: number })[]>

interface Entering extends Hopeful {
  readonly entryNo: number
}

function nextRound(
  plan: BoundPlan,
  hopefuls: readonly Hopeful[],
  history: Past,
  { journey }: Outlook,
  listener: Listener,
): { entering: Entering[]; later: Hopeful[] } {
  const entering: Entering[] = []
  const later: Hopeful[] = []
  const busy = new Set<MemberId>()
  for (const hopeful of hopefuls) {
    const { member, at } = hopeful
    if (isHeldOut(plan.settings, journey, member)) continue
    if (busy.has(member)) {
      later.push(hopeful)
      continue
    }
    const earlier = (history.get(`${member}/${journey}`) ?? []).map(({ endedAt, ...entry }) =>
      // What ends an entry does not begin the next: it comes while the member is inside.
      endedAt === undefined ? entry : { ...entry, live: endedAt >= at },
    )
    const answer = decideReentry(plan.settings, earlier, at, plan.zone)
    if ('refused' in answer) listener.refused(answer.refused)
    else {
      busy.add(member)
      entering.push({ ...hopeful, entryNo: answer.entryNo })
    }
  }
  return { entering, later }
}

interface Round {
  readonly plan: BoundPlan
  readonly done: Awaited<ReturnType<typeof doneBy>>
  readonly known: Known
  readonly counted: Counted
  readonly refunds: Refunds
  /** How many branches refunds began, by member. */
  readonly branches: Map<MemberId, number>
  readonly outlook: Outlook
  readonly listener: Listener
  readonly outlay: Outlay
  readonly until: number
}

/** Walks one entry of each member, and the branches that refunds begin beside them. */
async function walkRound(tx: Tx, round: Round, entering: readonly Entering[], history: Past): Promise<void> {
  const { outlook, listener } = round
  for (const { trigger, at } of entering) listener.entered(trigger, at)
  const walk = await walkAll(tx, round, entering)
  for (const [traveller, ending] of walk.endings) {
    listener.ended(traveller, ending)
    const { member, entryNo, enteredAt } = traveller
    const endedAt = 'at' in ending ? ending.at : Number.POSITIVE_INFINITY
    const key = `${member}/${outlook.journey}`
    history.set(key, [...(history.get(key) ?? []), { entryNo, enteredAt, live: true, endedAt }])
  }
  for (let begun = await takeBack(tx, round); begun.length > 0; begun = await takeBack(tx, round)) {
    if (performance.now() > round.until) throw new TooSlow()
    const beside = await walkAll(tx, round, begun)
    // Who goes all the way by a branch went no further in the journey.
    for (const [traveller, ending] of beside.endings) if (ending.kind === 'failed') listener.ended(traveller, ending)
  }
}

/** Takes back what refunds are of; answers the branches that begin by it. */
async function takeBack(tx: Tx, round: Round): Promise<Entering[]> {
  const { plan, refunds, known, listener, outlay, outlook, branches } = round
  const begun: Entering[] = []
  const dues = refunds.take(outlook.now + outlook.span)
  const balances = await balancesOf(tx, dues)
  for (const { reward, refund, points: due, at } of dues) {
    const { traveller, account, node: index } = reward
    const { member } = traveller
    const had = known.pointsOf(member, account, balances.get(`${member}/${account}`) ?? 0)
    const points = refunds.belowZero.includes(account) ? due : Math.min(due, Math.max(0, had))
    const node = plan.nodes[index]
    const to = node ? reversedTo(node) : LEAVES
    const deed = { do: 'points', account, amount: -points } as const
    known.keep(member, node?.key ?? 0, deed)
    listener.did(deed, at)
    listener.reversed(index, to)
    outlay.giveBack(traveller, account, points, at)
    if (to === LEAVES) continue
    const nth = (branches.get(member) ?? 0) + 1
    branches.set(member, nth)
    begun.push({ member, trigger: to, at, event: refund.event, entryNo: -nth })
  }
  return begun
}

/** What accounts have of which refunds take, by `member/account`. */
async function balancesOf(tx: Tx, dues: readonly Due[]): Promise<ReadonlyMap<string, number>> {
  const balances = new Map<string, number>()
  for (const account of new Set(dues.map(({ reward }) => reward.account))) {
    const mine = dues.flatMap(({ reward }) => (reward.account === account ? [reward.traveller.member] : []))
    const members = [...new Set(mine)]
    const amounts = await loadPoints(tx, members, account)
    members.forEach((member, i) => {
      balances.set(`${member}/${account}`, amounts[i] ?? 0)
    })
  }
  return balances
}

async function walkAll(tx: Tx, round: Round, entering: readonly Entering[]): Promise<Walk> {
  const { plan, outlook, listener } = round
  const { journey, now, span } = outlook
  const walk = new Walk(plan, journey, now + span, Number.POSITIVE_INFINITY)
  const entries = new Map<Traveller, Entering>()
  for (const entrant of entering) {
    const traveller = travellerOf(entrant, round, entries.size + 1)
    entries.set(traveller, entrant)
    walk.add(traveller)
  }
  for (let group = walk.next(); group; group = walk.next()) {
    const performing = walk.decide(group, await factsOf(tx, round, group, entries))
    for (const one of performing) rehearse(walk, group, one, round)
  }
  for (const { node, outcome, n } of walk.passages.values()) listener.passed(node, outcome, n)
  return walk
}

function travellerOf(
  { member, trigger, at, event, entryNo }: Entering,
  { done, outlook, plan }: Round,
  number: number,
) {
  const { span } = outlook
  const { exitRules, goals } = plan.settings
  // What a refund began reaches no goal.
  const leaving = entryNo > 0 ? goals.filter(({ leave }) => leave) : []
  const entry = { enteredAt: at, sinceAt: at, event: event?.id ?? null }
  const stimuli = (done.get(member) ?? []).flatMap((past): (Stimulus | TakenOut)[] => {
    const { id: happened, name, properties } = past
    const then = past.at + span
    if (then < at || happened === event?.id) return []
    if (goalsBy(leaving, { id: happened, name, at: then, properties }, entry, then, plan.zone).length > 0)
      return [{ out: 'goal', receivedAt: then, because: {} }]
    if (exitsBy(exitRules, past, plan.zone)) return [{ out: 'exit', receivedAt: then, because: {} }]
    return [{ event: happened, name, at: then, receivedAt: then, properties }]
  })
  const place = { node: trigger, step: 0, visit: 1, arrivedAt: at, previousAt: at, dueAt: at }
  const traveller: Traveller = {
    ...{ enrolment: id<EnrolmentId>(number), member, entryNo, depth: 0, enteredAt: at },
    ...place,
    stimuli,
  }
  return traveller
}

/** Facts as they were `span` ago, with what the journey itself did since. */
async function factsOf(
  tx: Tx,
  { plan, outlook, known }: Round,
  { node, requests, arrivals }: Group,
  entries: ReadonlyMap<Traveller, Entering>,
): Promise<FactsOf<FactRequests>[]> {
  const { journey, span } = outlook
  const subjects = arrivals.map(({ traveller, at, due }) => {
    const { member, entryNo, arrivedAt, previousAt, enteredAt } = traveller
    // Since entering means after the event that began it.
    const since = entries.get(traveller)?.event ? enteredAt + 1 : enteredAt
    const then = { enteredAt: since - span, arrivedAt: arrivedAt - span, previousAt: previousAt - span }
    return { at: at - span, due, traveller: { member, entryNo, enrolment: null, ...then } }
  })
  const loaded = await loadFacts(tx, { journey, zone: plan.zone, node: { key: node.key, requests } }, subjects)
  const asked = Object.entries(requests)
  return arrivals.map(({ traveller }, i) => {
    const amended = asked.map(([name, request]) => {
      const value =
        request.kind === 'entry-data' ? (entries.get(traveller)?.event?.properties ?? {}) : loaded[i]?.[name]
      return [name, known.amend(traveller.member, node.key, request, value)]
    })
    return Object.fromEntries(amended) as FactsOf<FactRequests> // each of the kind that its loader answers
  })
}

/** Lets a visit go on as its effect would; what the effect raises is heard at once. */
function rehearse(walk: Walk, group: Group, one: Performing, round: Round): void {
  const { plan, known, counted, refunds, listener, outlay } = round
  const { traveller, at, body } = one
  const { node } = group
  const visit = {
    at,
    step: traveller.step,
    zone: plan.zone,
    arrives: () => true,
    isRefunded: (order: Order) => refunds.isRefunded(traveller.member, order, at),
    taken: () => 0,
    counted: (counter: Counter) => counted.of(counter, traveller, node.id),
  }
  const sendings = known.sendingsTo(traveller.member)
  const { goes, deeds = [], raises = [] } = sendings.rehearse(node, body, visit, outlay.of(traveller, at))
  for (const deed of deeds) {
    if (deed.do === 'count') counted.take(deed.counter, traveller, node.id, deed.at)
    if (deed.do === 'points' && deed.order) {
      const { member, entryNo, visit: nth } = traveller
      const { account, amount, order } = deed
      refunds.give({ traveller: { member, entryNo, visit: nth }, node: group.index, account, amount, order, at })
    }
    known.keep(traveller.member, node.key, deed)
    listener.did(deed, at)
  }
  // No table has the event: it never counts, it only wakes.
  const raised = raises.map((name) => ({ event: 0 as EventId, name, at, receivedAt: at, properties: {} }))
  traveller.stimuli.unshift(...raised)
  walk.settle(group, one, goes)
}
