import { type Given, giveSlots, type Rate } from '../core/controls/rate.ts'
import type { Tx } from '../store/store.ts'
import type { ArmPlace } from './arms.ts'
import { type Drawing, inOrder } from './in-order.ts'
import { drawFrom } from './shared-counter.ts'

/** Gives each visit of one node the next slot of its gate, epoch milliseconds; `answers[i]` belongs to `visits[i]`. */
export const takeSlots = (
  tx: Tx,
  { journey, nodeKey }: ArmPlace,
  rate: Rate,
  visits: readonly Drawing[],
): Promise<number[]> =>
  inOrder(visits, (ordered) => {
    const arrivals = ordered.map((visit) => visit.at)
    return drawFrom(tx, { journey, name: `node/${nodeKey}/rate` }, (state) => {
      const before = 'base' in state ? (state as unknown as Given) : undefined // written here alone
      const { slots, given } = giveSlots(before, rate, arrivals)
      return { state: { ...given, rate: { ...given.rate } }, drawn: slots }
    })
  })
