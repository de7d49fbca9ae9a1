import { UserError } from '../core/errors.ts'
import type { MemberId } from '../core/ids.ts'
import { numbers, texts } from '../store/literal.ts'
import { clockOf } from '../store/moment.ts'
import { groupsSql } from '../store/sql/groups.ts'
import type { DbTx, Tx } from '../store/store.ts'
import { loadPeople, type Page, type Person, unknownPlace } from './people.ts'
import type { JudgedSegment } from './segments.ts'

/** Members who were chosen one by one, by an uploaded list, or by a journey. */
export interface Group {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly size: number
  /** When somebody was last put in or taken out, or it was renamed; epoch milliseconds. */
  readonly updatedAt: number
}

const groupOf = ({ updated_at, ...row }: Omit<Group, 'updatedAt'> & { updated_at: number }): Group => ({
  ...row,
  updatedAt: updated_at,
})

/** Every group of a workspace, by name. */
export const listGroups = async (tx: Tx): Promise<Group[]> => (await tx.sql.query(groupsSql.list, [null])).map(groupOf)

const noGroup = (key: string) => new UserError('group-unknown', `There is no group “${key}”: it may have been deleted.`)

/** Throws a UserError where there is none of this key. */
export async function findGroup(tx: Tx, key: string): Promise<Group> {
  const [row] = await tx.sql.query(groupsSql.list, [key])
  if (!row) throw noGroup(key)
  return groupOf(row)
}

/** The group of a key, kept from being deleted or emptied by others until the transaction ends. Throws as `findGroup` does. */
export async function lockGroup(tx: Tx, key: string): Promise<number> {
  const [row] = await tx.sql.query(groupsSql.lock, [key])
  if (!row) throw noGroup(key)
  return row.id
}

interface Named {
  readonly key: string
  readonly name: string
}

const audited = (
  tx: DbTx,
  actor: string,
  action: string,
  subject: string,
  detail: Record<string, number | string> = {},
) => tx.db.audit.create({ data: { tenantId: BigInt(tx.tenant), actor, action: `group.${action}`, subject, detail } })

/** Makes an empty group. Throws a UserError where the key is taken. */
export async function createGroup(tx: DbTx, { key, name }: Named, actor: string): Promise<void> {
  const at = new Date(await clockOf(tx))
  const tenantId = BigInt(tx.tenant)
  const { count } = await tx.db.group.createMany({
    data: [{ tenantId, key, name, createdAt: at, updatedAt: at }],
    skipDuplicates: true,
  })
  if (count === 0) throw new UserError('group-exists', `There is a group “${key}” already: choose another key.`)
  await audited(tx, actor, 'create', key)
}

export async function renameGroup(tx: DbTx, { key, name }: Named, actor: string): Promise<void> {
  const id = await lockGroup(tx, key)
  await tx.db.group.updateMany({ where: { id: BigInt(id) }, data: { name, updatedAt: new Date(await clockOf(tx)) } })
  await audited(tx, actor, 'rename', key, { name })
}

/** Members stay as they are. */
export async function deleteGroup(tx: DbTx, key: string, actor: string): Promise<void> {
  const id = await lockGroup(tx, key)
  tx.sql.write(groupsSql.empty, [id])
  await tx.sql.flush()
  await tx.db.group.deleteMany({ where: { id: BigInt(id) } })
  await audited(tx, actor, 'delete', key)
}

/** Puts members in, or takes them out; answers for how many that changed anything. */
export async function changeGroup(
  tx: DbTx,
  key: string,
  change: { readonly add: readonly MemberId[] } | { readonly remove: readonly MemberId[] },
  actor: string,
): Promise<number> {
  const id = await lockGroup(tx, key)
  const changed =
    'add' in change
      ? await putInGroups(tx, [id], change.add, actor, await clockOf(tx))
      : await takeFromGroups(tx, [id], change.remove)
  await audited(tx, actor, 'add' in change ? 'add' : 'remove', key, { people: changed })
  return changed
}

/** Puts each member in each group; `source` says who did it. Answers how many entries are new. */
export async function putInGroups(
  tx: Tx,
  groups: readonly number[],
  members: readonly MemberId[],
  source: string,
  at: number,
): Promise<number> {
  const put = await tx.sql.query(groupsSql.add, [tx.tenant, numbers(groups), numbers(members), source, at])
  if (put.length > 0) tx.sql.write(groupsSql.touch, [numbers(groups)])
  return put.length
}

/** Takes each member out of each group; answers how many entries are gone. */
export async function takeFromGroups(tx: Tx, groups: readonly number[], members: readonly MemberId[]): Promise<number> {
  const gone = await tx.sql.query(groupsSql.remove, [numbers(groups), numbers(members)])
  if (gone.length > 0) tx.sql.write(groupsSql.touch, [numbers(groups)])
  return gone.length
}

/** Puts members whom a journey moves into groups, or takes them out. Throws where a group is gone. */
export async function moveMembers(
  tx: Tx,
  { kind, groups }: { readonly kind: 'join' | 'leave'; readonly groups: readonly string[] },
  moved: readonly { readonly member: MemberId; readonly at: number }[],
  source: string,
): Promise<void> {
  const known = await groupIds(tx, groups)
  const gone = groups.find((key) => !known.has(key))
  if (gone !== undefined) throw new Error(`group “${gone}” is gone`)
  const ids = [...known.values()].sort((a, b) => a - b)
  const members = moved.map(({ member }) => member)
  if (kind === 'leave') await takeFromGroups(tx, ids, members)
  else await putInGroups(tx, ids, members, source, Math.max(...moved.map(({ at }) => at)))
}

/** The groups of keys, by key; those that are gone are left out. */
export async function groupIds(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.sql.query(groupsSql.byKey, [texts(keys)])
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** Whether groups have one member, in the order of the keys; those that are gone are left out. */
export const judgeGroups = async (tx: Tx, member: MemberId, keys: readonly string[]): Promise<JudgedSegment[]> =>
  keys.length === 0
    ? []
    : (await tx.sql.query(groupsSql.judge, [texts(keys), member])).map((row) => ({ ...row, unmet: [] }))

/** SQL that holds for `member` where one of the groups has it; `next` takes its value. */
export const inGroupsSql = (groups: readonly number[], member: string, next: (value: unknown) => string): string =>
  `${member} IN (SELECT g.member_id FROM group_member g WHERE g.group_id = ANY(${next(numbers(groups))}::bigint[]))`

/** Members of a group, oldest first, page by page. */
export async function peopleOfGroup(
  tx: Tx,
  key: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<Person>> {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) throw unknownPlace()
  const { id } = await findGroup(tx, key)
  const found = await tx.sql.query(groupsSql.people, [id, Number(after ?? 0), limit + 1])
  const page = found.slice(0, limit).map((row) => row.member_id)
  return { rows: await loadPeople(tx, page), next: found.length > limit ? String(page.at(-1)) : null }
}
