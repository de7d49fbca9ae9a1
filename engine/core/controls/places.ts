import type { Duration } from '../time/duration.ts'
import { type CountWindow, countsFrom } from './count-window.ts'

/** Places taken in a counter that everyone shares: how many by the slot of time they were taken in, oldest first. */
export type Slots = readonly (readonly [from: number, taken: number])[]

/** A sliding window is kept in so many slots: what was taken becomes free again at most one such part of it late. */
const PARTS = 60
const SHORTEST_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_419_200_000 }

const widthOf = ({ amount, unit }: Duration) => (amount * SHORTEST_MS[unit]) / PARTS

/** The slot that a place taken at `at` is counted in. */
function slotOf(window: CountWindow, at: number, zone: string): number {
  if (window.kind !== 'last') return countsFrom(window, at, zone)
  const width = widthOf(window.duration)
  return Math.floor(at / width) * width
}

/** The first slot that counts at `at`, whole: none that holds an instant of the window is left out. */
function firstSlot(window: CountWindow, at: number, zone: string): number {
  return slotOf(window, countsFrom(window, at, zone), zone)
}

/**
 * Lets arrivals take places one after another while fewer than `bound` are taken: `within[i]` belongs to `arrivals[i]`, epoch
 * milliseconds. The counter's own time never goes back: who is judged at an earlier moment than somebody before counts at that
 * one's, so that no window ever holds more than `bound`. Who finds no place takes none.
 */
export function takePlaces(
  slots: Slots,
  { window, bound, zone }: { readonly window: CountWindow; readonly bound: number; readonly zone: string },
  arrivals: readonly number[],
): { within: boolean[]; slots: Slots } {
  const kept = slots.map(([from, taken]): [number, number] => [from, taken])
  let used = kept.reduce((sum, [, taken]) => sum + taken, 0)
  const within = arrivals.map((arrival) => {
    const last = kept.at(-1)
    const at = Math.max(arrival, last?.[0] ?? arrival)
    const first = firstSlot(window, at, zone)
    for (let oldest = kept[0]; oldest && oldest[0] < first; oldest = kept[0]) {
      used -= oldest[1]
      kept.shift()
    }
    if (used >= bound) return false
    const slot = slotOf(window, at, zone)
    const newest = kept.at(-1)
    if (newest?.[0] === slot) newest[1]++
    else kept.push([slot, 1])
    used++
    return true
  })
  return { within, slots: kept }
}
