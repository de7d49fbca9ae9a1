import {
  ALERT_PERCENT,
  BUDGET_KINDS,
  type Budget,
  type BudgetKind,
  type BudgetState,
  partsOf,
  type Takes,
} from '../core/budgets/budgets.ts'
import type { EnrolmentId, JourneyId } from '../core/ids.ts'
import { numbers, texts } from '../store/literal.ts'
import { budgetsSql } from '../store/sql/budgets.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'

/** A budget whose row is locked. */
export interface LockedBudget extends BudgetState {
  readonly isAlerted: boolean
}

interface TakenBy {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly takes: Takes
}

/** What a draw changes of a budget. `at` is epoch milliseconds. */
export interface Drawn extends BudgetState {
  readonly refused: number
  readonly at: number
}

/** What the newest version of a journey allows. The journey must be closed. */
export function setBudgets(tx: Tx, journey: JourneyId, budgets: readonly Budget[]): void {
  tx.sql.write(budgetsSql.drop, [journey, texts(budgets.map(({ of }) => of))])
  if (budgets.length === 0) return
  const mosts = numbers(budgets.map(({ of, most }) => partsOf(of, most)))
  tx.sql.write(budgetsSql.set, [tx.tenant, journey, texts(budgets.map(({ of }) => of)), mosts, ALERT_PERCENT])
}

const KINDS: readonly string[] = BUDGET_KINDS

/** Locks budgets of a journey until the transaction ends; those it has no more are left out. Members must be locked before. */
export async function lockBudgets(tx: Tx, journey: JourneyId, kinds: readonly BudgetKind[]): Promise<LockedBudget[]> {
  const rows = await tx.sql.query(budgetsSql.lock, [journey, texts(kinds)])
  return rows.flatMap(
    ({ kind, most, spent, alerted }) =>
      most === null || !KINDS.includes(kind) ? [] : [{ of: kind as BudgetKind, most, spent, isAlerted: alerted }], // one of them
  )
}

/** Writes what was drawn from locked budgets, and by whom. */
export function writeDraw(tx: Tx, journey: JourneyId, drawn: readonly Drawn[], taken: readonly TakenBy[]): void {
  tx.sql.write(budgetsSql.spend, [
    journey,
    texts(drawn.map(({ of }) => of)),
    numbers(drawn.map(({ spent }) => spent)),
    numbers(drawn.map(({ refused }) => refused)),
    `{${drawn.map(({ refused, at }) => (refused > 0 ? at : 'NULL')).join(',')}}`,
  ])
  const entries = taken.flatMap(({ enrolment, visit, takes }) =>
    drawn.flatMap(({ of }) => {
      const amount = takes[of] ?? 0
      return amount > 0 ? [{ enrolment, visit, of, amount }] : []
    }),
  )
  if (entries.length === 0) return
  tx.sql.write(budgetsSql.keep, [
    tx.tenant,
    journey,
    numbers(entries.map((one) => one.enrolment)),
    numbers(entries.map((one) => one.visit)),
    texts(entries.map((one) => one.of)),
    numbers(entries.map((one) => one.amount)),
  ])
}

/** Keeps that somebody was alerted of a locked budget. */
export function keepAlert(tx: Tx, journey: JourneyId, of: BudgetKind, at: number): void {
  tx.sql.write(budgetsSql.alert, [journey, of, at])
}

/** What visits took and do not need: `amount` of each kind at most, all of it where it is absent. */
export interface GivenBack {
  readonly enrolment_id: EnrolmentId
  readonly visit: number
  readonly amount?: number
}

/** Gives back what visits took from budgets, once. Their members must be locked, or their messages. */
export async function giveBack(tx: Tx, visits: readonly GivenBack[]): Promise<void> {
  if (visits.length === 0) return
  const [enrolments, ordinals] = [numbers(visits.map((v) => v.enrolment_id)), numbers(visits.map((v) => v.visit))]
  const journeys = await tx.sql.query(budgetsSql.takenFrom, [enrolments, ordinals])
  if (journeys.length === 0) return
  // Publishing holds its journey closed while it writes its budgets.
  tx.sql.write(journeysSql.share, [numbers(journeys.map((row) => row.journey_id))])
  const amounts = `{${visits.map(({ amount }) => amount ?? 'NULL').join(',')}}`
  tx.sql.write(budgetsSql.giveBack, [enrolments, ordinals, amounts])
}

/** A budget as it stands; times are epoch milliseconds. */
export interface BudgetStanding extends BudgetState {
  /** Visits for which there was no room. */
  readonly refused: number
  /** Since when there is no room for somebody. */
  readonly stoppedAt: number | null
  readonly alertedAt: number | null
}

/** The budgets of journeys, in the order of their kinds. */
export async function loadBudgets(
  tx: Tx,
  journeys: readonly JourneyId[],
): Promise<(BudgetStanding & { readonly journey: JourneyId })[]> {
  if (journeys.length === 0) return []
  const rows = await tx.sql.query(budgetsSql.of, [numbers(journeys)])
  return BUDGET_KINDS.flatMap((of) =>
    rows
      .filter(({ kind }) => kind === of)
      .map(({ journey_id: journey, most, spent, refused, stopped_at: stoppedAt, alerted_at: alertedAt }) => ({
        ...{ journey, of, most, spent, refused, stoppedAt, alertedAt },
      })),
  )
}

/** What a journey has spent of each kind, as it is counted: also of those that its newest version has no budget of. */
export async function loadSpent(tx: Tx, journey: JourneyId): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql.query(budgetsSql.spent, [journey])
  return new Map(rows.map(({ kind, spent }) => [kind, spent]))
}
