import type { MemberId } from '../core/ids.ts'
import type { EffectBatch, EffectVisit } from '../core/journey/effect.ts'
import { isRefunded, type Order } from '../core/journey/refunds.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { refundsSql } from '../store/sql/refunds.ts'
import type { Tx } from '../store/store.ts'

/** A visit that may be rewarded for an order. */
type Rewarding = EffectVisit<{ readonly order?: Order }>

/** A member's order. */
export interface OrderOf {
  readonly member: MemberId
  readonly order: string
}

export const keyOf = ({ member, order }: OrderOf): string => `${member}/${order}`

/** Orders as two columns, each once. */
export function columnsOf(orders: readonly OrderOf[]): readonly [members: string, ids: string] {
  const once = [...new Map(orders.map((one) => [keyOf(one), one])).values()]
  return [numbers(once.map((one) => one.member)), texts(once.map((one) => one.order))]
}

/** The visits whose order was refunded as a whole before, and that order: nothing is given for them. The members must be locked. */
export async function refundedBefore<V extends Rewarding>(tx: Tx, visits: readonly V[]): Promise<Map<V, Order>> {
  const asked = visits.flatMap((visit) => (visit.body.order ? [{ visit, order: visit.body.order }] : []))
  if (asked.length === 0) return new Map()
  const known = await loadAmounts(
    tx,
    asked.map(({ visit, order }) => ({ member: visit.member, order: order.id })),
  )
  const refunded = asked.filter(({ visit: { member }, order: { id, amount } }) => {
    const refunds = known.get(keyOf({ member, order: id })) ?? []
    return isRefunded(
      amount,
      refunds.map((refund) => refund.amount),
    )
  })
  return new Map(refunded.map(({ visit, order }) => [visit, order]))
}

/** The refunds of orders, by `keyOf` and in their order. */
export async function loadAmounts(
  tx: Tx,
  orders: readonly OrderOf[],
): Promise<Map<string, { readonly nth: number; readonly amount: number | null }[]>> {
  const by = new Map<string, { nth: number; amount: number | null }[]>()
  for (const { member_id, order_id, nth, amount } of await tx.sql.query(refundsSql.amounts, [...columnsOf(orders)])) {
    const key = keyOf({ member: member_id, order: order_id })
    const others = by.get(key)
    if (others) others.push({ nth, amount })
    else by.set(key, [{ nth, amount }])
  }
  return by
}

/** Remembers what the visits of a node were given for which orders; once, like the effect itself. */
export function keepRewards(
  tx: Tx,
  effect: (typeof EFFECTS)[number],
  { journey, version, node }: Pick<EffectBatch, 'journey' | 'version' | 'node'>,
  visits: readonly Rewarding[],
): void {
  const rewards = visits.flatMap(({ body: { order }, ...visit }) => (order ? [{ ...visit, order }] : []))
  if (rewards.length === 0) return
  tx.sql.write(refundsSql.keepRewards, [
    tx.tenant,
    codeOf(EFFECTS, effect),
    journey,
    version,
    node,
    numbers(rewards.map((one) => one.member)),
    numbers(rewards.map((one) => one.enrolment)),
    numbers(rewards.map((one) => one.visit)),
    texts(rewards.map((one) => one.order.id)),
    `{${rewards.map((one) => one.order.amount ?? 'NULL').join(',')}}`,
  ])
}
