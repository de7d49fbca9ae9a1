import { loadBudgets, loadSpent } from '../../controls/face.ts'
import { amountOf, BUDGET_KINDS, type Budget, type BudgetKind, isNearlySpent } from '../../core/budgets/budgets.ts'
import type { JourneyId } from '../../core/ids.ts'
import { currencyOf } from '../../core/sending/rules.ts'
import { loadSendingRules } from '../../reach/face.ts'
import type { Tx } from '../../store/store.ts'

/** A budget as people read it: points, messages, or money in the main unit of its currency. Times are epoch milliseconds. */
export interface BudgetRow {
  readonly of: BudgetKind
  readonly most: number
  readonly spent: number
  /** ISO 4217; null where it is no money. */
  readonly currency: string | null
  /** Visits for which there was no room. */
  readonly refused: number
  /** When it came to its alert mark. */
  readonly alertedAt: number | null
  /** Since when there is no room for somebody; null again once more is allowed or something was given back. */
  readonly stoppedAt: number | null
}

/** What a journey has spent in all its versions, of what the newest allows. */
export async function budgetRows(tx: Tx, journey: JourneyId): Promise<BudgetRow[]> {
  const standing = await loadBudgets(tx, [journey])
  const currency = await currencyFor(tx, standing)
  return standing.map((budget) => rowOf(budget, currency))
}

/** Of journeys, the budgets that somebody should look after: nearly spent, or without room for somebody. */
export async function pressingBudgets(tx: Tx, journeys: readonly JourneyId[]): Promise<Map<JourneyId, BudgetRow[]>> {
  const standing = await loadBudgets(tx, journeys)
  const pressing = standing.filter((budget) => budget.stoppedAt !== null || isNearlySpent(budget))
  const currency = await currencyFor(tx, pressing)
  const rows = new Map<JourneyId, BudgetRow[]>()
  for (const budget of pressing)
    rows.set(budget.journey, [...(rows.get(budget.journey) ?? []), rowOf(budget, currency)])
  return rows
}

/** What publishing would make of a budget. Amounts are as people read them. */
export interface BudgetPlan extends Pick<BudgetRow, 'of' | 'spent' | 'currency'> {
  /** What is allowed then, and what the newest version allows; null where that has no such budget. */
  readonly most: number | null
  readonly before: number | null
}

/** The budgets that a journey would have, and those it would have no more. */
export async function budgetPlans(tx: Tx, journey: JourneyId, next: readonly Budget[]): Promise<BudgetPlan[]> {
  const standing = await loadBudgets(tx, [journey])
  const spent = await loadSpent(tx, journey)
  const plans = BUDGET_KINDS.flatMap((of) => {
    const most = next.find((budget) => budget.of === of)?.most ?? null
    const before = standing.find((budget) => budget.of === of)?.most
    if (most === null && before === undefined) return []
    const amounts = { most, before: before === undefined ? null : amountOf(of, before) }
    return [{ of, ...amounts, spent: amountOf(of, spent.get(of) ?? 0) }]
  })
  const currency = await currencyFor(tx, plans)
  return plans.map((plan) => ({ ...plan, currency: plan.of === 'money' ? currency : null }))
}

/** Of the workspace; null where none of the budgets is of money. */
async function currencyFor(tx: Tx, budgets: readonly Pick<BudgetRow, 'of'>[]): Promise<string | null> {
  return budgets.some(({ of }) => of === 'money') ? currencyOf(await loadSendingRules(tx)) : null
}

const rowOf = (budget: Omit<BudgetRow, 'currency'>, currency: string | null): BudgetRow => {
  const { of, most, spent, refused, alertedAt, stoppedAt } = budget
  return {
    ...{ of, most: amountOf(of, most), spent: amountOf(of, spent), refused, alertedAt, stoppedAt },
    currency: of === 'money' ? currency : null,
  }
}
