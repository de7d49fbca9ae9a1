import { type Filled, fillQuotas, type Quota } from '../core/controls/quotas.ts'
import type { Tx } from '../store/store.ts'
import { type ArmPlace, changeArms, loadArms } from './arms.ts'
import { type Drawing, inOrder } from './in-order.ts'
import { drawFrom } from './shared-counter.ts'

/**
 * Sends visits of one node to arms by quotas, to `otherwise` where all are full; `answers[i]` belongs to `visits[i]`. A member who
 * was sent somewhere before goes the same way and takes no second place, unless that arm is gone.
 */
export const fillArms = (
  tx: Tx,
  place: ArmPlace,
  quotas: readonly Quota[],
  otherwise: string,
  visits: readonly Drawing[],
): Promise<string[]> =>
  inOrder(visits, async (ordered) => {
    const known = await loadArms(
      tx,
      place,
      ordered.map((visit) => visit.member),
    )
    const isStill = (arm: string | undefined) => arm === otherwise || quotas.some((quota) => quota.arm === arm)
    const newcomers = [...new Set(ordered.map((visit) => visit.member))].filter((member) => !isStill(known.get(member)))
    const arms = await draw(tx, place, quotas, newcomers.length)
    newcomers.forEach((member, i) => {
      known.set(member, arms[i] ?? otherwise)
    })
    if (newcomers.length > 0)
      changeArms(
        tx,
        place,
        newcomers.map((member) => ({ member, arm: known.get(member) ?? otherwise })),
      )
    return ordered.map(({ member }) => known.get(member) ?? otherwise)
  })

/** Draws the newcomers' arms, undefined where all are full. */
async function draw(
  tx: Tx,
  { journey, nodeKey }: ArmPlace,
  quotas: readonly Quota[],
  newcomers: number,
): Promise<(string | undefined)[]> {
  if (newcomers === 0) return []
  return drawFrom(tx, { journey, name: `node/${nodeKey}/quota` }, (state) => {
    const { filled, arms } = fillQuotas(state as Filled, quotas, newcomers) // written here alone
    return { state: { ...filled }, drawn: arms }
  })
}
