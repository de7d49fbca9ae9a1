import type { EventId, MemberId } from '../../core/ids.ts'
import type { PointsKind } from '../../core/journey/facts.ts'
import type { BoundPlan } from '../../core/journey/plan.ts'
import { dueBack, isRefunded, type Order, REVERSED, type Refund, refundOf } from '../../core/journey/refunds.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Traveller } from '../../core/walk/traveller.ts'
import { loadRefundRules } from '../../loyalty/face.ts'
import { numbers, texts } from '../../store/literal.ts'
import { forecastSql } from '../../store/sql/forecast.ts'
import type { Tx } from '../../store/store.ts'
import type { Outlook } from './hopefuls.ts'

/** Points that are forecast to be given for an order, by a visit at a node (by index). Times are epoch milliseconds. */
export interface Reward {
  readonly traveller: Pick<Traveller, 'member' | 'entryNo' | 'visit'>
  readonly node: number
  readonly account: PointsKind
  readonly amount: number
  readonly order: Order
  readonly at: number
}

/** A refund to come: its event happens again at `at`. */
interface Coming extends Refund {
  readonly at: number
  readonly event: { readonly id: EventId; readonly at: number; readonly properties: JsonObject }
}

/** What a refund takes of a reward, and when. */
export interface Due {
  readonly reward: Reward
  readonly refund: Coming
  readonly points: number
  readonly at: number
}

/** The refunds of some members in the time that is forecast, and the rewards that they take back. */
export class Refunds {
  private rewards: Reward[] = []

  private constructor(
    private readonly coming: ReadonlyMap<MemberId, readonly Coming[]>,
    /** Accounts that a refund may take below zero. */
    readonly belowZero: readonly PointsKind[],
  ) {}

  /** None of a plan whose rewards no refund takes back. */
  static async of(tx: Tx, plan: BoundPlan, members: readonly MemberId[], { now, span }: Outlook): Promise<Refunds> {
    if (!plan.nodes.some(({ outcomes }) => outcomes.includes(REVERSED))) return new Refunds(new Map(), [])
    const rules = await loadRefundRules(tx)
    const rows = await tx.sql.query(forecastSql.heard, [texts(rules.events), now - span, now, numbers(members)])
    const coming = new Map<MemberId, Coming[]>()
    for (const { id, member_id: member, name, at, properties } of rows) {
      const refund = refundOf(rules, { name, properties, id: `event:${id}` })
      const mine = coming.get(member) ?? []
      // Each id of an order counts once.
      if (!refund || mine.some((one) => one.order === refund.order && one.refund === refund.refund)) continue
      coming.set(member, [...mine, { ...refund, at: at + span, event: { id, at, properties } }])
    }
    return new Refunds(coming, rules.belowZero)
  }

  /** Whether refunds leave nothing of a member's order by the instant `at`. */
  isRefunded(member: MemberId, { id, amount }: Order, at: number): boolean {
    const before = this.of(member, id).filter((refund) => refund.at <= at)
    return isRefunded(
      amount,
      before.map((refund) => refund.amount),
    )
  }

  give(reward: Reward): void {
    this.rewards.push(reward)
  }

  /** What refunds take of the rewards given since this was asked last, by the instant `until`, in the order of time. */
  take(until: number): Due[] {
    const { rewards } = this
    this.rewards = []
    const found = rewards.flatMap((reward) => {
      const refunds = this.of(reward.traveller.member, reward.order.id)
      const amounts = refunds.map(({ amount }) => amount)
      const dueAfter = (count: number) => dueBack(reward.amount, reward.order.amount, amounts.slice(0, count))
      return refunds.map((refund, i): Due => {
        return { reward, refund, points: dueAfter(i + 1) - dueAfter(i), at: Math.max(refund.at, reward.at) }
      })
    })
    return found.filter(({ points, at }) => points > 0 && at < until).sort((a, b) => a.at - b.at)
  }

  private of(member: MemberId, order: string): Coming[] {
    return (this.coming.get(member) ?? []).filter((refund) => refund.order === order)
  }
}
