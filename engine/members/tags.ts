import type { EnrolmentId, MemberId, TenantId } from '../core/ids.ts'
import { enteredMonth, type RaisedEvent } from '../core/journey/effect.ts'
import { TAG_GAINED, TAG_LOST } from '../core/journey/own-events.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { pokeClock } from '../store/moment.ts'
import { tagsSql } from '../store/sql/tags.ts'
import type { Sql, Tx } from '../store/store.ts'

/** Tags put on or taken off one member by one visit. `expiresAt` is epoch milliseconds, absent where they last. */
export interface TagChange {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly enteredAt: number
  readonly at: number
  readonly expiresAt?: number
}

/** Adds and removes the same tags for many locked members; `source` says who did it. Answers what they gained and lost. */
export async function tagMembers(
  tx: Tx,
  changes: readonly TagChange[],
  tags: { add: readonly string[]; remove: readonly string[] | 'all-others' },
  source: string,
): Promise<RaisedEvent[]> {
  const ordered = [...changes].sort((a, b) => a.member - b.member)
  const members = numbers(ordered.map((c) => c.member))
  const at = numbers(ordered.map((c) => c.at))
  tx.sql.write(tagsSql.effect, [
    tx.tenant,
    codeOf(EFFECTS, 'tag'),
    texts(ordered.map((c) => enteredMonth(c.enteredAt))),
    numbers(ordered.map((c) => c.enrolment)),
    numbers(ordered.map((c) => c.visit)),
    members,
    at,
    JSON.stringify(tags),
  ])
  const lost =
    tags.remove.length > 0
      ? await tx.sql.query(tagsSql.remove, [
          members,
          texts(tags.remove === 'all-others' ? tags.add : tags.remove),
          tags.remove === 'all-others',
          at,
        ])
      : []
  const expiry = `{${ordered.map((c) => c.expiresAt ?? 'NULL').join(',')}}`
  const gained =
    tags.add.length > 0
      ? await tx.sql.query(tagsSql.add, [tx.tenant, source, members, at, expiry, texts(tags.add)])
      : []
  // The clock tells when they lapse.
  if (tags.add.length > 0 && ordered.some((c) => c.expiresAt !== undefined)) pokeClock(tx)
  return [...told(TAG_LOST, lost), ...told(TAG_GAINED, gained)]
}

const told = (name: string, rows: readonly { member_id: MemberId; tag: string; at: number }[]): RaisedEvent[] =>
  rows.map(({ member_id: member, tag, at }) => ({ member, name, at, properties: { tag } }))

/** Members, by workspace, with tags whose time is over and of which nobody was told; of each workspace from among so many tags at most. */
export async function membersOfLapsedTags(
  sql: Sql,
  most: number,
): Promise<{ due: ReadonlyMap<TenantId, MemberId[]>; more: boolean }> {
  const rows = await sql.query(tagsSql.lapsed, [most])
  const due = new Map<TenantId, MemberId[]>()
  for (const { tenant_id, member_id } of rows) {
    const others = due.get(tenant_id)
    if (others) others.push(member_id)
    else due.set(tenant_id, [member_id])
  }
  return { due, more: rows.length >= most }
}

/** Marks tags of locked members that have expired by `at` as told; answers what these lost, each at its own time. */
export const lapseTags = async (tx: Tx, members: readonly MemberId[], at: number): Promise<RaisedEvent[]> =>
  told(TAG_LOST, await tx.sql.query(tagsSql.lapse, [numbers(members), at]))
