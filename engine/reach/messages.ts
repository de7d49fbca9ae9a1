import type { EnrolmentId, JourneyId, MemberId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import type { Channel, Purpose } from '../core/journey/facts.ts'
import type { JsonObject } from '../core/json.ts'
import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Tx } from '../store/store.ts'

/** A message of one visit. Its text is the node's, in the version that sent it, with these variables. */
export interface PlannedMessage {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly member: MemberId
  readonly enteredAt: number
  readonly at: number
  readonly variables?: JsonObject
}

export interface MessagePlan {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly node: number
  readonly channel: Channel
  readonly purpose: Purpose
  readonly state: Extract<MessageState, 'planned' | 'accepted'>
}

/** Writes messages, once for each visit. `accepted` is for channels of our own, which need no delivery. */
export function planMessages(tx: Tx, plan: MessagePlan, messages: readonly PlannedMessage[]): void {
  if (messages.length === 0) return
  tx.sql.write(messagesSql.plan, [
    tx.tenant,
    codeOf(EFFECTS, 'message'),
    plan.journey,
    plan.version,
    plan.node,
    plan.channel,
    plan.purpose,
    codeOf(MESSAGE_STATES, plan.state),
    texts(messages.map((m) => enteredMonth(m.enteredAt))),
    numbers(messages.map((m) => m.enrolment)),
    numbers(messages.map((m) => m.visit)),
    numbers(messages.map((m) => m.member)),
    numbers(messages.map((m) => m.at)),
    texts(messages.map((m) => (m.variables ? JSON.stringify(m.variables) : null))),
  ])
}
