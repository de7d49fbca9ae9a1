import {
  afterTaking,
  BUDGETED_ACCOUNT,
  type BudgetKind,
  type BudgetState,
  stoppedBy,
  type Takes,
} from '../../core/budgets/budgets.ts'
import { gave, type Prices } from '../../core/budgets/spending.ts'
import type { PointsKind } from '../../core/journey/facts.ts'
import type { BoundNode } from '../../core/journey/plan.ts'
import type { Rehearsal } from '../../core/journey/rehearsal.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Traveller } from '../../core/walk/traveller.ts'

/** What a visit would take, at `at` (epoch milliseconds). */
interface Wanted {
  /** Of what is given back, the visit that took it. */
  readonly visit: string
  readonly at: number
  readonly takes: Takes
}

/** What becomes of a budget by the end of a forecast; amounts as they are counted. */
export interface BudgetOutlook extends BudgetState {
  /** Spent before it begins. */
  readonly before: number
  /** When somebody is refused first, epoch milliseconds; null where there is room for all. */
  readonly outAt: number | null
  /** Visits for which there is no room. */
  readonly refused: number
}

const negated = (takes: Takes): Takes =>
  Object.fromEntries(Object.entries(takes).map(([kind, parts]) => [kind, -parts]))

type Visitor = Pick<Traveller, 'member' | 'entryNo' | 'visit'>
const keyOf = ({ member, entryNo, visit }: Visitor) => `${member}/${entryNo}/${visit}`

/**
 * The budgets in a forecast. Members are played one after another, each through all of its time, so that who comes in time for a
 * budget is known once all have been played: then those for whom there is no room are told, and everything is played again with
 * them refused. `scale` is how many one visit stands for.
 */
export class Outlay {
  private readonly wanted: Wanted[] = []

  constructor(
    private readonly budgets: readonly BudgetState[],
    private readonly prices: Prices,
    private readonly scale: number,
    private readonly refused: ReadonlyMap<string, BudgetState> = new Map(),
  ) {}

  /** Points that a visit had given, and a refund took back at `at`. */
  giveBack(traveller: Visitor, account: PointsKind, points: number, at: number): void {
    if (account !== BUDGETED_ACCOUNT) return
    this.wanted.push({ visit: keyOf(traveller), at, takes: { points: -points * this.scale } })
  }

  /** The purse of one visit. */
  of(traveller: Visitor, at: number) {
    const key = keyOf(traveller)
    const within = ({ spender, outcomes }: BoundNode, body: JsonObject, step: number, rehearsal: Rehearsal) => {
      if (!spender) return rehearsal
      const by = this.refused.get(key)
      if (by && spender.kinds.includes(by.of)) return { goes: spender.refuse(by) }
      const one = spender.takes(body, step, this.prices)
      const takes = Object.fromEntries(spender.kinds.map((kind) => [kind, (one[kind] ?? 0) * this.scale]))
      this.wanted.push({ visit: key, at, takes })
      // Whether it gives anything is seen once there is room for it.
      if (!gave(outcomes, rehearsal.goes)) this.wanted.push({ visit: key, at, takes: negated(takes) })
      return rehearsal
    }
    return { within }
  }

  /** What there is room for, in the order of time, and who is refused by which budget. */
  reckon(): { readonly outlook: BudgetOutlook[]; readonly refused: ReadonlyMap<string, BudgetState> } {
    let budgets = this.budgets
    const refused = new Map<string, BudgetState>()
    const outAt = new Map<BudgetKind, number>()
    for (const { visit, at, takes } of [...this.wanted].sort((a, b) => a.at - b.at)) {
      if (refused.has(visit)) continue
      const by = stoppedBy(budgets, takes)
      if (by) {
        refused.set(visit, by)
        if (!outAt.has(by.of)) outAt.set(by.of, at)
      } else budgets = afterTaking(budgets, takes)
    }
    const outlook = budgets.map((budget, i) => {
      const mine = [...refused.values()].filter(({ of }) => of === budget.of)
      return {
        ...{ ...budget, before: this.budgets[i]?.spent ?? 0 },
        ...{ outAt: outAt.get(budget.of) ?? null, refused: mine.length * this.scale },
      }
    })
    return { outlook, refused }
  }
}
