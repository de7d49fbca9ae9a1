import { stickyChance } from '../chance.ts'
import { subtractDuration } from '../time/duration.ts'
import type { JourneySettings } from './document.ts'
import { lastWindowOf } from './goals.ts'

/** Whether a member is held out of a journey: always the same one, in every version. */
export const isHeldOut = ({ holdout }: Pick<JourneySettings, 'holdout'>, journey: number, member: number): boolean =>
  stickyChance(`${member}/${journey}/holdout`) * 100 < holdout

/** An earlier entry of a member into a journey. A failed one is live: it still counts as inside. */
export interface Entry {
  readonly entryNo: number
  readonly live: boolean
  readonly enteredAt: number
  /** It counts as inside as long as something is measured. */
  readonly heldOut?: boolean
}

export type ReentryRefusal = 'already-entered' | 'still-inside' | 'too-many-entries' | 'too-many-at-once'

/**
 * Decides under the member lock whether a member may enter a journey at `at` (epoch milliseconds) and as which entry.
 * The window of the limit slides: it holds the entries after `at` less its length, so N entries a day means in any day.
 */
export function decideReentry(
  { reentry: rule, goals }: Pick<JourneySettings, 'reentry' | 'goals'>,
  entries: readonly Entry[],
  at: number,
  zone: string,
): { entryNo: number } | { refused: ReentryRefusal } {
  const history = entries.map((entry) =>
    entry.heldOut ? { ...entry, live: at < lastWindowOf(goals, entry.enteredAt, zone) } : entry,
  )
  if (rule.rule === 'never' && history.length > 0) return { refused: 'already-entered' }
  const live = history.filter((entry) => entry.live).length
  if (rule.rule === 'after-leaving' && live > 0) return { refused: 'still-inside' }
  if (rule.atOnce !== undefined && live >= rule.atOnce) return { refused: 'too-many-at-once' }
  if (rule.limit) {
    const since = subtractDuration(at, rule.limit.within, zone)
    const recent = history.filter((entry) => entry.enteredAt > since).length
    if (recent >= rule.limit.entries) return { refused: 'too-many-entries' }
  }
  return { entryNo: Math.max(0, ...history.map((entry) => entry.entryNo)) + 1 }
}
