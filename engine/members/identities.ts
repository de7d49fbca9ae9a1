import type { MemberId } from '../core/ids.ts'
import type { Changes } from '../core/journey/own-events.ts'
import type { JsonObject } from '../core/json.ts'
import { codeOf, MEMBER_STATUS } from '../store/codes.ts'
import { jsons, numbers, texts } from '../store/literal.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { identitiesSql } from '../store/sql/identities.ts'
import type { Tx } from '../store/store.ts'

/** One name somebody is known by: a user id, a device's anonymous id, an address. */
export interface Identity {
  readonly namespace: string
  readonly value: string
}

/** The namespace of the ids that the outside gives to people: a member has one. */
const USER = 'user'

/** Attributes that are also addresses: a member is found and written to by them. */
const ADDRESSES = ['email', 'phone']

const keyOf = ({ namespace, value }: Identity) => JSON.stringify([namespace, value])

/**
 * The member of each person, in their order. The first identity that is known decides; somebody unknown becomes a visitor,
 * created at `at` (epoch milliseconds); identities still missing are linked to the member found. An anonymous id whose
 * member has another user id does not decide: two people share that device. Call it before members are locked.
 */
export async function resolveMembers(
  tx: Tx,
  people: readonly (readonly Identity[])[],
  at: number,
): Promise<MemberId[]> {
  if (people.some((person) => person.length === 0)) throw new RangeError('a person without an identity')
  for (;;) {
    const { places, strangers, links } = decide(people, await loadKnown(tx, people))
    if (links.length === 0) return places.map((place) => placeOf(place, []))
    await tx.sql.query('SAVEPOINT resolving')
    const made = await makeVisitors(tx, strangers, at)
    const linked = await tx.sql.query(identitiesSql.link, [
      tx.tenant,
      texts(links.map((l) => l.namespace)),
      texts(links.map((l) => l.value)),
      numbers(links.map((l) => placeOf(l.place, made))),
    ])
    const alone = linked.length === links.length
    // Somebody linked one of them meanwhile: leave no trace of this attempt, and look again.
    await tx.sql.query(alone ? 'RELEASE SAVEPOINT resolving' : 'ROLLBACK TO SAVEPOINT resolving')
    if (alone) return places.map((place) => placeOf(place, made))
  }
}

/** A member that is there, or the nth to be made. */
type Place = { readonly member: MemberId } | { readonly stranger: number }

interface Known {
  readonly place: Place
  /** Shared by all identities of one place, so that it is learnt once. */
  readonly owner: { userId: string | undefined }
}

function placeOf(place: Place, made: readonly MemberId[]): MemberId {
  const member = 'member' in place ? place.member : made[place.stranger]
  if (member === undefined) throw new Error('a member was not made')
  return member
}

async function loadKnown(tx: Tx, people: readonly (readonly Identity[])[]): Promise<Map<string, Known>> {
  const asked = [...new Map(people.flat().map((identity) => [keyOf(identity), identity])).values()]
  const rows = await tx.sql.query(identitiesSql.known, [
    texts(asked.map((i) => i.namespace)),
    texts(asked.map((i) => i.value)),
    USER,
  ])
  const owners = new Map(rows.map((row) => [row.member_id, { userId: row.user_id ?? undefined }]))
  return new Map(
    rows.map((row) => [
      keyOf(row),
      { place: { member: row.member_id }, owner: owners.get(row.member_id) ?? { userId: undefined } },
    ]),
  )
}

/** Takes people one after another, so that a batch means what its persons would mean one by one. */
function decide(people: readonly (readonly Identity[])[], known: Map<string, Known>) {
  let strangers = 0
  const links: (Identity & { place: Place })[] = []
  const places = people.map((person) => {
    const userId = person.find((i) => i.namespace === USER)?.value
    const fits = (found: Known | undefined): found is Known =>
      found !== undefined && (userId === undefined || found.owner.userId === undefined || found.owner.userId === userId)
    const found = person.map((identity) => known.get(keyOf(identity))).find(fits) ?? {
      place: { stranger: strangers++ },
      owner: { userId: undefined },
    }
    found.owner.userId ??= userId
    for (const identity of person) {
      if (known.has(keyOf(identity))) continue
      known.set(keyOf(identity), found)
      links.push({ ...identity, place: found.place })
    }
    return found.place
  })
  return { places, strangers, links }
}

async function makeVisitors(tx: Tx, count: number, at: number): Promise<MemberId[]> {
  if (count === 0) return []
  const status = codeOf(MEMBER_STATUS, 'visitor')
  const rows = await tx.sql.query(identitiesSql.makeMembers, [tx.tenant, status, at, count])
  return rows.map((row) => row.id)
}

interface Address {
  readonly member: MemberId
  readonly namespace: string
  readonly value: string | null
}

/** The addresses among a member's new attributes, for `setIdentities`. */
export function addressesIn(member: MemberId, attributes: JsonObject): Address[] {
  return ADDRESSES.flatMap((namespace) => {
    const value = attributes[namespace]
    return value === null || typeof value === 'string' ? [{ member, namespace, value }] : []
  })
}

/**
 * Gives members their one value of a namespace (an e-mail address, a phone number) in place of the one before; null takes
 * it away. A value that another member has stays with that one. Call it before members are locked.
 */
export async function setIdentities(tx: Tx, rows: readonly Address[]): Promise<void> {
  const last = [...new Map(rows.map((row) => [`${row.member}/${row.namespace}`, row])).values()]
  if (last.length === 0) return
  await tx.sql.query(identitiesSql.replace, [
    numbers(last.map((r) => r.member)),
    texts(last.map((r) => r.namespace)),
    texts(last.map((r) => r.value)),
  ])
  const given = last.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]))
  await tx.sql.query(identitiesSql.link, [
    tx.tenant,
    texts(given.map((r) => r.namespace)),
    texts(given.map((r) => r.value)),
    numbers(given.map((r) => r.member)),
  ])
}

/** Attributes of a member that are other than they were. */
export interface AttributesChanged {
  readonly member: MemberId
  readonly changes: Changes
}

/** Merges attributes into members, in the order of the rows; null removes one. Locks the members. Answers what changed. */
export async function setAttributes(
  tx: Tx,
  rows: readonly { member: MemberId; attributes: JsonObject }[],
): Promise<AttributesChanged[]> {
  if (rows.length === 0) return []
  const merged = new Map<MemberId, JsonObject>()
  for (const { member, attributes } of rows) merged.set(member, { ...merged.get(member), ...attributes })
  const members = [...merged.keys()].sort((a, b) => a - b)
  await tx.sql.query(advanceSql.lockMembers, [numbers(members)])
  const changed = await tx.sql.query(identitiesSql.setAttributes, [
    numbers(members),
    jsons(members.map((member) => merged.get(member))),
  ])
  return changed.map(({ id: member, was }) => {
    const then = merged.get(member) ?? {}
    const before = Object.entries(was as JsonObject) // an object, as the statement makes it
    return {
      member,
      changes: Object.fromEntries(before.map(([name, old]) => [name, { was: old, is: then[name] ?? null }])),
    }
  })
}
