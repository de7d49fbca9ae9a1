/** At most `amount` a `unit`, evenly spaced. */
export interface Rate {
  readonly amount: number
  readonly unit: 'minute' | 'hour'
}

/** The slots given so far: the first at `base` (epoch milliseconds), `given` in all, at the rate that they were given at. */
export interface Given {
  readonly base: number
  readonly given: number
  readonly rate: Rate
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000 }

/** When the n-th slot after `base` is; whole milliseconds, and slots `amount` apart are one unit apart exactly. */
const slotAt = (base: number, n: number, { amount, unit }: Rate) => base + Math.ceil((n * UNIT_MS[unit]) / amount)

/**
 * Gives every arrival the next slot: `slots[i]` belongs to `arrivals[i]`, epoch milliseconds, never before it. A slot is given
 * once; one that nobody asked for in time is not made up for. After a change of rate the next slot stays where it was.
 */
export function giveSlots(
  before: Given | undefined,
  rate: Rate,
  arrivals: readonly number[],
): { slots: number[]; given: Given } {
  let { base, given } = before ?? { base: Number.NEGATIVE_INFINITY, given: 0 }
  if (before && (before.rate.amount !== rate.amount || before.rate.unit !== rate.unit)) {
    base = slotAt(base, given, before.rate)
    given = 0
  }
  const slots = arrivals.map((arrival) => {
    if (slotAt(base, given, rate) < arrival) {
      base = arrival
      given = 0
    }
    return slotAt(base, given++, rate)
  })
  return { slots, given: { base, given, rate } }
}
