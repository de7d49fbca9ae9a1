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

/** Members newest first, or those with a name or an identity that begins with `search`, or of that number. */
export async function listMembers(
  tx: Tx,
  { search, after, limit }: { search: string; after?: string | undefined; limit: number },
): Promise<Page<Person>> {
  const typed = search.trim()
  const place = after === undefined ? undefined : placeIn(after)
  if (typed === '') {
    const found = await tx.sql.query(peopleSql.newest, [place?.member ?? BEYOND_ALL, limit + 1])
    const page = found.slice(0, limit).map((row) => row.id)
    return { rows: await loadPeople(tx, page), next: found.length > limit ? `${page.at(-1)}~` : null }
  }
  const from = [place?.key ?? '', place?.member ?? 0] as const
  const found = await tx.sql.query(peopleSql.matching, [typed, ...from, limit + 1])
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const ids = [...(place ? [] : numberIn(typed)), ...page.map((row) => row.member_id)]
  return {
    rows: await loadPeople(tx, [...new Set(ids)]),
    next: found.length > limit && last ? `${last.member_id}~${last.key}` : null,
  }
}

/** `#42` or `42` may be the number that a member is shown by. */
function numberIn(typed: string): MemberId[] {
  const [, digits] = /^#?(\d{1,15})$/.exec(typed) ?? []
  return digits ? [Number(digits) as MemberId] : [] // only looked for: a number that nobody has finds nobody
}

/** Reads `id~key`. Throws a UserError where it is not a place that a list answered. */
function placeIn(after: string): { member: MemberId; key: string } {
  const [, member, key = ''] = /^(\d{1,15})~(.*)$/s.exec(after) ?? []
  if (member === undefined) throw unknownPlace()
  return { member: Number(member) as MemberId, key } // only compared with ids
}

/** What to tell of an `after` or `before` that no list answered. */
export const unknownPlace = (): UserError =>
  new UserError('place-unknown', 'There is no such place in the list: begin again at its first page.')

/** Rows of a list for members, in their order; those who are not there are left out. */
export async function loadPeople(tx: Tx, members: readonly MemberId[]): Promise<Person[]> {
  if (members.length === 0) return []
  const rows = await tx.sql.query(peopleSql.rows, [numbers(members)])
  return rows.map(({ status, created_at, last_event_at, identities, ...row }) => ({
    ...row,
    identities: identities as Record<string, string>, // namespaces and values, both texts
    status: nameOf(MEMBER_STATUS, status),
    createdAt: created_at,
    lastEventAt: last_event_at,
  }))
}

/** How many members a workspace has. */
export async function countMembers(tx: Tx): Promise<number> {
  const [row] = await tx.sql.query(peopleSql.count)
  return row?.n ?? 0
}

/** Undefined where the workspace has no such member. */
export async function loadProfile(tx: Tx, member: MemberId): Promise<Profile | undefined> {
  const [row] = await tx.sql.query(peopleSql.one, [member])
  if (!row) return undefined
  const identities = await tx.sql.query(peopleSql.identities, [member])
  const tags = await tx.sql.query(peopleSql.tags, [member])
  return {
    id: row.id,
    status: nameOf(MEMBER_STATUS, row.status),
    createdAt: row.created_at,
    attributes: row.attributes,
    identities,
    tags: tags.map(({ expires_at, ...tag }) => ({ ...tag, expiresAt: expires_at })),
  }
}
