import { loadBudgets } from '../../controls/face.ts'
import { amountOf, type BudgetKind } from '../../core/budgets/budgets.ts'
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
  const standing = await loadBudgets(tx, journey)
  const isMoney = standing.some(({ of }) => of === 'money')
  const currency = isMoney ? currencyOf(await loadSendingRules(tx)) : null
  return standing.map(({ of, most, spent, ...rest }) => ({
    ...{ of, most: amountOf(of, most), spent: amountOf(of, spent) },
    ...{ ...rest, currency: of === 'money' ? currency : null },
  }))
}
