import { inTurn, keepAlert, type LockedBudget, lockBudgets, writeDraw } from '../controls/face.ts'
import { ALERT_PERCENT, afterTaking, amountOf, isNearlySpent, stoppedBy, type Takes } from '../core/budgets/budgets.ts'
import { gave, pricesOf, type Spender } from '../core/budgets/spending.ts'
import type { JourneyId } from '../core/ids.ts'
import type { EffectAnswer } from '../core/journey/effect.ts'
import type { Outcome } from '../core/journey/node.ts'
import type { Performing } from '../core/walk/walk.ts'
import { loadSendingRules, tellTeam } from '../reach/face.ts'
import type { Tx } from '../store/store.ts'

/** A node whose visits take from budgets of its journey. */
interface Spending {
  readonly journey: JourneyId
  readonly spender: Spender
  readonly outcomes: readonly string[]
}

/**
 * Applies an effect to visits in the order of arrival, as far as the budgets have room for the whole of what each takes. Their rows
 * are locked until the transaction ends: however many advance at once, none is gone over, and nobody is refused whose amount
 * fitted. Whoever got nothing takes nothing, and those behind are asked again. Answers in the order of `performing`.
 */
export async function applyWithinBudgets(
  tx: Tx,
  { journey, spender, outcomes }: Spending,
  performing: readonly Performing[],
  apply: (visits: readonly Performing[]) => Promise<EffectAnswer>,
): Promise<EffectAnswer> {
  const prices = spender.kinds.includes('money') ? pricesOf(await loadSendingRules(tx)) : {}
  const takes = new Map(performing.map((one) => [one, spender.takes(one.body, one.traveller.step, prices)]))
  // Whoever comes back to ask what became of a message takes nothing, and need not wait for those who do.
  if (![...takes.values()].some((taken) => spender.kinds.some((kind) => (taken[kind] ?? 0) > 0)))
    return apply(performing)
  const draw = new Draw(await lockBudgets(tx, journey, spender.kinds), spender, takes)
  const results = new Map<Performing, Outcome>()
  const events: EffectAnswer['events'][number][] = []
  let closes = false
  for (let asking = inTurn(performing, ({ at, traveller }) => ({ ...traveller, at })); asking.length > 0; ) {
    const going = draw.take(asking)
    if (going.length === 0) break
    const answer = await apply(going)
    events.push(...answer.events)
    closes ||= answer.closes ?? false
    const emptyHanded = going.filter((one, i) => {
      const result = answer.results[i]
      if (result) results.set(one, result)
      return result && !gave(outcomes, result)
    })
    asking = draw.takeBack(emptyHanded) ? asking.filter((one) => !results.has(one)) : []
  }
  await draw.write(tx, journey)
  return { results: performing.flatMap((one) => results.get(one) ?? draw.refusals.get(one) ?? []), events, closes }
}

/** One node's draw from the locked budgets of its journey. */
class Draw {
  /** How those go on for whom there is no room. */
  readonly refusals = new Map<Performing, Outcome>()
  private readonly taken = new Set<Performing>()
  private readonly refusedBy = new Map<Performing, LockedBudget>()

  constructor(
    private budgets: readonly LockedBudget[],
    private readonly spender: Spender,
    private readonly takes: ReadonlyMap<Performing, Takes>,
  ) {}

  /** Those for whom there is room, one after another. */
  take(asking: readonly Performing[]): Performing[] {
    return asking.filter((one) => {
      const takes = this.takes.get(one) ?? {}
      const by = stoppedBy(this.budgets, takes)
      if (by) {
        this.refusedBy.set(one, by)
        this.refusals.set(one, this.spender.refuse(by))
        return false
      }
      this.refusedBy.delete(one)
      this.refusals.delete(one)
      this.budgets = afterTaking(this.budgets, takes)
      this.taken.add(one)
      return true
    })
  }

  /** Answers whether any room came back. */
  takeBack(visits: readonly Performing[]): boolean {
    for (const one of visits) {
      this.budgets = afterTaking(this.budgets, this.takes.get(one) ?? {}, -1)
      this.taken.delete(one)
    }
    return visits.length > 0
  }

  async write(tx: Tx, journey: JourneyId): Promise<void> {
    const at = Math.max(...[...this.taken, ...this.refusedBy.keys()].map((one) => one.at))
    if (!Number.isFinite(at)) return
    const refused = [...this.refusedBy.values()]
    const drawn = this.budgets.map((budget) => ({
      ...{ ...budget, at, refused: refused.filter(({ of }) => of === budget.of).length },
    }))
    const taken = [...this.taken].map((one) => {
      const { enrolment, visit } = one.traveller
      return { enrolment, visit, takes: this.takes.get(one) ?? {} }
    })
    writeDraw(tx, journey, drawn, taken)
    for (const budget of drawn) if (!budget.isAlerted && isNearlySpent(budget)) await alertOf(tx, journey, budget, at)
  }
}

/**
 * Alerts that a budget is nearly spent, in the transaction that comes so far: once, until more is allowed. It is to be seen in the
 * running view, and whoever may publish is told.
 */
async function alertOf(tx: Tx, journey: JourneyId, { of, most }: LockedBudget, at: number): Promise<void> {
  keepAlert(tx, journey, of, at)
  await tellTeam(tx, {
    ...{ key: `budget/${journey}/${of}/${at}`, at, journey, to: { roles: ['operator', 'approver', 'admin'] } },
    ...{ code: 'budget-nearly-spent', params: { of, most: amountOf(of, most), percent: ALERT_PERCENT } },
  })
}
