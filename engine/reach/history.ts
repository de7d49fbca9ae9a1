import type { EnrolmentId, MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
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

interface Row {
  key: string
  enrolment_id: EnrolmentId
  channel: string
  purpose: string
  state: number
  reason: string | null
  variables: JsonObject | null
  planned_at: number
  settled_at: number | null
  journey: string
  journey_name: string
  node_name: string | null
  settings: JsonObject | null
}

/** A member's messages, newest first, of one channel or of all, from before a place in that order. */
export async function messageHistory(
  tx: Tx,
  member: MemberId,
  { channel, before, limit }: { channel?: string | undefined; before?: { at: number; key: string }; limit: number },
): Promise<MessageRecord[]> {
  const place = [before?.at ?? Number.POSITIVE_INFINITY, before?.key ?? '']
  const rows = await tx.sql.query<Row & Record<string, unknown>>(messagesSql.history, [
    member,
    ...place,
    channel ?? null,
    limit,
  ])
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
