import type { EnrolmentId, MemberId } from '../core/ids.ts'

interface Account {
  readonly member_id: MemberId
  readonly kind: number
  readonly balance: number
}

/** What is left of one grant. */
interface Lot {
  readonly member_id: MemberId
  readonly enrolment_id: EnrolmentId
  readonly visit: number
  readonly effect: number
  readonly kind: number
  readonly remaining: number
}

export interface Taken {
  readonly points: number
  /** What was due and is not there. */
  readonly missed: number
}

/** The points of some members while they are taken back: what was decided stands in memory until it is written. */
export class Purse {
  private readonly ofAccounts = new Map<Account, number>()
  private readonly ofLots = new Map<Lot, number>()

  /** `lots` in the order in which they are spent. */
  constructor(
    private readonly balances: readonly Account[],
    private readonly left: readonly Lot[],
  ) {}

  /**
   * Takes points back: from what is left of their grant, then from other lots of the account, for its own may have been spent. No
   * account falls below zero unless it may.
   */
  take(grant: Omit<Lot, 'effect' | 'remaining'>, due: number, mayOwe: boolean): Taken {
    const account = this.balances.find(({ member_id, kind }) => member_id === grant.member_id && kind === grant.kind)
    if (!account) return { points: 0, missed: due }
    const spent = this.ofAccounts.get(account) ?? 0
    const points = mayOwe ? due : Math.min(due, Math.max(0, account.balance - spent))
    this.ofAccounts.set(account, spent + points)
    const mine = this.left.filter(({ member_id, kind }) => member_id === grant.member_id && kind === grant.kind)
    const isOwn = (lot: Lot) => lot.enrolment_id === grant.enrolment_id && lot.visit === grant.visit
    let open = points
    for (const lot of [...mine.filter(isOwn), ...mine.filter((one) => !isOwn(one))]) {
      const before = this.ofLots.get(lot) ?? 0
      const part = Math.min(open, lot.remaining - before)
      if (part === 0) continue
      this.ofLots.set(lot, before + part)
      open -= part
    }
    return { points, missed: due - points }
  }

  /** What was taken of which accounts. */
  accounts(): { readonly account: Account; readonly points: number }[] {
    return [...this.ofAccounts].map(([account, points]) => ({ account, points }))
  }

  /** What was taken of which lots. */
  lots(): { readonly lot: Lot; readonly points: number }[] {
    return [...this.ofLots].map(([lot, points]) => ({ lot, points }))
  }
}
