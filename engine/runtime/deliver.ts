import type { LaneRef } from '../core/ids.ts'
import { CALL_SETTLED, isSettled, MESSAGE_SETTLED, messageAfter } from '../core/lifecycles/message.ts'
import {
  consumePokes,
  type DeliveryOutcome,
  dueMessages,
  guardMessages,
  type MessageMove,
  moveMessages,
  nextMessage,
  type OutboundMessage,
  type OutboxMessage,
  outboundOf,
  type SendMessage,
  takeMessages,
  takeSends,
} from '../reach/face.ts'
import { type Locked, lockMembers } from '../store/moment.ts'
import type { Tx } from '../store/store.ts'
import type { Engine } from './engine.ts'
import { mailNotices } from './mail-notices.ts'
import { heldByQuietHours } from './quiet-guard.ts'
import { afterSending, beginSending, loseSending, resumeSending, type Sending, sendOne } from './sending.ts'
import { storeRaised } from './unit-of-work.ts'

/** As many as a crash may leave unknown. */
const BATCH = 16
const AT_ONCE = 8
/** How long one call of a driver goes on claiming before it answers. */
const BUSY_MS = 5_000
/** No sending begins this long after the claim, so that the last one ends within the grace. */
const BEGIN_MS = 10_000

interface Claimed {
  readonly message: OutboxMessage
  readonly outbound: OutboundMessage
}

type Move = MessageMove & { readonly message: OutboxMessage }

/** Sends what is due in a lane by its account's own sender: what a driver calls. */
export async function deliver(engine: Engine, lane: LaneRef): Promise<{ sleepMs: number | null }> {
  const send = await engine.store.inTenant(lane.tenant, (tx) => engine.senders.of(tx, lane.account))
  const until = performance.now() + BUSY_MS
  for (;;) {
    // After the messages: their claim consumes the pokes, and what these announced is seen by what follows.
    const { sleepMs: messages } = await deliverBatch(engine, lane, send)
    const notices = await mailNotices(engine, lane, send)
    const sleepMs = messages === null || notices === null ? (messages ?? notices) : Math.min(messages, notices)
    if (sleepMs !== 0 || performance.now() > until) return { sleepMs }
  }
}

/**
 * Sends what is due in an account's lane, at most 16 messages: claimed and marked `sending` in one transaction, sent outside
 * any, recorded in another. Running it twice at once, or again after a crash, sends nothing twice. Answers how long to sleep:
 * 0 = more is due, null = nothing is planned.
 */
export async function deliverBatch(
  engine: Engine,
  { tenant, account }: Pick<LaneRef, 'tenant' | 'account'>,
  send: SendMessage,
): Promise<{ sleepMs: number | null }> {
  const began = performance.now()
  const { claimed, waitMs } = await engine.store.inTenant(tenant, (tx) => claim(engine, tx, account))
  const outcomes = await sendAll(claimed, send, began + BEGIN_MS)
  return engine.store.inTenant(tenant, async (tx) => {
    await record(engine, tx, claimed, outcomes)
    const left = await nextMessage(tx, account)
    const held = outcomes.map((o) => (o?.class === 'throttled' ? o.afterMs : 0))
    return { sleepMs: left === null ? null : Math.max(left, waitMs, ...held) }
  })
}

/** Settles what is lost or may not go any more, and marks the rest `sending` as far as the provider's pace allows. */
async function claim(engine: Engine, tx: Tx, account: number): Promise<{ claimed: Claimed[]; waitMs: number }> {
  consumePokes(tx, account)
  const keys = await dueMessages(tx, account, BATCH)
  if (keys.length === 0) return { claimed: [], waitMs: 0 }
  const locked = await lockMembers(
    tx,
    keys.map((k) => k.member_id),
  )
  const { at } = locked
  const taken = await takeMessages(tx, keys, at)
  const under = taken.filter((m) => m.state === 'sending')
  // A service knows a call by its id: one that was interrupted is made again. Of a message nobody knows whether it went.
  const resumed = under.map((m) =>
    m.channel === 'service' ? move(m, resumeSending(m.attempts, at)) : lose(m, 'interrupted', at),
  )
  const again = resumed.flatMap(({ state, message }) => (isSettled(state) ? [] : [{ ...message, state }]))
  const waiting = [...taken.filter((m) => m.state !== 'sending'), ...again]
  const reach = await guardMessages(tx, waiting)
  const held = await heldByQuietHours(engine, tx, waiting, at)
  const settled: Move[] = resumed.filter(({ state }) => isSettled(state))
  const later: Move[] = []
  const ready: { message: OutboxMessage; address: string | undefined }[] = []
  waiting.forEach((message, i) => {
    const [answer, quiet] = [reach[i], held[i]]
    if (!answer?.reachable) settled.push(block(message, answer?.reason ?? 'member-closed', at))
    else if (!quiet) ready.push({ message, address: answer.address })
    else if (quiet.until === undefined) settled.push(block(message, 'quiet-hours', at))
    else later.push(move(message, { state: message.state, dueAt: quiet.until, attempts: message.attempts }))
  })
  const { granted, waitMs } =
    ready.length > 0 ? await takeSends(tx, account, ready.length, at) : { granted: 0, waitMs: 0 }
  const going = ready.slice(0, granted)
  const sending = going.map(({ message }) => begin(message, at))
  await moveMessages(tx, ['planned', 'claimed', 'sending'], [...settled, ...later, ...sending], at)
  await tell(engine, tx, settled, locked)
  const outbound = going.length > 0 ? await outboundOf(tx, going) : []
  const claimed = outbound.flatMap((one, i) => {
    const message = sending[i]?.message
    return message ? [{ message, outbound: one }] : []
  })
  return { claimed, waitMs }
}

/** Undefined for what was not begun. */
async function sendAll(
  claimed: readonly Claimed[],
  send: SendMessage,
  until: number,
): Promise<(DeliveryOutcome | undefined)[]> {
  const outcomes: (DeliveryOutcome | undefined)[] = claimed.map(() => undefined)
  const queue = claimed.entries()
  let held = false
  const one = async () => {
    while (!held && performance.now() < until) {
      const next = queue.next()
      if (next.done) return
      const [i, { outbound }] = next.value
      const outcome = await sendOne(outbound, send)
      outcomes[i] = outcome
      if (outcome.class === 'throttled') held = true
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return outcomes
}

async function record(
  engine: Engine,
  tx: Tx,
  claimed: readonly Claimed[],
  outcomes: readonly (DeliveryOutcome | undefined)[],
): Promise<void> {
  if (claimed.length === 0) return
  const locked = await lockMembers(
    tx,
    claimed.map(({ message }) => message.member_id),
  )
  const { at } = locked
  const throttled = outcomes.find((o) => o?.class === 'throttled')
  const moves = claimed.map(
    ({ message }, i): Move => ({ message, ...afterSending(outcomes[i] ?? throttled, message.attempts, at) }),
  )
  // What counted as lost meanwhile stays lost.
  const moved = await moveMessages(tx, ['sending'], moves, at)
  await tell(
    engine,
    tx,
    moved.filter((m) => isSettled(m.state)),
    locked,
  )
}

const block = (message: OutboxMessage, reason: string, at: number): Move => ({
  ...{ message, reason, dueAt: at, attempts: message.attempts },
  state: messageAfter(message.state, 'block'),
})

const move = (message: OutboxMessage, sending: Sending): Move => ({ message, ...sending })
const lose = (message: OutboxMessage, reason: string, at: number): Move =>
  move(message, loseSending(reason, message.attempts, at))

function begin(message: OutboxMessage, at: number): Move {
  const sending = beginSending(message.state, message.attempts, at)
  return { ...sending, message: { ...message, state: sending.state, attempts: sending.attempts } }
}

/** Raises one event for each message settled: what the visit that sent it waits for. */
async function tell(engine: Engine, tx: Tx, settled: readonly Move[], locked: Locked): Promise<void> {
  if (settled.length === 0) return
  const { at } = locked
  await storeRaised(
    engine,
    tx,
    settled.map(({ message, state, reason }) => {
      const { member_id: member, enrolment_id: enrolment, visit, depth } = message
      const said = { enrolment, visit, state, ...(reason === undefined ? {} : { reason }) }
      const { channel } = message
      const event =
        channel === 'service'
          ? { name: CALL_SETTLED, properties: said }
          : { name: MESSAGE_SETTLED, properties: { ...said, channel } }
      return { event: { member, at, ...event }, depth: depth + 1 }
    }),
    locked,
  )
}
