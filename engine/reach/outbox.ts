import { giveBack } from '../controls/face.ts'
import type { BlockReason, Carrier, Purpose, Reachability } from '../core/journey/facts.ts'
import type { JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import { codeOf, nameOf } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Row, Tx } from '../store/store.ts'
import { loadReachability } from './reachability.ts'

/** What an adapter is handed for one recipient. */
export interface OutboundMessage {
  /** `enrolment.visit.kind`: the same on every attempt, and on no other message. */
  readonly key: string
  readonly channel: Carrier
  readonly purpose: Purpose
  /** Absent where the channel needs none. */
  readonly address?: string
  /** Settings of the node that sends, in the version that planned the message. */
  readonly content: JsonObject
  readonly variables: JsonObject
}

type MessageKey = Row<'messages.due'>

/** An unsettled message, locked, and what it depends on. */
export interface OutboxMessage extends Omit<Row<'messages.take'>, 'state'> {
  readonly state: MessageState
}

/** Where a message goes. `dueAt`: when to look at it again; `attempts`: how often it was handed to the adapter. */
export interface MessageMove {
  readonly message: MessageKey
  readonly state: MessageState
  readonly reason?: string
  readonly providerId?: string
  readonly answer?: JsonObject
  readonly dueAt: number
  readonly attempts: number
}

const keyOf = (m: Pick<MessageKey, 'enrolment_id' | 'visit' | 'kind'>): string =>
  `${m.enrolment_id}.${m.visit}.${m.kind}`

/** Consumes the pokes of an account's lane. In a statement before `dueMessages`, which then sees what they announce. */
export const consumePokes = (tx: Tx, account: number): void => tx.sql.write(messagesSql.unpoke, [account])

/** Keys of what is due, at most `most`: lock their members, then take them. */
export const dueMessages = (tx: Tx, account: number, most: number): Promise<MessageKey[]> =>
  tx.sql.query(messagesSql.due, [account, most])

/** Locks those of the messages that are still due at `at`. */
export async function takeMessages(tx: Tx, keys: readonly MessageKey[], at: number): Promise<OutboxMessage[]> {
  const rows = await tx.sql.query(messagesSql.take, [at, ...keyColumns(keys)])
  return rows.map((row) => ({ ...row, state: nameOf(MESSAGE_STATES, row.state) }))
}

const keyColumns = (keys: readonly MessageKey[]): [string, string, string, string] => [
  texts(keys.map((k) => k.month)),
  numbers(keys.map((k) => k.enrolment_id)),
  numbers(keys.map((k) => k.visit)),
  numbers(keys.map((k) => k.kind)),
]

/** Moves those messages that are in one of the states; answers which moved. What does not go after all gives back what it took from budgets. */
export async function moveMessages<M extends MessageMove>(
  tx: Tx,
  from: readonly MessageState[],
  moves: readonly M[],
  at: number,
): Promise<M[]> {
  if (moves.length === 0) return []
  const moved = await tx.sql.query(messagesSql.move, [
    at,
    numbers(from.map((state) => codeOf(MESSAGE_STATES, state))),
    ...keyColumns(moves.map((m) => m.message)),
    numbers(moves.map((m) => codeOf(MESSAGE_STATES, m.state))),
    texts(moves.map((m) => m.reason ?? null)),
    texts(moves.map((m) => m.providerId ?? null)),
    numbers(moves.map((m) => m.dueAt)),
    numbers(moves.map((m) => m.attempts)),
    jsons(moves.map((m) => m.answer)),
  ])
  const keys = new Set(moved.map(keyOf))
  const done = moves.filter((m) => keys.has(keyOf(m.message)))
  const unsent = done.filter(({ state }) => state === 'blocked' || state === 'failed')
  await giveBack(
    tx,
    unsent.map(({ message }) => message),
  )
  return done
}

/** Whether each message may still go, and where to, in their order. The members must be locked. */
export async function guardMessages(tx: Tx, messages: readonly OutboxMessage[]): Promise<Reachability[]> {
  const answers = new Map<OutboxMessage, Reachability>()
  const wayOf = ({ channel, purpose }: OutboxMessage) => `${channel}/${purpose}`
  for (const { channel, purpose } of new Map(messages.map((m) => [wayOf(m), m])).values()) {
    const group = messages.filter((m) => m.channel === channel && m.purpose === purpose)
    const members = group.map((m) => m.member_id)
    // A service is called about a member, not to one: nobody's leave is asked.
    const reach =
      channel === 'service' ? members.map(() => CALLED) : await loadReachability(tx, members, channel, purpose)
    group.forEach((message, i) => {
      const reason = withdrawnBy(message)
      answers.set(message, reason ? { reachable: false, reason } : (reach[i] ?? GONE))
    })
  }
  return messages.map((m) => answers.get(m) ?? GONE)
}

const CALLED: Reachability = { reachable: true }
const GONE: Reachability = { reachable: false, reason: 'member-closed' }
const OVER = ['stopping', 'finished', 'archived']
const STOPPED = codeOf(ENROLMENT_STATES, 'stopped')
const COMPLETED = codeOf(ENROLMENT_STATES, 'completed')

/** A member who completed the journey still gets what was planned on the way; one who was taken out does not. */
function withdrawnBy({ journey_state, enrolment_state, leaving }: OutboxMessage): BlockReason | undefined {
  if (OVER.includes(journey_state) || enrolment_state === STOPPED) return 'journey-stopped'
  // Told to leave, it is as good as out.
  return leaving || enrolment_state === null || enrolment_state > COMPLETED ? 'left-journey' : undefined
}

/** The messages as adapters take them. */
export async function outboundOf(
  tx: Tx,
  messages: readonly { message: OutboxMessage; address: string | undefined }[],
): Promise<OutboundMessage[]> {
  const senders = new Map(messages.map(({ message: m }) => [`${m.version_id}/${m.node}`, m]))
  const rows = await tx.sql.query(messagesSql.content, [
    numbers([...senders.values()].map((m) => m.version_id)),
    numbers([...senders.values()].map((m) => m.node)),
  ])
  const content = new Map(rows.map((row) => [`${row.version_id}/${row.node}`, row.settings as JsonObject])) // as every node's are
  return messages.map(({ message, address }) => ({
    key: keyOf(message),
    channel: message.channel,
    purpose: message.purpose,
    ...(address === undefined ? {} : { address }),
    content: content.get(`${message.version_id}/${message.node}`) ?? {},
    variables: message.variables ?? {},
  }))
}

/** Takes up to `wanted` sends out of the account's bucket; `waitMs` until there is one more, 0 where nothing was refused. */
export async function takeSends(
  tx: Tx,
  account: number,
  wanted: number,
  at: number,
): Promise<{ granted: number; waitMs: number }> {
  const [bucket] = await tx.sql.query(messagesSql.bucket, [account, at])
  if (!bucket) return { granted: wanted, waitMs: 0 }
  const granted = Math.min(wanted, Math.floor(bucket.tokens))
  const left = bucket.tokens - granted
  tx.sql.write(messagesSql.spend, [account, left, at])
  return { granted, waitMs: granted === wanted ? 0 : Math.ceil(((1 - left) / bucket.per_second) * 1_000) }
}

/** Milliseconds until the account has something to look at: 0 = now, null = nothing until a poke. */
export async function nextMessage(tx: Tx, account: number): Promise<number | null> {
  const [next] = await tx.sql.query(messagesSql.next, [account])
  return next ? Math.max(0, Math.ceil(next.left)) : null
}
