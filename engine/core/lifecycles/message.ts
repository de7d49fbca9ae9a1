import { createMachine } from 'xstate'
import { allows } from './transitions.ts'

/** States of a message; the smallint in tables is the position. `planned` to `sending` are not settled yet. */
export const MESSAGE_STATES = [
  'planned',
  'claimed',
  'sending',
  'accepted',
  'delivered',
  'opened',
  'clicked',
  'blocked',
  'failed',
  'unknown',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** The event that tells a waiting visit how its message ended: `{ enrolment, visit, state, reason? }`. */
export const MESSAGE_SETTLED = 'message settled'

/** The same of a call of a service: `{ enrolment, visit, state, reason? }`. */
export const CALL_SETTLED = 'call settled'

/** The life of a message. It only moves forward, but for a retry: receipts may repeat, or come late or out of order. */
export const messageMachine = createMachine({
  id: 'message',
  initial: 'planned',
  states: {
    planned: { on: { claim: 'claimed', block: 'blocked' } },
    claimed: { on: { send: 'sending', block: 'blocked' } },
    sending: { on: { accept: 'accepted', reject: 'failed', retry: 'planned', lose: 'unknown' } },
    accepted: { on: { deliver: 'delivered', open: 'opened', click: 'clicked', bounce: 'failed' } },
    delivered: { on: { open: 'opened', click: 'clicked', bounce: 'failed' } },
    opened: { on: { click: 'clicked' } },
    clicked: { type: 'final' },
    blocked: { type: 'final' },
    failed: { type: 'final' },
    // A receipt may still say what became of it; it is never sent again by itself.
    unknown: { on: { deliver: 'delivered', open: 'opened', click: 'clicked', bounce: 'failed' } },
  },
})

export type MessageEvent = 'claim' | 'send' | 'block' | 'accept' | 'reject' | 'retry' | 'lose'

/** The state that sending's own events lead to. Throws a RangeError where the machine refuses: a bug of the caller. */
export function messageAfter(state: MessageState, ...events: readonly MessageEvent[]): MessageState {
  return events.reduce((from, event) => {
    const to = allows(messageMachine, from, event)
    if (to === undefined) throw new RangeError(`no "${event}" for a message that is ${from}`)
    return to as MessageState // the machine has no other states: its test compares them
  }, state)
}

/** True once nothing more is to be done for a message. */
export const isSettled = (state: MessageState): boolean => !['planned', 'claimed', 'sending'].includes(state)
