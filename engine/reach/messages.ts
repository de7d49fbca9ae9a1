import { giveBack } from '../controls/face.ts'
import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import type { Carrier, Channel, Purpose } from '../core/journey/facts.ts'
import type { JsonObject } from '../core/json.ts'
import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import type { Sent } from '../core/sending/caps.ts'
import { codeOf, EFFECTS, nameOf } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Tx } from '../store/store.ts'

/** A visit that sends one message: its text is the node's, in the version that sent it, with variables. */
interface SendingVisit {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly member: MemberId
  readonly enteredAt: number
  readonly at: number
}

export interface MessagePlan {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly node: number
  readonly channel: Carrier
  readonly purpose: Purpose
  /** Who delivers; absent where the channel is our own: its messages are accepted as they are written. */
  readonly account?: number
}

/** Writes messages, once for each visit, and announces them to the account's lane. */
export function planMessages<V extends SendingVisit>(
  tx: Tx,
  plan: MessagePlan,
  visits: readonly V[],
  /** Absent where its text has none. */
  variablesOf: (visit: V) => JsonObject | undefined,
): void {
  tx.sql.write(messagesSql.plan, [
    tx.tenant,
    codeOf(EFFECTS, 'message'),
    plan.journey,
    plan.version,
    plan.node,
    plan.channel,
    plan.purpose,
    plan.account ?? null,
    codeOf(MESSAGE_STATES, plan.account ? 'planned' : 'accepted'),
    texts(visits.map((v) => enteredMonth(v.enteredAt))),
    numbers(visits.map((v) => v.enrolment)),
    numbers(visits.map((v) => v.visit)),
    numbers(visits.map((v) => v.member)),
    numbers(visits.map((v) => v.at)),
    jsons(visits.map(variablesOf)),
  ])
  if (plan.account) tx.sql.write(eventsSql.poke, [tx.tenant, LANE_POKE, numbers([plan.account]), numbers([0])])
}

const LANE_POKE = 1

/** Takes back what was planned for enrolments that were taken out, unless it is claimed: budgets too. Their members must be locked. */
export async function withdrawMessages(
  tx: Tx,
  enrolments: readonly { enrolment: EnrolmentId; enteredAt: number }[],
  at: number,
): Promise<void> {
  if (enrolments.length === 0) return
  const withdrawn = await tx.sql.query(messagesSql.withdraw, [
    codeOf(MESSAGE_STATES, 'blocked'),
    codeOf(MESSAGE_STATES, 'planned'),
    at,
    texts(enrolments.map(({ enteredAt }) => enteredMonth(enteredAt))),
    numbers(enrolments.map(({ enrolment }) => enrolment)),
  ])
  await giveBack(tx, withdrawn)
}

/** By member, what they were sent after an instant that counts for caps. The members must be locked. */
export async function recentMessages(
  tx: Tx,
  members: readonly MemberId[],
  after: number,
): Promise<Map<MemberId, readonly Sent[]>> {
  const unsent = numbers((['blocked', 'failed'] as const).map((state) => codeOf(MESSAGE_STATES, state)))
  const rows = await tx.sql.query(messagesSql.recent, [numbers(members), after, unsent])
  const by = new Map<MemberId, Sent[]>()
  for (const { member_id, journey, channel, at } of rows) {
    const sent = { journey, at, channel: channel as Channel } // calls of services are transactional: none is among them
    const mine = by.get(member_id)
    if (mine) mine.push(sent)
    else by.set(member_id, [sent])
  }
  return by
}

/** The account of a key. Throws where there is none: it was there when the journey was published. */
export async function accountOf(tx: Tx, channel: Carrier, key: string): Promise<number> {
  const [account] = await tx.sql.query(messagesSql.account, [channel, key])
  if (!account) throw new Error(`there is no ${channel} account "${key}" any more`)
  return account.id
}

/** How the messages of visits stand, in the visits' order; undefined where a visit has none. */
export async function messageStates(
  tx: Tx,
  visits: readonly { enrolment: EnrolmentId; visit: number; enteredAt: number }[],
): Promise<({ state: MessageState; reason: string | null; answer: JsonObject | null } | undefined)[]> {
  const rows = await tx.sql.query(messagesSql.states, [
    codeOf(EFFECTS, 'message'),
    texts(visits.map((v) => enteredMonth(v.enteredAt))),
    numbers(visits.map((v) => v.enrolment)),
    numbers(visits.map((v) => v.visit)),
  ])
  const by = new Map(
    rows.map((row) => [
      `${row.enrolment_id}.${row.visit}`,
      { state: nameOf(MESSAGE_STATES, row.state), reason: row.reason, answer: row.answer },
    ]),
  )
  return visits.map((v) => by.get(`${v.enrolment}.${v.visit}`))
}

/** Gives enrolments what a service answered about their members, as properties of the event that began them; `fields` are all that it may answer. */
export function keepAnswers(
  tx: Tx,
  fields: readonly string[],
  answers: readonly { readonly member: MemberId; readonly enrolment: EnrolmentId; readonly values: JsonObject }[],
): void {
  if (fields.length === 0 || answers.length === 0) return
  tx.sql.write(messagesSql.keepAnswers, [
    texts(fields),
    numbers(answers.map((a) => a.member)),
    numbers(answers.map((a) => a.enrolment)),
    jsons(answers.map((a) => a.values)),
  ])
}
