import type { EnrolmentId, JourneyId, MemberId, TenantId, VersionId } from '../core/ids.ts'
import { enteredMonth } from '../core/journey/effect.ts'
import type { NoticeContent, NoticeReaders } from '../core/notices.ts'
import { type Page, unknownPlace } from '../members/face.ts'
import { codeOf, EFFECTS } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import { noticesSql } from '../store/sql/notices.ts'
import type { Row, Store, Tx } from '../store/store.ts'

export type TeamNotice = NoticeContent & {
  /** Told again under the same key, it is the same notice: it counts on, comes up again as unread, and is not mailed again. */
  readonly key: string
  readonly to: NoticeReaders
  /** Epoch milliseconds. */
  readonly at: number
  readonly journey?: JourneyId
  /** The node that tells, by its index in a version: it is named where the notice is read. */
  readonly node?: { readonly version: VersionId; readonly index: number }
  readonly member?: MemberId
  /** How often it happened since it was told last; 1 unless told. */
  readonly times?: number
  /** Key of an e-mail account: it is mailed to its readers too, once. */
  readonly mail?: string
}

const LANE_POKE = 1

/**
 * Tells the people of a workspace, in the transaction of what happened: this is the one way to, whoever has something to tell.
 * Roles are looked up now; where nobody is meant, the admins are.
 */
export async function tellTeam(tx: Tx, notice: TeamNotice): Promise<void> {
  const { key, code, params, to, at, journey, node, member, times = 1, mail } = notice
  const mailed = await tx.sql.query(noticesSql.tell, [
    ...([tx.tenant, key, code, JSON.stringify(params), journey ?? null, member ?? null, times, at] as const),
    ...([texts(to.roles ?? []), texts(to.people ?? []), mail ?? null] as const),
    ...([node?.version ?? null, node?.index ?? null] as const),
  ])
  const lanes = [...new Set(mailed.map((row) => row.account_id))]
  if (lanes.length > 0)
    tx.sql.write(eventsSql.poke, [tx.tenant, LANE_POKE, numbers(lanes), numbers(lanes.map(() => 0))])
}

/** A visit that tells the team of itself. */
interface TellingVisit {
  readonly enrolment: EnrolmentId
  readonly visit: number
  readonly member: MemberId
  readonly enteredAt: number
  readonly at: number
}

interface NodePassed {
  readonly journey: JourneyId
  readonly version: VersionId
  readonly node: number
  /** Stable over versions. */
  readonly nodeKey: number
  readonly to: NoticeReaders
  readonly mail?: string | undefined
}

const HOUR_MS = 3_600_000

/**
 * Tells that members came to a node: each visit counts once, however often it is asked. However many come within one hour (of
 * UTC), they are one notice: that of the first, and how many there were.
 */
export async function tellOfVisits<V extends TellingVisit>(
  tx: Tx,
  { journey, version, node: index, nodeKey, to, mail }: NodePassed,
  visits: readonly V[],
  textOf: (visit: V) => string,
): Promise<void> {
  const rows = await tx.sql.query(noticesSql.fresh, [
    tx.tenant,
    codeOf(EFFECTS, 'notice'),
    texts(visits.map((v) => enteredMonth(v.enteredAt))),
    numbers(visits.map((v) => v.enrolment)),
    numbers(visits.map((v) => v.visit)),
    numbers(visits.map((v) => v.member)),
    numbers(visits.map((v) => v.at)),
  ])
  const fresh = new Set(rows.map((row) => `${row.enrolment_id}.${row.visit}`))
  const told = visits.filter((v) => fresh.has(`${v.enrolment}.${v.visit}`)).sort((a, b) => a.at - b.at)
  const hourOf = (visit: V) => Math.floor(visit.at / HOUR_MS)
  for (const hour of new Set(told.map(hourOf))) {
    const mine = told.filter((visit) => hourOf(visit) === hour)
    const [first] = mine
    const last = mine.at(-1)
    if (!first || !last) continue
    await tellTeam(tx, {
      ...{ code: 'node-passed', params: { text: textOf(first) }, to, at: last.at, times: mine.length },
      ...{ key: `node/${journey}/${nodeKey}/${hour}`, journey, node: { version, index }, member: first.member },
      ...(mail === undefined ? {} : { mail }),
    })
  }
}

/** A notice as one of its readers has it. */
export type ListedNotice = NoticeContent & {
  readonly id: number
  readonly times: number
  readonly at: number
  readonly isRead: boolean
  readonly member: MemberId | null
  readonly journey: { readonly key: string; readonly name: string } | null
  readonly node: string | null
}

const BEGINNING = [Number.POSITIVE_INFINITY, 0] as const

function placeIn(before: string): readonly [at: number, id: number] {
  const [, at, id] = /^(-?\d{1,16})~(\d{1,15})$/.exec(before) ?? []
  if (at === undefined || id === undefined) throw unknownPlace()
  return [Number(at), Number(id)]
}

/** What a person was told, newest first, from before a place in the list. Throws a UserError for a place that is none. */
export async function listNotices(
  tx: Tx,
  person: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Page<ListedNotice>> {
  const place = before === undefined ? BEGINNING : placeIn(before)
  const found = await tx.sql.query(noticesSql.list, [person, ...place, limit + 1])
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows: rows.map(noticeOf), next: found.length > limit && last ? `${last.at}~${last.id}` : null }
}

function noticeOf({ code, params, member_id: member, is_read: isRead, ...row }: Row<'notices.list'>): ListedNotice {
  const content = { code, params } as NoticeContent // written by `tellTeam` alone
  const { id, times, at, node_name: node, journey: key, journey_name: name } = row
  return {
    ...{ id, times, at, isRead, member, node },
    ...content,
    journey: key === null ? null : { key, name: name ?? key },
  }
}

/** Marks notices of a person as read: these, or all there are. */
export const readNotices = (tx: Tx, person: string, ids?: readonly number[]): Promise<unknown> =>
  tx.sql.query(noticesSql.read, [person, ids ? numbers(ids) : null])

/** How many notices each of these people has not read in each of these workspaces, in their order. */
export async function unreadNotices(
  store: Store,
  readers: readonly { readonly tenant: TenantId; readonly person: string }[],
): Promise<number[]> {
  if (readers.length === 0) return []
  const rows = await store.acrossTenants((sql) =>
    sql.query(noticesSql.unread, [numbers(readers.map((r) => r.tenant)), texts(readers.map((r) => r.person))]),
  )
  const counts = new Map(rows.map(({ tenant, person, n }) => [`${tenant}/${person}`, n]))
  return readers.map(({ tenant, person }) => counts.get(`${tenant}/${person}`) ?? 0)
}
