import type { EnrolmentId, MemberId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { tagsSql } from '../store/sql/tags.ts'
import type { Tx } from '../store/store.ts'

/** Tags put on or taken off one member by one visit. `expiresAt` is epoch milliseconds, absent where they last. */
export interface TagChange {
  readonly member: MemberId
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly enteredAt: number
  readonly at: number
  readonly expiresAt?: number
}

/** Adds and removes the same tags for many members; `source` says who did it. */
export function tagMembers(
  tx: Tx,
  changes: readonly TagChange[],
  tags: { add: readonly string[]; remove: readonly string[] | 'all-others' },
  source: string,
): void {
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
  if (tags.remove === 'all-others') tx.sql.write(tagsSql.removeOthers, [members, texts(tags.add)])
  else if (tags.remove.length > 0) tx.sql.write(tagsSql.remove, [members, texts(tags.remove)])
  if (tags.add.length === 0) return
  const expiry = `{${ordered.map((c) => c.expiresAt ?? 'NULL').join(',')}}`
  tx.sql.write(tagsSql.add, [tx.tenant, source, members, at, expiry, texts(tags.add)])
}
