import { subtractDuration } from '../time/duration.ts'
import { atLocal, dayAfter } from '../time/zone.ts'
import type { Moment } from './evaluate.ts'
import type { EventWindow } from './rule.ts'

/** The span of event time that a window covers at a moment, both ends included; epoch milliseconds. */
export function spanOf(window: EventWindow, { at, zone }: Moment): { from: number; to: number } {
  if (window.kind === 'ever') return { from: 0, to: at }
  if (window.kind === 'last') return { from: subtractDuration(at, window.duration, zone), to: at }
  // The day after by its name: a day after 01:00, where DST skips midnight, would be 01:00 again.
  return { from: atLocal(window.from, zone), to: Math.min(at, atLocal(dayAfter(window.to), zone) - 1) }
}
