import { type Spender, spenderOf } from '../budgets/spending.ts'
import type { JsonObject } from '../json.ts'
import type { EventMatch } from '../rules/rule.ts'
import { type Gate, gateOf, type Sends } from '../sending/gate.ts'
import { JourneySettings } from './document.ts'
import { type ExitRule, exitEvents, exitRuleOf } from './exits.ts'
import type { FactRequests } from './facts.ts'
import { goalEvents } from './goals.ts'
import { cycles } from './graph.ts'
import type { NodeDefinition, Registry, TriggerSpec } from './node.ts'
import { REVERSED } from './refunds.ts'

export const PLAN_FORMAT = 1
/** `next` of an outcome that is not drawn: the member leaves the journey. */
export const LEAVES = -1

/** A published version, compiled: plain JSON, stored with the version and never changed. */
export interface Plan {
  readonly format: typeof PLAN_FORMAT
  /** The journey's key; versions published by an older program lack it. */
  readonly journey?: string
  readonly zone: string
  readonly settings: JourneySettings
  readonly nodes: readonly PlanNode[]
  /** Stable numbers of node ids, kept from version to version: what arms and fires are stored under. */
  readonly keys: Readonly<Record<string, number>>
}

export interface PlanNode {
  readonly id: string
  readonly key: number
  readonly type: string
  readonly name: string
  readonly settings: JsonObject
  readonly onError: 'fail' | 'continue' | 'failed'
  readonly outcomes: readonly string[]
  /** By outcome: the index of the next node, or LEAVES. */
  readonly next: readonly number[]
  /** Outcomes that have an edge of their own. */
  readonly drawn: readonly string[]
}

/** The node at which the branch of a reward begins that a refund takes back; LEAVES where there is none. */
export const reversedTo = ({ outcomes, next }: Pick<PlanNode, 'outcomes' | 'next'>): number =>
  next[outcomes.indexOf(REVERSED)] ?? LEAVES

/** A plan joined with the definitions of its nodes: what the runtime walks. */
export interface BoundPlan extends Plan {
  readonly nodes: readonly BoundNode[]
  readonly triggers: readonly number[]
  /** Names of all events that some node listens for. */
  readonly hears: ReadonlySet<string>
  /** What of the exit rules asks about the member. */
  readonly exitRule: ExitRule | undefined
  /** Epoch milliseconds; absent where it is no version. Who entered before was moved here from an older one. */
  readonly publishedAt?: number
}

export interface BoundNode extends PlanNode {
  readonly definition: NodeDefinition
  readonly requests: FactRequests
  /** The same, and what the exit rule and the gate ask before each visit. */
  readonly asks: FactRequests
  readonly sends: Sends | undefined
  /** What may hold up a message that the node sends. */
  readonly gate: Gate | undefined
  /** What its visits take from the journey's budgets. */
  readonly spender: Spender | undefined
  readonly listens: readonly EventMatch[]
  readonly trigger: TriggerSpec | undefined
  readonly drawnSet: ReadonlySet<string>
  /** A way leads back to it: members may pass it more than once in one entry. */
  readonly isOnCycle: boolean
}

const targetsOf = (node: PlanNode | undefined): number[] => (node?.next ?? []).filter((target) => target !== LEAVES)

/** Joins a stored plan with the registry. Throws when the registry lacks a type: the program is older than the journey. */
export function bindPlan(plan: Plan, registry: Registry): BoundPlan {
  // Versions published by an older program have not all settings.
  const settings = JourneySettings.parse(plan.settings)
  const { member } = settings.exitRules
  const exitRule = member && exitRuleOf(member)
  const onCycles = new Set(cycles(plan.nodes.length, (node) => targetsOf(plan.nodes[node])).flat())
  const nodes = plan.nodes.map((node, index): BoundNode => {
    const definition = registry.get(node.type)
    if (!definition) throw new Error(`this program does not know node type "${node.type}"`)
    const requests = definition.facts(node.settings)
    const sends = definition.sends?.(node.settings)
    const gate = gateOf(sends, settings.quietHours)
    return {
      ...node,
      definition,
      requests,
      asks: exitRule || gate ? { ...requests, ...exitRule?.requests, ...gate?.requests } : requests,
      sends,
      gate,
      spender: spenderOf({ sends, spends: definition.spends }, node.settings, settings.budgets),
      listens: definition.listens?.(node.settings) ?? [],
      trigger: definition.trigger?.(node.settings, plan.journey ?? ''),
      drawnSet: new Set(node.drawn),
      isOnCycle: onCycles.has(index),
    }
  })
  return {
    ...plan,
    settings,
    nodes,
    triggers: nodes.flatMap((node, index) => (node.trigger ? [index] : [])),
    hears: new Set(nodes.flatMap((node) => node.listens.map((match) => match.event))),
    exitRule,
  }
}

/** Names of events that may do something to those inside: wake them, take them out, reach a goal. */
export const eventsInside = ({ hears, settings, exitRule }: BoundPlan): ReadonlySet<string> =>
  new Set([...hears, ...goalEvents(settings.goals), ...exitEvents(settings.exitRules), ...(exitRule?.events ?? [])])
