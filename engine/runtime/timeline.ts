import type { MemberId } from '../core/ids.ts'
import { POINTS_CHANGED, TAG_GAINED, TAG_LOST } from '../core/journey/own-events.ts'
import type { Json, JsonObject } from '../core/json.ts'
import { ENROLMENT_STATES } from '../core/lifecycles/enrolment.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import { type Page, unknownPlace } from '../members/face.ts'
import { codeOf, nameOf, POINTS_KINDS } from '../store/codes.ts'
import { texts as arrayOf, numbers } from '../store/literal.ts'
import { timelineSql } from '../store/sql/timeline.ts'
import type { Row, Tx } from '../store/store.ts'

/** Own events that its tags and points tell of already. */
const TOLD_OTHERWISE = arrayOf([TAG_GAINED, TAG_LOST, POINTS_CHANGED])

/** What a timeline tells of; the position is the number in its statement. */
export const TIMELINE_KINDS = ['event', 'message', 'points', 'tags', 'entered', 'left'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

interface Happened {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
}
interface InJourney extends Happened {
  readonly journey: { readonly key: string; readonly name: string } | null
}

/** What took points back: which refund of which order, and how many were due and not there. */
interface RefundTold {
  readonly order: string
  readonly id: string
  readonly missed: number
}

export type TimelineItem =
  | (Happened & { kind: 'event'; name: string; properties: JsonObject })
  | (InJourney & { kind: 'message'; channel: string; state: string; reason: string | null; node: string })
  | (InJourney & { kind: 'points'; account: string; amount: number; reason: string; refund: RefundTold | null })
  | (InJourney & { kind: 'tags'; added: string[]; removed: string[] | 'all-others' })
  | (InJourney & { kind: 'entered'; enrolment: string; entry: number })
  | (InJourney & { kind: 'left'; enrolment: string; entry: number; state: string; reason: string | null })

/** What happened to a member, newest first, merged of all that keeps it; of the kinds asked for only. */
export async function memberTimeline(
  tx: Tx,
  member: MemberId,
  { before, kinds, limit }: { before?: string | undefined; kinds: readonly TimelineKind[]; limit: number },
): Promise<Page<TimelineItem>> {
  const place = before === undefined ? BEGINNING : placeIn(before)
  const wanted = numbers(kinds.map((kind) => codeOf(TIMELINE_KINDS, kind)))
  const found = await tx.sql.query(timelineSql.page, [member, ...place, wanted, limit + 1, TOLD_OTHERWISE])
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? `${last.at}~${last.kind}~${last.key}` : null
  return { rows: rows.map(itemOf), next }
}

type Place = readonly [at: number, kind: number, key: string]
const BEGINNING: Place = [Number.POSITIVE_INFINITY, TIMELINE_KINDS.length, '']

function placeIn(before: string): Place {
  const [, at, kind, key] = /^(-?\d{1,16})~(\d)~([\d.]{1,60})$/.exec(before) ?? []
  if (at === undefined || kind === undefined || key === undefined) throw unknownPlace()
  return [Number(at), Number(kind), key]
}

const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

function itemOf({
  at,
  kind: code,
  key,
  name,
  journey: of,
  journey_name,
  node_name,
  ...row
}: Row<'timeline.page'>): TimelineItem {
  const detail = row.detail as JsonObject // every part of the statement makes one
  const kind = nameOf(TIMELINE_KINDS, code)
  const happened = { id: `${kind}.${key}`, at }
  const journey = of === null ? null : { key: of, name: journey_name ?? of }
  switch (kind) {
    case 'event':
      return { ...happened, kind, name: name ?? '', properties: detail }
    case 'message': {
      const state = nameOf(MESSAGE_STATES, Number(detail.state))
      const reason = textOrNull(detail.reason)
      return { ...happened, kind, journey, channel: name ?? '', state, reason, node: node_name ?? '' }
    }
    case 'points': {
      const account = nameOf(POINTS_KINDS, Number(detail.account))
      const order = textOrNull(detail.order)
      const refund =
        order === null ? null : { order, id: textOrNull(detail.refund) ?? '', missed: Number(detail.missed ?? 0) }
      return { ...happened, kind, journey, account, amount: Number(detail.amount), reason: name ?? '', refund }
    }
    case 'tags': {
      const removed = detail.remove === 'all-others' ? detail.remove : texts(detail.remove)
      return { ...happened, kind, journey, added: texts(detail.add), removed }
    }
    case 'entered':
      return { ...happened, kind, journey, enrolment: key, entry: Number(detail.entry) }
    case 'left': {
      const state = nameOf(ENROLMENT_STATES, Number(detail.state))
      return { ...happened, kind, journey, enrolment: key, entry: Number(detail.entry), state, reason: name }
    }
  }
}
