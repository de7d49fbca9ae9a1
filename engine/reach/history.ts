import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import { type Page, unknownPlace } from '../members/face.ts'
import { nameOf } from '../store/codes.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Row, Tx } from '../store/store.ts'
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

/** A member's messages, newest first, of one channel or of all. */
export async function messageHistory(
  tx: Tx,
  member: MemberId,
  { channel, before, limit }: { channel?: string | undefined; before?: string | undefined; limit: number },
): Promise<Page<MessageRecord>> {
  const place = before === undefined ? BEGINNING : placeIn(before)
  const found = await tx.sql.query(messagesSql.history, [member, ...place, channel ?? null, limit + 1])
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(recordOf),
    next: found.length > limit && last ? `${last.planned_at}~${last.key}` : null,
  }
}

const BEGINNING = [Number.POSITIVE_INFINITY, ''] as const

function placeIn(before: string): readonly [at: number, key: string] {
  const [, at, key] = /^(-?\d{1,16})~([\d.]{1,60})$/.exec(before) ?? []
  if (at === undefined || key === undefined) throw unknownPlace()
  return [Number(at), key]
}

const recordOf = (row: Row<'messages.history'>): MessageRecord => ({
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
})
