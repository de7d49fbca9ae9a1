import { z } from 'zod'
import { say } from '../say.ts'

/** What a journey may spend: points that it gives, messages that it sends, and what these cost in the workspace's currency. */
export const BUDGET_KINDS = ['points', 'messages', 'money'] as const
export type BudgetKind = (typeof BUDGET_KINDS)[number]

/** Of which account a budget of points is: what lies on the others cannot be spent, so that giving it costs nothing. */
export const BUDGETED_ACCOUNT = 'spendable'

/** Money is counted in ten-thousandths of its currency: a message costs less than the smallest coin. */
export const MONEY_PARTS = 10_000
const MOST = 100_000_000_000

/** Whether an amount is a whole number of what a kind is counted in. */
const isCountable = ({ of, most }: { of: BudgetKind; most: number }): boolean =>
  of === 'money' ? Math.abs(most * 100 - Math.round(most * 100)) < 1e-6 : Number.isInteger(most)

/** The most of one kind that a journey spends, in all its versions together. Money is in the main unit of its currency. */
export const Budget = z
  .strictObject({
    of: z.enum(BUDGET_KINDS),
    most: z.number().min(0).max(MOST),
  })
  .refine(isCountable, {
    ...say('a whole number; of money at most two decimals', '只能是整数；金额最多两位小数'),
    path: ['most'],
  })
export type Budget = Readonly<z.infer<typeof Budget>>

export const Budgets = z
  .array(Budget)
  .max(BUDGET_KINDS.length)
  .refine(
    (budgets) => new Set(budgets.map(({ of }) => of)).size === budgets.length,
    say('two budgets of the same kind: leave one of them', '同一种预算只能设一个，请删掉多余的'),
  )

/** An amount as it is counted, from one as it is set and shown; and back. */
export const partsOf = (of: BudgetKind, amount: number): number =>
  of === 'money' ? Math.round(amount * MONEY_PARTS) : amount
export const amountOf = (of: BudgetKind, parts: number): number => (of === 'money' ? parts / MONEY_PARTS : parts)

/** What one visit takes, by kind, as it is counted. */
export type Takes = Readonly<Partial<Record<BudgetKind, number>>>

/** How a budget stands, as it is counted. */
export interface BudgetState {
  readonly of: BudgetKind
  readonly most: number
  readonly spent: number
}

/** The first budget in which there is no room for the whole of what a visit takes; undefined where it may go on. */
export const stoppedBy = <B extends BudgetState>(budgets: readonly B[], takes: Takes): B | undefined =>
  budgets.find(({ of, most, spent }) => (takes[of] ?? 0) > 0 && spent + (takes[of] ?? 0) > most)

/** Budgets once something was taken from them, or given back where `times` is -1. */
export const afterTaking = <B extends BudgetState>(budgets: readonly B[], takes: Takes, times: 1 | -1 = 1): B[] =>
  budgets.map((budget) => ({ ...budget, spent: budget.spent + times * (takes[budget.of] ?? 0) }))

/** The part of a budget, in percent, at which somebody should look after it. */
export const ALERT_PERCENT = 80

export const isNearlySpent = ({ most, spent }: Pick<BudgetState, 'most' | 'spent'>): boolean =>
  spent * 100 >= most * ALERT_PERCENT

/** The outcome of a reward for which there is no room. Undrawn, it follows the main one. */
export const OVER_BUDGET = 'over-budget'

/** What a trace keeps of a visit for which there was no room. */
export const overBudget = ({ of, most }: Pick<BudgetState, 'of' | 'most'>) => ({ of, most: amountOf(of, most) })
