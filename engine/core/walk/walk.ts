import { SPECIAL_EDGES } from '../edges.ts'
import { LIMITS } from '../journey/document.ts'
import { BY_RULE } from '../journey/exits.ts'
import type { FactRequests, FactsOf } from '../journey/facts.ts'
import { leave, type Outcome, park, type Stimulus, type VisitContext } from '../journey/node.ts'
import type { BoundNode, BoundPlan } from '../journey/plan.ts'
import type { JsonObject } from '../json.ts'
import { matchesEvent } from '../rules/evaluate.ts'
import type { Held } from '../sending/gate.ts'
import type { Ending, Failure, Segment, TakenOut, Traveller } from './traveller.ts'

/** Once no stimulus is left, a due token that is longer past than this is walked at the clock instead of at its own time. */
export const LATENESS_MS = 60_000

/** Ways that nobody drew, which are numbered below 0, then branches and what a node may have beside them. */
const SPECIAL = 20
const MOST_OUTCOMES = SPECIAL + LIMITS.branches + 10

/** A visit about to be judged. */
export interface Arrival {
  readonly traveller: Traveller
  readonly at: number
  readonly due: boolean
  readonly stimulus: Stimulus | undefined
}

/** Members at one node who are judged together: load `requests` for them, then call `decide`. */
export interface Group {
  readonly index: number
  readonly node: BoundNode
  readonly requests: FactRequests
  readonly arrivals: readonly Arrival[]
}

/** A visit whose node hands it to its effect. */
export interface Performing extends Arrival {
  readonly body: JsonObject
}

/**
 * Walks many enrolments of one plan at once: the frontier is a set of members per node. It is pure: it says which facts to
 * load and which effects to apply, and is told the answers. Call `next` until it answers undefined; for each group call
 * `decide` with the facts, and `settle` with what the effects answered.
 */
export class Walk {
  readonly segments: Segment[] = []
  readonly endings = new Map<Traveller, Ending>()
  /** Passages by drawn edges, and out: node × outcome → people. */
  readonly passages = new Map<number, { node: number; outcome: number; at: number; n: number }>()
  private readonly frontier = new Map<number, Arrival[]>()
  private readonly open = new Map<Traveller, Segment>()

  constructor(
    private readonly plan: BoundPlan,
    private readonly journey: number,
    private readonly clock: number,
    private readonly lateness = LATENESS_MS,
  ) {}

  add(traveller: Traveller): void {
    this.wake(traveller)
  }

  /** The first node in plan order at which somebody stands. */
  next(): Group | undefined {
    let index = Number.POSITIVE_INFINITY
    for (const node of this.frontier.keys()) index = Math.min(index, node)
    const arrivals = this.frontier.get(index)
    if (!arrivals) return undefined
    this.frontier.delete(index)
    const node = this.nodeAt(index)
    return { index, node, requests: node.asks, arrivals }
  }

  /** Judges a group; answers the visits that the node's effect must carry out. `facts[i]` belongs to `group.arrivals[i]`. */
  decide(group: Group, facts: readonly FactsOf<FactRequests>[]): Performing[] {
    const performing: Performing[] = []
    group.arrivals.forEach((arrival, i) => {
      try {
        if (this.plan.exitRule?.holds(facts[i] ?? {}, { at: arrival.at, zone: this.plan.zone })) {
          this.takeOut(arrival.traveller, { out: 'exit', receivedAt: arrival.at, because: BY_RULE })
          return
        }
        const { gate } = group.node
        const held = arrival.traveller.step === 0 ? gate?.judge(facts[i] ?? {}, arrival.at, this.plan.zone) : undefined
        if (held) {
          this.hold(group, arrival, held)
          return
        }
        const decision = group.node.definition.decide(
          group.node.settings,
          facts[i] ?? {},
          this.contextOf(group.node, arrival),
        )
        if (decision.do === 'perform') performing.push({ ...arrival, body: decision.body })
        else this.settle(group, arrival, decision)
      } catch (error) {
        this.throwAt(group, arrival, error)
      }
    })
    return performing
  }

  /** Lets one visit go on as its node or its effect decided. */
  settle(group: Group, arrival: Arrival, decision: Outcome): void {
    const { traveller } = arrival
    if (decision.do === 'park') {
      traveller.step = decision.step ?? 1
      traveller.dueAt = decision.until ?? Number.POSITIVE_INFINITY
      this.close(traveller)
      if (traveller.dueAt <= arrival.at && arrival.due) {
        this.fail(traveller, 'parks-in-the-past', 'the node waits for a moment that is already over')
      } else this.wake(traveller)
      return
    }
    const outcome = group.node.outcomes.indexOf(decision.outcome)
    if (outcome < 0) this.throwAt(group, arrival, new Error(`no outcome "${decision.outcome}"`))
    else this.leave(group, arrival, outcome, decision.because)
  }

  /** Keeps a visit from sending now. Why stands in the trace behind the visits that led here, where a visit of its own would. */
  private hold(group: Group, arrival: Arrival, { until, because }: Held): void {
    if (until === undefined) {
      this.settle(group, arrival, leave('blocked', because))
      return
    }
    const segment = this.open.get(arrival.traveller)
    if (segment) segment.because[segment.nodes.length] = because
    this.settle(group, arrival, park(until, 0))
  }

  private leave(group: Group, { traveller, at }: Arrival, outcome: number, because?: Segment['because'][string]): void {
    const segment = this.open.get(traveller) ?? this.begin(traveller, at)
    if (because) segment.because[segment.nodes.length] = because
    segment.nodes.push(group.index)
    segment.outcomes.push(outcome)
    this.count(group.index, outcome, at)
    const target = group.node.next[outcome] ?? -1
    if (target < 0) {
      this.close(traveller)
      this.endings.set(traveller, { kind: 'completed', at })
      return
    }
    traveller.visit++
    traveller.node = target
    traveller.step = 0
    traveller.previousAt = traveller.arrivedAt
    traveller.arrivedAt = at
    if (traveller.visit > LIMITS.visits) {
      this.fail(traveller, 'visit-budget', `more than ${LIMITS.visits} visits: the journey goes in circles`)
    } else this.queue({ traveller, at, due: false, stimulus: undefined })
  }

  /**
   * Finds what wakes a parked traveller next: its time, or the first stimulus its node asks for. Others are dropped. While
   * stimuli are left, due times keep their order with them, however late the walk is: each finds the node it would have found.
   */
  private wake(traveller: Traveller): void {
    const { dueAt, failed } = traveller
    const node = this.nodeAt(traveller.node)
    for (let stimulus = traveller.stimuli[0]; stimulus; stimulus = traveller.stimuli[0]) {
      // At the deadline is too late.
      if (dueAt <= stimulus.receivedAt) {
        this.queueDue(traveller, dueAt)
        return
      }
      traveller.stimuli.shift()
      if ('out' in stimulus) {
        this.takeOut(traveller, stimulus)
        return
      }
      if (!failed && listens(node, stimulus, this.plan.zone)) {
        const at = Math.max(stimulus.receivedAt, traveller.arrivedAt)
        this.queue({ traveller, at, due: false, stimulus })
        return
      }
    }
    if (failed) throw new Error(`nothing takes out enrolment ${traveller.enrolment}, which has failed`)
    if (dueAt > this.clock) this.endings.set(traveller, { kind: 'parked' })
    else this.queueDue(traveller, this.clock - dueAt > this.lateness ? this.clock : dueAt)
  }

  private queueDue(traveller: Traveller, at: number): void {
    const due = !traveller.again
    this.queue({ traveller, at: Math.max(at, traveller.arrivedAt), due, stimulus: undefined })
  }

  /** Lets a visit whose node or effect threw go on as the node's error rule says. */
  throwAt(group: Group, arrival: Arrival, error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error)
    const { onError } = group.node
    if (onError === 'fail') this.fail(arrival.traveller, 'node-threw', detail)
    else
      this.leave(group, arrival, onError === 'failed' ? group.node.outcomes.indexOf('failed') : 0, {
        error: 'node-threw',
      })
  }

  private fail(traveller: Traveller, reason: Failure, detail: string): void {
    this.close(traveller)
    // What came to take it out must not be lost with what it can no longer hear.
    const taken = traveller.stimuli.find((stimulus) => 'out' in stimulus)
    if (taken) this.takeOut(traveller, taken)
    else this.endings.set(traveller, { kind: 'failed', reason, detail })
  }

  private takeOut(traveller: Traveller, { out, receivedAt, because }: TakenOut): void {
    const at = Math.max(receivedAt, traveller.arrivedAt)
    const segment = this.open.get(traveller) ?? this.begin(traveller, at)
    segment.because[segment.nodes.length] = because
    segment.nodes.push(traveller.node)
    segment.outcomes.push(SPECIAL_EDGES[out])
    this.count(traveller.node, SPECIAL_EDGES[out], at)
    this.close(traveller)
    this.endings.set(traveller, { kind: out === 'exit' ? 'exited' : 'goal', at })
  }

  private queue(arrival: Arrival): void {
    const { node } = arrival.traveller
    arrival.traveller.again = false
    const list = this.frontier.get(node)
    if (list) list.push(arrival)
    else this.frontier.set(node, [arrival])
  }

  private begin(traveller: Traveller, at: number): Segment {
    const segment: Segment = { traveller, firstVisit: traveller.visit, at, nodes: [], outcomes: [], because: {} }
    this.open.set(traveller, segment)
    this.segments.push(segment)
    return segment
  }

  private close(traveller: Traveller): void {
    this.open.delete(traveller)
  }

  private count(node: number, outcome: number, at: number): void {
    // Zones begin their days at a quarter of an hour: such a quarter is of one day in every zone.
    const quarter = Math.floor(at / 900_000)
    const key = (quarter * LIMITS.nodes + node) * MOST_OUTCOMES + SPECIAL + outcome
    const passage = this.passages.get(key)
    if (passage) passage.n++
    else this.passages.set(key, { node, outcome, at, n: 1 })
  }

  private contextOf(node: BoundNode, { traveller, at, due, stimulus }: Arrival): VisitContext {
    const { arrivedAt, previousAt, enteredAt, step, member } = traveller
    const chanceKey = `${member}/${this.journey}/${node.id}`
    const { zone } = this.plan
    return { at, arrivedAt, previousAt, enteredAt, step, due, stimulus, drawn: node.drawnSet, zone, member, chanceKey }
  }

  private nodeAt(index: number): BoundNode {
    const node = this.plan.nodes[index]
    if (!node) throw new RangeError(`the plan has no node ${index}`)
    return node
  }
}

/** True where a visit parked at the node asks for the event. */
export const listens = (node: BoundNode, event: Pick<Stimulus, 'name' | 'at' | 'properties'>, zone: string): boolean =>
  node.listens.some((m) => m.event === event.name && matchesEvent(m.filter, event.properties, { at: event.at, zone }))
