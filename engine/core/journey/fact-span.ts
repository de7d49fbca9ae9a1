import { spanOf } from '../rules/window.ts'
import type { FactWindow } from './facts.ts'
import type { VisitContext } from './node.ts'

/** What began an enrolment: its own time, and the number of its event where it was one. */
export interface Beginning {
  readonly sinceAt: number
  readonly event: number | null
}

/** Event time, both ends included, epoch milliseconds. Neither the event `after` counts nor what came before it at `from`. */
export interface FactSpan {
  readonly from: number
  readonly to: number
  readonly after: number | null
}

/** What a window covers where an enrolment stands: woken by its time, what happens at that instant is too late. */
export function factSpan(
  window: FactWindow,
  visit: Pick<VisitContext, 'at' | 'due' | 'enteredAt' | 'previousAt' | 'arrivedAt'>,
  beginning: Beginning | undefined,
  zone: string,
): FactSpan {
  const { at, due, enteredAt, previousAt, arrivedAt } = visit
  const to = due ? at - 1 : at
  switch (window.kind) {
    case 'entered':
      return { from: beginning?.sinceAt ?? enteredAt, to, after: beginning?.event ?? null }
    case 'previous':
      return { from: previousAt, to, after: null }
    case 'arrived':
      return { from: arrivedAt, to, after: null }
    default: {
      const span = spanOf(window, { at, zone })
      return { from: span.from, to: Math.min(span.to, to), after: null }
    }
  }
}
