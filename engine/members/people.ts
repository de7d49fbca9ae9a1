import { UserError } from '../core/errors.ts'
import type { MemberId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { MEMBER_STATUS, nameOf } from '../store/codes.ts'
import { numbers } from '../store/literal.ts'
import { peopleSql } from '../store/sql/people.ts'
import type { Tx } from '../store/store.ts'
import type { Identity } from './identities.ts'

type Status = (typeof MEMBER_STATUS)[number]

/** A member as a row of a list. Times are epoch milliseconds. */
export interface Person {
  readonly id: MemberId
  readonly name: string | null
  readonly status: Status
  /** One value of each namespace. */
  readonly identities: Readonly<Record<string, string>>
  /** The newest four. */
  readonly tags: readonly string[]
  /** Spendable ones. */
  readonly points: number
  readonly createdAt: number
  readonly lastEventAt: number | null
}

/** One page; `next` is where the one after it begins, null after the last. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** All that is known of a member, but for what happened. */
export interface Profile {
  readonly id: MemberId
  readonly status: Status
  readonly createdAt: number
  readonly attributes: JsonObject
  readonly identities: readonly Identity[]
  readonly tags: readonly { tag: string; source: string; at: number; expiresAt: number | null }[]
}

const BEYOND_ALL = Number.MAX_SAFE_INTEGER
const MOST_DIGITS = 15

/** Members newest first, or those with a name or an identity that begins with `search`, or of that number. */
export async function listMembers(
  tx: Tx,
  { search, after, limit }: { search: string; after?: string | undefined; limit: number },
): Promise<Page<Person>> {
  const typed = search.trim()
  if (typed === '') {
    const from = after === undefined ? BEYOND_ALL : memberOf(after)
    const found = await tx.sql.query<{ id: MemberId }>(peopleSql.newest, [from, limit + 1])
    const page = found.slice(0, limit).map((row) => row.id)
    return { rows: await loadPeople(tx, page), next: found.length > limit ? String(page.at(-1)) : null }
  }
  const [, member = '0', key = ''] = /^(\d{1,15})~(.*)$/s.exec(after ?? '0~') ?? [undefined, ...[memberOf('')]]
  const found = await tx.sql.query<{ key: string; id: MemberId }>(peopleSql.matching, [
    typed,
    key,
    Number(member),
    limit + 1,
  ])
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const numbered = after === undefined ? numberIn(typed) : []
  const ids = [...new Set([...numbered, ...page.map((row) => row.id)])]
  return {
    rows: await loadPeople(tx, ids),
    next: found.length > limit && last ? `${last.id}~${last.key}` : null,
  }
}

/** `#42` or `42` may be the number that a member is shown by. */
const numberIn = (typed: string): MemberId[] => {
  const [, digits] = /^#?(\d+)$/.exec(typed) ?? []
  return digits && digits.length <= MOST_DIGITS ? [Number(digits) as MemberId] : [] // a number that nobody has finds nobody
}

/** Throws a UserError where a place in a list is not one that a list answered. */
function memberOf(text: string): MemberId {
  if (!/^\d{1,15}$/.test(text))
    throw new UserError('place-unknown', 'There is no such place in the list: begin again without “after”.')
  return Number(text) as MemberId // only compared with ids
}

/** Rows of a list for members, in their order; those who are not there are left out. */
export async function loadPeople(tx: Tx, members: readonly MemberId[]): Promise<Person[]> {
  if (members.length === 0) return []
  const rows = await tx.sql.query<{
    id: MemberId
    name: string | null
    status: number
    identities: Record<string, string>
    tags: string[]
    points: number
    created_at: number
    last_event_at: number | null
  }>(peopleSql.rows, [numbers(members)])
  return rows.map(({ status, created_at, last_event_at, ...row }) => ({
    ...row,
    status: nameOf(MEMBER_STATUS, status),
    createdAt: created_at,
    lastEventAt: last_event_at,
  }))
}

/** How many members a workspace has. */
export async function countMembers(tx: Tx): Promise<number> {
  const [row] = await tx.sql.query<{ n: number }>(peopleSql.count)
  return row?.n ?? 0
}

/** Undefined where the workspace has no such member. */
export async function loadProfile(tx: Tx, member: MemberId): Promise<Profile | undefined> {
  const [row] = await tx.sql.query<{ id: MemberId; status: number; attributes: JsonObject; created_at: number }>(
    peopleSql.one,
    [member],
  )
  if (!row) return undefined
  const identities = await tx.sql.query<{ namespace: string; value: string }>(peopleSql.identities, [member])
  const tags = await tx.sql.query<{ tag: string; source: string; at: number; expires_at: number | null }>(
    peopleSql.tags,
    [member],
  )
  return {
    id: row.id,
    status: nameOf(MEMBER_STATUS, row.status),
    createdAt: row.created_at,
    attributes: row.attributes,
    identities,
    tags: tags.map(({ expires_at, ...tag }) => ({ ...tag, expiresAt: expires_at })),
  }
}
