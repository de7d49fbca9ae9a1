import type { JourneySettings } from '../journey/document.ts'
import type { Channel } from '../journey/facts.ts'
import { leave, type NodeDefinition, type Outcome } from '../journey/node.ts'
import type { JsonObject } from '../json.ts'
import type { Sends } from '../sending/gate.ts'
import type { SendingRules } from '../sending/rules.ts'
import { type BudgetKind, type BudgetState, OVER_BUDGET, overBudget, partsOf, type Takes } from './budgets.ts'

/** What the visits of a node take from the budgets of its journey: known of the node, once and for all. */
export interface Spender {
  /** Kinds that the journey has a budget of. */
  readonly kinds: readonly BudgetKind[]
  /** What one visit takes that performs with `body` at `step`. */
  takes(body: JsonObject, step: number, prices: Prices): Takes
  /** How a visit goes on for which a budget has no room. */
  refuse(by: BudgetState): Outcome
}

/** What a message of a channel costs, in the workspace's currency. */
export type Prices = Readonly<{ [C in Channel]?: number | undefined }>

export const pricesOf = ({ prices }: SendingRules): Prices => prices?.messages ?? {}

interface Spending {
  readonly sends: Sends | undefined
  readonly spends: NodeDefinition['spends'] | undefined
}

/** The kinds of budgets that the visits of a node may take from. A transactional message is waited for: no budget holds it up. */
export function kindsSpent(node: Spending, settings: JsonObject): readonly BudgetKind[] {
  if (node.sends) return node.sends.purpose === 'transactional' ? [] : ['messages', 'money']
  const spends = node.spends?.(settings)
  return spends ? [spends.of] : []
}

/** Undefined where no budget of the journey concerns the node. */
export function spenderOf(
  node: Spending,
  settings: JsonObject,
  budgets: JourneySettings['budgets'],
): Spender | undefined {
  const kinds = kindsSpent(node, settings).filter((kind) => budgets.some(({ of }) => of === kind))
  if (kinds.length === 0) return undefined
  const { sends } = node
  if (sends)
    return {
      kinds,
      // At step 0 a node sends; later it asks what became of that.
      takes: (_, step, prices) =>
        step > 0 ? {} : { messages: 1, money: partsOf('money', prices[sends.channel] ?? 0) },
      refuse: (by) => leave('blocked', { reason: OVER_BUDGET, ...overBudget(by) }),
    }
  const spends = node.spends?.(settings)
  return {
    kinds,
    takes: (body, step) => (spends && step === 0 ? { [spends.of]: spends.amount(body) } : {}),
    refuse: (by) => leave(OVER_BUDGET, overBudget(by)),
  }
}

/** Whether an effect gave what was taken for: whoever leaves by another outcome than the main one got nothing. */
export const gave = (outcomes: readonly string[], goes: Outcome): boolean =>
  goes.do === 'park' || goes.outcome === outcomes[0]
