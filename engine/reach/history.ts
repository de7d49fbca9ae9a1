import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import { nameOf } from '../store/codes.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Tx } from '../store/store.ts'
import { type Readable, readable } from './content.ts'

/** A message of a member, newest first. Times are epoch milliseconds. */
export interface MessageRecord {
  /** `enrolment.visit.kind`. */
  readonly key: string
  readonly channel: string
  readonly purpose: string
  readonly state: MessageState
  readonly reason: string | null
  readonly plannedAt: number
  readonly settledAt: number | null
  readonly journey: { readonly key: string; readonly name: string }
  readonly enrolment: EnrolmentId
  readonly node: string
  readonly content: Readable | null
}

/** A member's messages, newest first, of one channel or of all, from before a place in that order. */
export async function messageHistory(
  tx: Tx,
  member: MemberId,
  { channel, before, limit }: { channel?: string | undefined; before?: { at: number; key: string }; limit: number },
): Promise<MessageRecord[]> {
  const place = [before?.at ?? Number.POSITIVE_INFINITY, before?.key ?? ''] as const
  const rows = await tx.sql.query(messagesSql.history, [member, ...place, channel ?? null, limit])
  return rows.map((row) => ({
    key: row.key,
    channel: row.channel,
    purpose: row.purpose,
    state: nameOf(MESSAGE_STATES, row.state),
    reason: row.reason,
    plannedAt: row.planned_at,
    settledAt: row.settled_at,
    journey: { key: row.journey, name: row.journey_name },
    enrolment: row.enrolment_id,
    node: row.node_name ?? '',
    content: readable(row.channel, row.settings, row.variables ?? {}) ?? null,
  }))
}
