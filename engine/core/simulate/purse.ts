import {
  afterTaking,
  amountOf,
  BUDGETED_ACCOUNT,
  type BudgetKind,
  type BudgetState,
  partsOf,
  stoppedBy,
  type Takes,
} from '../budgets/budgets.ts'
import { gave, type Prices } from '../budgets/spending.ts'
import type { BoundNode, BoundPlan } from '../journey/plan.ts'
import type { Rehearsal } from '../journey/rehearsal.ts'
import type { JsonObject } from '../json.ts'
import type { Timeless } from './story.ts'

/** The budgets of a journey in a rehearsal. */
export class Purse {
  private budgets: readonly BudgetState[]

  /** `spent`: before the rehearsal, on others; as amounts are set. */
  constructor(
    { settings }: BoundPlan,
    private readonly prices: Prices,
    spent: Readonly<Partial<Record<BudgetKind, number>>> = {},
  ) {
    this.budgets = settings.budgets.map(({ of, most }) => ({
      ...{ of, most: partsOf(of, most), spent: partsOf(of, spent[of] ?? 0) },
    }))
  }

  /** What becomes of a rehearsed effect: it takes what it gives, or there is no room for it. */
  within({ spender, outcomes }: BoundNode, body: JsonObject, step: number, rehearsal: Rehearsal): Rehearsal {
    if (!spender || !gave(outcomes, rehearsal.goes)) return rehearsal
    const takes = spender.takes(body, step, this.prices)
    const by = stoppedBy(this.budgets, takes)
    if (by) return { goes: spender.refuse(by) }
    this.budgets = afterTaking(this.budgets, takes)
    const spent = spender.kinds.flatMap((of) => {
      const parts = takes[of] ?? 0
      return parts > 0 ? [{ do: 'spend', of, amount: amountOf(of, parts) } as const] : []
    })
    return spent.length > 0 ? { ...rehearsal, deeds: [...(rehearsal.deeds ?? []), ...spent] } : rehearsal
  }

  /** What refunds took back is there again. */
  giveBack(told: readonly Timeless[]): void {
    for (const one of told)
      if (one.kind === 'reversed' && one.account === BUDGETED_ACCOUNT)
        this.budgets = afterTaking(this.budgets, { points: one.points }, -1)
  }

  /** What was spent, by kind, as it is counted. */
  spent(): Takes {
    return Object.fromEntries(this.budgets.map(({ of, spent }) => [of, spent]))
  }
}
