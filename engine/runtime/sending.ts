import type { JsonObject } from '../core/json.ts'
import { type MessageState, messageAfter } from '../core/lifecycles/message.ts'
import type { DeliveryOutcome, OutboundMessage, SendMessage } from '../reach/face.ts'

const ATTEMPTS = 5
/** Found in `sending` this long after its claim, a message is lost: nobody knows whether it went. */
export const GRACE_MS = 60_000
/** Before the second attempt; four times as long before each further one. */
const RETRY_MS = 30_000

/** Where something that is sent goes; `MessageMove` without what moves. */
export interface Sending {
  readonly state: MessageState
  readonly dueAt: number
  readonly attempts: number
  readonly reason?: string
  readonly providerId?: string
  readonly answer?: JsonObject
}

/** Marks it as under way: from `at` on it has the grace to be heard of. */
export function beginSending(state: MessageState, attempts: number, at: number): Sending {
  const claimed = state === 'claimed' ? state : messageAfter(state, 'claim')
  return { state: messageAfter(claimed, 'send'), dueAt: at + GRACE_MS, attempts: attempts + 1 }
}

/** As many attempts as there may be were made. */
const isSpent = (attempts: number): boolean => attempts >= ATTEMPTS

/** What was under way when its process died, and may be sent again under its key: planned once more. */
export const resumeSending = (attempts: number, at: number): Sending =>
  isSpent(attempts)
    ? { state: messageAfter('sending', 'reject'), reason: 'interrupted', dueAt: at, attempts }
    : { state: messageAfter('sending', 'retry'), dueAt: at, attempts }

/** Gives it up: nobody knows whether it went. */
export const loseSending = (reason: string, attempts: number, at: number): Sending => ({
  ...{ state: messageAfter('sending', 'lose'), reason, dueAt: at, attempts },
})

/** How what is in `sending` goes on by what its adapter answered. Undefined: it was not begun. */
export function afterSending(outcome: DeliveryOutcome | undefined, attempts: number, at: number): Sending {
  const again = messageAfter('sending', 'retry')
  const rejected = messageAfter('sending', 'reject')
  switch (outcome?.class) {
    case undefined:
      return { state: again, dueAt: at, attempts: attempts - 1 }
    case 'throttled':
      return { state: again, dueAt: at + outcome.afterMs, attempts: attempts - 1 }
    case 'accepted': {
      const { class: _, ...said } = outcome
      return { state: messageAfter('sending', 'accept'), dueAt: at, attempts, ...said }
    }
    case 'unknown':
      return loseSending(outcome.reason, attempts, at)
    case 'rejected_retryable': {
      const { reason, afterMs = RETRY_MS * 4 ** (attempts - 1) } = outcome
      if (!isSpent(attempts)) return { state: again, reason, dueAt: at + afterMs, attempts }
      return { state: rejected, reason, dueAt: at, attempts }
    }
    case 'rejected_permanent':
      return { state: rejected, reason: outcome.reason, dueAt: at, attempts }
  }
}

/** Sends one message; an adapter that throws may have sent it. */
export async function sendOne(message: OutboundMessage, send: SendMessage): Promise<DeliveryOutcome> {
  try {
    return await send(message)
  } catch {
    return { class: 'unknown', reason: 'adapter-threw' }
  }
}
