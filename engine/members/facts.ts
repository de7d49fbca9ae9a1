import type { MemberId } from '../core/ids.ts'
import type { Json } from '../core/json.ts'
import { matchesEvent } from '../core/rules/evaluate.ts'
import type { EventMatch } from '../core/rules/rule.ts'
import { numbers, texts } from '../store/literal.ts'
import { membersSql } from '../store/sql/members.ts'
import type { Tx } from '../store/store.ts'

/** One attribute of many members, in their order; undefined where it is not set. */
export async function loadAttribute(tx: Tx, members: readonly MemberId[], name: string): Promise<(Json | undefined)[]> {
  const rows = await tx.sql.query(membersSql.attribute, [numbers(members), name])
  const by = new Map(rows.map((row) => [row.id, row.value]))
  return members.map((member) => by.get(member) ?? undefined)
}

/** Whether each member has a tag that has not expired at its moment. */
export async function loadTag(
  tx: Tx,
  subjects: readonly { member: MemberId; at: number }[],
  tag: string,
): Promise<boolean[]> {
  const members = numbers(subjects.map((s) => s.member))
  const rows = await tx.sql.query(membersSql.tag, [members, tag])
  const expiry = new Map(rows.map((row) => [row.member_id, row.expires_at ?? Number.POSITIVE_INFINITY]))
  return subjects.map(({ member, at }) => (expiry.get(member) ?? Number.NEGATIVE_INFINITY) > at)
}

/** A span of event time of one member: `from` < or ≤ the event's own time ≤ `to`, of what was received by `knownAt`. */
export interface EventSpan {
  readonly member: MemberId
  readonly from: number
  readonly to: number
  readonly knownAt: number
  /** The event that began the enrolment: neither it nor what came before it counts. */
  readonly after: number | null
}

/** How many events in each span meet each match: one list of counts per span, in the order of `matches`. */
export async function countEvents(
  tx: Tx,
  spans: readonly EventSpan[],
  matches: readonly EventMatch[],
  zone: string,
): Promise<number[][]> {
  const counts = spans.map(() => matches.map(() => 0))
  const names = [...new Set(matches.map((match) => match.event))]
  const rows = await tx.sql.query(membersSql.events, [
    numbers(spans.map((s) => s.member)),
    numbers(spans.map((s) => s.from)),
    numbers(spans.map((s) => s.to)),
    numbers(spans.map((s) => s.knownAt)),
    texts(names),
  ])
  for (const row of rows) {
    const span = spans[row.o - 1]
    const count = counts[row.o - 1]
    if (!span || !count || (span.after !== null && row.at === span.from && row.id <= span.after)) continue
    matches.forEach((match, i) => {
      if (match.event !== row.name || !matchesEvent(match.filter, row.properties, { at: row.at, zone })) return
      count[i] = (count[i] ?? 0) + 1
    })
  }
  return counts
}
