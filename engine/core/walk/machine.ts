import { assign, raise, setup } from 'xstate'
import { SPECIAL_EDGES } from '../edges.ts'
import type { MemberId } from '../ids.ts'
import { LIMITS } from '../journey/document.ts'
import { BY_RULE } from '../journey/exits.ts'
import type { FactRequests, FactsOf } from '../journey/facts.ts'
import type { Because, Outcome, Stimulus, VisitContext } from '../journey/node.ts'
import { type BoundNode, type BoundPlan, LEAVES, reversedTo } from '../journey/plan.ts'
import type { JsonObject } from '../json.ts'
import { matchesEvent } from '../rules/evaluate.ts'
import type { TakenOut } from './traveller.ts'

/** Later than this, a visit that time alone wakes is judged at the clock instead of at its due time. */
const PUNCTUAL_MS = 60_000

/** What surrounds the traveller: the facts its nodes ask for, and what effects answer. Either may throw. */
export interface World {
  facts(node: Pick<BoundNode, 'id' | 'requests'>, ctx: VisitContext): FactsOf<FactRequests>
  /** `visit` is the ordinal of the visit in progress, from 1 at the trigger. */
  perform(node: BoundNode, body: JsonObject, ctx: VisitContext, visit: number): Outcome
}

export interface JourneyInput {
  readonly journey: number
  readonly member: MemberId
  /** Index of the trigger it entered by, or of the node at which a refund began it. */
  readonly trigger: number
  readonly enteredAt: number
  readonly world: World
}

/** A visit that was completed, or where it was taken out: then `outcome` is that of a special edge. */
export interface Step {
  readonly node: number
  readonly outcome: number
  readonly at: number
  readonly because?: Because
}

type Verdict =
  | { kind: 'leave'; outcome: number; because?: Because }
  | { kind: 'park'; until: number; step: number; held?: true }
  | { kind: 'exit' }
  | { kind: 'fail'; reason: string; detail: string }

interface Journeying extends JourneyInput {
  node: number
  step: number
  visit: number
  arrivedAt: number
  previousAt: number
  dueAt: number
  at: number
  due: boolean
  stimulus: Stimulus | undefined
  verdict: Verdict | undefined
  steps: Step[]
}

/** `clock` is now. Send every stimulus and whatever takes out in order of receipt, then `wake`; `wake` again when time has passed. */
export type JourneyingEvent =
  | { type: 'wake'; clock: number }
  | { type: 'stimulus'; stimulus: Stimulus }
  | { type: 'out'; taken: TakenOut }

/** How the visit at hand goes on; it is asked once a visit. */
function judge(plan: BoundPlan, node: BoundNode, c: Journeying): Verdict {
  if (c.visit > LIMITS.visits)
    return { kind: 'fail', reason: 'visit-budget', detail: `more than ${LIMITS.visits} visits` }
  const { at, arrivedAt, previousAt, enteredAt, step, due, stimulus, member } = c
  const place = { drawn: node.drawnSet, zone: plan.zone, chanceKey: `${member}/${c.journey}/${node.id}` }
  const ctx: VisitContext = { at, arrivedAt, previousAt, enteredAt, step, due, stimulus, member, ...place }
  try {
    const facts = c.world.facts({ id: node.id, requests: node.asks }, ctx)
    if (plan.exitRule?.holds(facts, { at, zone: plan.zone })) return { kind: 'exit' }
    const held = step === 0 ? node.gate?.judge(facts, at, plan.zone) : undefined
    if (held?.until !== undefined) return { kind: 'park', until: held.until, step: 0, held: true }
    if (held) return { kind: 'leave', outcome: node.outcomes.indexOf('blocked'), because: held.because }
    const decision = node.definition.decide(node.settings, facts, ctx)
    const answer = decision.do === 'perform' ? c.world.perform(node, decision.body, ctx, c.visit) : decision
    if (answer.do === 'park') {
      const until = answer.until ?? Number.POSITIVE_INFINITY
      if (due && until <= at)
        return { kind: 'fail', reason: 'parks-in-the-past', detail: 'waits for a moment that is over' }
      return { kind: 'park', until, step: answer.step ?? 1 }
    }
    const outcome = node.outcomes.indexOf(answer.outcome)
    if (outcome < 0) throw new RangeError(`no such outcome: ${answer.outcome}`)
    return { kind: 'leave', outcome, ...(answer.because && { because: answer.because }) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    if (node.onError === 'fail') return { kind: 'fail', reason: 'node-threw', detail }
    const outcome = node.onError === 'continue' ? 0 : node.outcomes.indexOf('failed')
    return { kind: 'leave', outcome, because: { error: 'node-threw' } }
  }
}

/**
 * A plan as a machine for one traveller: its states are the nodes, each judging or waiting. The browser simulates with it,
 * and it is the oracle of the batch walk: it shares the node definitions with `Walk`, and nothing else.
 */
export function machineOf(plan: BoundPlan) {
  const { createMachine } = setup({
    types: {} as { context: Journeying; events: JourneyingEvent; input: JourneyInput }, // XState reads its types off this
  })

  const stateOf = (node: BoundNode, index: number) => ({
    id: `node-${index}`,
    initial: 'judging',
    states: {
      judging: {
        entry: assign(({ context }: { context: Journeying }) => ({ verdict: judge(plan, node, context) })),
        always: [
          ...node.outcomes.map((_, outcome) => {
            const target = node.next[outcome] ?? -1
            return {
              guard: ({ context: { verdict } }: { context: Journeying }) =>
                verdict?.kind === 'leave' && verdict.outcome === outcome,
              target: target < 0 ? '#completed' : `#node-${target}`,
              actions: assign(({ context: c }: { context: Journeying }) => ({
                steps: [...c.steps, { node: index, outcome, at: c.at, ...becauseOf(c.verdict) }],
                ...(target < 0 ? {} : arrival(c, target)),
              })),
            }
          }),
          {
            guard: ({ context }: { context: Journeying }) => context.verdict?.kind === 'park',
            target: 'waiting',
            actions: assign(({ context: { verdict } }: { context: Journeying }) =>
              verdict?.kind === 'park' ? { dueAt: verdict.until, step: verdict.step } : {},
            ),
          },
          {
            guard: ({ context }: { context: Journeying }) => context.verdict?.kind === 'exit',
            target: '#exited',
            actions: assign(({ context: c }: { context: Journeying }) => outAt(c, 'exit', c.at, BY_RULE)),
          },
          { target: '#failed' },
        ],
      },
      waiting: {
        on: {
          wake: {
            guard: ({ context, event }: Asked<'wake'>) => context.dueAt <= event.clock,
            target: 'judging',
            actions: [assign(dueVisit), raise(({ event }: Asked<'wake'>) => event)],
          },
          stimulus: [
            {
              // Time comes first; the stimulus is offered again where the traveller stands then.
              guard: ({ context, event }: Asked<'stimulus'>) => context.dueAt <= event.stimulus.receivedAt,
              target: 'judging',
              actions: [assign(dueVisit), raise(({ event }: Asked<'stimulus'>) => event)],
            },
            {
              guard: ({ event: { stimulus } }: Asked<'stimulus'>) => hears(plan, node, stimulus),
              target: 'judging',
              actions: assign(({ context, event: { stimulus } }: Asked<'stimulus'>) => ({
                at: Math.max(stimulus.receivedAt, context.arrivedAt),
                due: false,
                stimulus,
              })),
            },
          ],
          out: [
            {
              guard: ({ context, event }: Asked<'out'>) => context.dueAt <= event.taken.receivedAt,
              target: 'judging',
              actions: [assign(dueVisit), raise(({ event }: Asked<'out'>) => event)],
            },
            ...takenOut,
          ],
        },
      },
    },
  })

  return createMachine({
    id: 'traveller',
    context: ({ input }) => ({
      ...input,
      node: input.trigger,
      step: 0,
      visit: 1,
      arrivedAt: input.enteredAt,
      previousAt: input.enteredAt,
      dueAt: input.enteredAt,
      at: input.enteredAt,
      due: false,
      stimulus: undefined,
      verdict: undefined,
      steps: [],
    }),
    initial: 'entering',
    states: {
      entering: {
        always: beginningsOf(plan).map((trigger) => ({
          guard: ({ context }: { context: Journeying }) => context.trigger === trigger,
          target: `#node-${trigger}.waiting`,
        })),
      },
      ...Object.fromEntries(plan.nodes.map((node, index) => [`node-${index}`, stateOf(node, index)])),
      completed: { id: 'completed', type: 'final' },
      // A failed one is inside still: it can be taken out.
      failed: { id: 'failed', on: { out: takenOut } },
      exited: { id: 'exited', type: 'final' },
      goal: { id: 'goal', type: 'final' },
    },
  })
}

/** The nodes at which somebody may begin: triggers, and where refunds lead. */
const beginningsOf = ({ triggers, nodes }: BoundPlan) => [
  ...new Set([...triggers, ...nodes.map(reversedTo).filter((node) => node !== LEAVES)]),
]

const becauseOf = (verdict: Verdict | undefined) =>
  verdict?.kind === 'leave' && verdict.because ? { because: verdict.because } : {}

interface Asked<T extends JourneyingEvent['type']> {
  context: Journeying
  event: Extract<JourneyingEvent, { type: T }>
}

const arrival = (c: Journeying, node: number) => ({
  node,
  step: 0,
  visit: c.visit + 1,
  previousAt: c.arrivedAt,
  arrivedAt: c.at,
  due: false,
  stimulus: undefined,
})

/** The last step of one who is taken out. */
const outAt = (c: Journeying, out: TakenOut['out'], at: number, because: Because) => ({
  steps: [...c.steps, { node: c.node, outcome: SPECIAL_EDGES[out], at, because }],
})

const takenOut = (['exit', 'goal'] as const).map((way) => ({
  guard: ({ event }: Asked<'out'>) => event.taken.out === way,
  target: way === 'exit' ? '#exited' : '#goal',
  actions: assign<Journeying, Asked<'out'>['event'], undefined, JourneyingEvent, never>(
    ({ context: c, event: { taken } }) => outAt(c, way, Math.max(taken.receivedAt, c.arrivedAt), taken.because),
  ),
}))

const dueVisit = ({ context: { dueAt, arrivedAt }, event }: Asked<JourneyingEvent['type']>) => {
  const late = event.type === 'wake' && event.clock > dueAt + PUNCTUAL_MS
  return { at: Math.max(late ? event.clock : dueAt, arrivedAt), due: true, stimulus: undefined }
}

const hears = ({ zone }: BoundPlan, node: BoundNode, { name, at, properties }: Stimulus) =>
  node.listens.some((match) => match.event === name && matchesEvent(match.filter, properties, { at, zone }))
