import type { PointsKind } from '../journey/facts.ts'
import { type BoundPlan, LEAVES, reversedTo } from '../journey/plan.ts'
import { dueBack, isRefunded, type Order, type Refund, type RefundRules } from '../journey/refunds.ts'
import { after, type Person } from './person.ts'
import { raisedBy } from './raised-by.ts'
import type { Timeless } from './story.ts'

/** Points that a person was given for an order, at a node (by index) of an entry. */
export interface Reward {
  readonly order: Order
  readonly account: PointsKind
  readonly amount: number
  readonly entry: number
  readonly node: number
}

/** A refund, and which of the person's events told of it. */
interface Known extends Refund {
  readonly event: number
}

/** What a refund takes of a reward. */
interface Due {
  readonly reward: Reward
  readonly refund: Known
  readonly points: number
}

/** A branch that a refund begins: beside which entry, at which node (by index), and by which of the person's events. */
export interface Branch {
  readonly parent: number
  readonly to: number
  readonly event: number
}

/** The orders of one person: what was given for them, and what of them was refunded. */
export class Orders {
  private readonly rewards: Reward[] = []
  private readonly refunds = new Map<string, Known[]>()
  private readonly done = new Map<Reward, Set<Known>>()

  isRefunded({ id, amount }: Order): boolean {
    return isRefunded(
      amount,
      (this.refunds.get(id) ?? []).map((refund) => refund.amount),
    )
  }

  give(reward: Reward): void {
    this.rewards.push(reward)
  }

  /** Keeps a refund, each id of an order once. */
  keep(refund: Known): void {
    const others = this.refunds.get(refund.order) ?? []
    if (others.some((one) => one.refund === refund.refund)) return
    this.refunds.set(refund.order, [...others, refund])
  }

  /** The person once all is taken back that refunds are of, what there is to tell of it, what it raises, and what begins by it. */
  takeBack(
    plan: BoundPlan,
    before: Person,
    { belowZero }: RefundRules,
    at: number,
  ): { person: Person; told: Timeless[]; raised: ReturnType<typeof raisedBy>; branches: Branch[] } {
    let person = before
    const told: Timeless[] = []
    const raised: ReturnType<typeof raisedBy> = []
    const branches: Branch[] = []
    for (const { reward, refund, points: due } of this.takeDue()) {
      const { account, entry, order } = reward
      const points = belowZero.includes(account) ? due : Math.min(due, Math.max(0, person.points[account]))
      const node = plan.nodes[reward.node]
      const deed = { do: 'points', account, amount: -points } as const
      const place = { node: node?.id ?? '', entry }
      if (points > 0) raised.push(...raisedBy(person, deed, place, at))
      person = after(person, deed, place)
      const to = node ? reversedTo(node) : LEAVES
      const where = { ...place, to: plan.nodes[to]?.id ?? null }
      told.push({ kind: 'reversed', ...where, account, points, missed: due - points, order: order.id })
      if (to !== LEAVES) branches.push({ parent: entry, to, event: refund.event })
    }
    return { person, told, raised, branches }
  }

  /** What refunds take of rewards and did not take yet, last reward first: it is taken then. */
  private takeDue(): Due[] {
    const found: Due[] = []
    for (const [order, refunds] of this.refunds) {
      const rewards = this.rewards.filter((reward) => reward.order.id === order).reverse()
      const amounts = refunds.map((refund) => refund.amount)
      refunds.forEach((refund, i) => {
        for (const reward of rewards) {
          const done = this.done.get(reward) ?? new Set()
          this.done.set(reward, done)
          const dueAfter = (count: number) => dueBack(reward.amount, reward.order.amount, amounts.slice(0, count))
          const points = dueAfter(i + 1) - dueAfter(i)
          if (points > 0 && !done.has(refund)) found.push({ reward, refund, points })
          done.add(refund)
        }
      })
    }
    return found
  }
}
