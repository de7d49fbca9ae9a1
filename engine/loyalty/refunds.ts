import { giveBack } from '../controls/face.ts'
import type { EnrolmentId, EventId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import { POINTS_CHANGED } from '../core/journey/own-events.ts'
import { dueBack, RefundRules } from '../core/journey/refunds.ts'
import { codeOf, EFFECTS, nameOf, POINTS_KINDS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { refundsSql } from '../store/sql/refunds.ts'
import type { Row, Tx } from '../store/store.ts'
import { Purse, type Taken } from './purse.ts'
import { columnsOf, keyOf, loadAmounts, type OrderOf } from './rewards.ts'

/** A refund on its way in. `amount` is in ten-thousandths, null of the whole order; `at` is epoch milliseconds. */
export interface IncomingRefund extends OrderOf {
  readonly refund: string
  readonly amount: number | null
  readonly event: EventId
  readonly at: number
}

/** A reward of which a refund took back its part. */
export interface Reversed {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly journey: JourneyId
  readonly version: VersionId
  readonly node: number
  /** Which refund of the order, from 1. */
  readonly nth: number
}

/** What the workspace calls a refund. */
export async function loadRefundRules(tx: Tx): Promise<RefundRules> {
  const [row] = await tx.sql.query(refundsSql.rules)
  return RefundRules.parse(row?.settings ?? {})
}

/** Says anew what the workspace calls a refund; audited. */
export function saveRefundRules(tx: Tx, rules: RefundRules, actor: string): void {
  tx.sql.write(refundsSql.saveRules, [tx.tenant, JSON.stringify(rules), actor])
}

/** Keeps refunds, each id of an order once; answers the orders that got one. The members must be locked. */
export async function keepRefunds(tx: Tx, refunds: readonly IncomingRefund[]): Promise<OrderOf[]> {
  const rows = await tx.sql.query(refundsSql.keep, [
    tx.tenant,
    numbers(refunds.map((one) => one.member)),
    texts(refunds.map((one) => one.order)),
    texts(refunds.map((one) => one.refund)),
    `{${refunds.map((one) => one.amount ?? 'NULL').join(',')}}`,
    numbers(refunds.map((one) => one.event)),
    numbers(refunds.map((one) => one.at)),
  ])
  return rows.map((row) => ({ member: row.member_id, order: row.order_id }))
}

/** Of the orders that these enrolments were rewarded for, those of which a part was refunded before. */
export async function rewardedOrders(
  tx: Tx,
  enrolments: readonly { readonly member: MemberId; readonly enrolment: EnrolmentId }[],
): Promise<OrderOf[]> {
  const rows = await tx.sql.query(refundsSql.early, [
    numbers(enrolments.map((one) => one.member)),
    numbers(enrolments.map((one) => one.enrolment)),
  ])
  return rows.map((row) => ({ member: row.member_id, order: row.order_id }))
}

interface Reversal {
  readonly reward: Row<'refunds.points'>
  readonly nth: number
  readonly taken: Taken
}

/**
 * Takes back the part of every known refund of these orders from all that was given for them, last first, where that is not done
 * yet: so it may run after a refund and after a reward, whichever comes second. What an account does not have is recorded as
 * missed, unless it may go below zero. The members must be locked. Answers what was taken back, in that order, and what that raises.
 */
export async function reverseRewards(
  tx: Tx,
  orders: readonly OrderOf[],
  rules: RefundRules,
  at: number,
): Promise<{ reversed: Reversed[]; events: RaisedEvent[] }> {
  const rewards = await tx.sql.query(refundsSql.points, [...columnsOf(orders), codeOf(EFFECTS, 'points')])
  if (rewards.length === 0) return { reversed: [], events: [] }
  const members = numbers([...new Set(rewards.map((reward) => reward.member_id))])
  const [amounts, balances, lots] = await Promise.all([
    loadAmounts(tx, orders),
    tx.sql.query(refundsSql.balances, [members]),
    tx.sql.query(refundsSql.lots, [members]),
  ])
  const purse = new Purse(balances, lots)
  const reversals: Reversal[] = []
  for (const [key, refunds] of amounts) {
    const mine = rewards.filter((reward) => keyOf({ member: reward.member_id, order: reward.order_id }) === key)
    const counted: (number | null)[] = []
    for (const { nth, amount } of refunds) {
      const before = [...counted]
      counted.push(amount)
      for (const reward of mine) {
        const { amount: given, order_amount: order } = reward
        const due = dueBack(given, order, counted) - dueBack(given, order, before)
        if (due === 0 || reward.done.includes(nth)) continue
        const mayOwe = rules.belowZero.includes(nameOf(POINTS_KINDS, reward.kind))
        reversals.push({ reward, nth, taken: purse.take(reward, due, mayOwe) })
      }
    }
  }
  write(tx, reversals, purse, at)
  // What the member has kept was spent.
  await giveBack(
    tx,
    reversals.map(({ reward, taken }) => ({ ...reward, amount: taken.points })),
  )
  const reversed = reversals.map(({ reward, nth }) => ({
    ...{ member: reward.member_id, enrolment: reward.enrolment_id, visit: reward.visit, nth },
    ...{ journey: reward.journey_id, version: reward.version_id, node: reward.node },
  }))
  return { reversed, events: reversals.flatMap((reversal) => raisedBy(reversal, at)) }
}

function raisedBy({ reward, taken }: Reversal, at: number): RaisedEvent[] {
  if (taken.points === 0) return []
  const properties = { account: nameOf(POINTS_KINDS, reward.kind), amount: -taken.points, reason: 'refund' }
  return [{ member: reward.member_id, name: POINTS_CHANGED, at, properties }]
}

function write(tx: Tx, reversals: readonly Reversal[], purse: Purse, at: number): void {
  if (reversals.length === 0) return
  const column = (of: (reversal: Reversal) => number) => numbers(reversals.map(of))
  tx.sql.write(refundsSql.reverse, [
    tx.tenant,
    codeOf(EFFECTS, 'points'),
    at,
    column(({ reward }) => reward.member_id),
    column(({ reward }) => reward.enrolment_id),
    column(({ reward }) => reward.visit),
    column(({ nth }) => nth),
    column(({ reward }) => reward.kind),
    column(({ taken }) => taken.points),
    column(({ taken }) => taken.missed),
    texts(reversals.map(({ reward }) => reward.order_id)),
  ])
  const lots = purse.lots()
  tx.sql.write(refundsSql.takeLots, [
    numbers(lots.map(({ lot }) => lot.member_id)),
    numbers(lots.map(({ lot }) => lot.enrolment_id)),
    numbers(lots.map(({ lot }) => lot.visit)),
    numbers(lots.map(({ lot }) => lot.effect)),
    numbers(lots.map(({ points }) => points)),
  ])
  const accounts = purse.accounts()
  tx.sql.write(refundsSql.takeBalances, [
    numbers(accounts.map(({ account }) => account.member_id)),
    numbers(accounts.map(({ account }) => account.kind)),
    numbers(accounts.map(({ points }) => points)),
  ])
}
