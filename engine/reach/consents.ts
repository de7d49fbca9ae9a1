import type { MemberId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import { UNSUBSCRIBED } from '../core/journey/exits.ts'
import { CHANNELS, type Channel, type Purpose } from '../core/journey/facts.ts'
import { numbers, texts } from '../store/literal.ts'
import { consentsSql } from '../store/sql/consents.ts'
import { peopleSql } from '../store/sql/people.ts'
import type { Tx } from '../store/store.ts'
import { isAllowed } from './reachability.ts'

/** What a member agreed to, or took back. `at` is epoch milliseconds. */
export interface Consent {
  readonly channel: string
  readonly purpose: string
  readonly granted: boolean
  readonly source: string
  readonly at: number
}

export interface ConsentChange {
  readonly channel: Channel
  readonly purpose: Purpose
  readonly granted: boolean
}

export const loadConsents = (tx: Tx, member: MemberId): Promise<Consent[]> => tx.sql.query(peopleSql.consents, [member])

/**
 * Keeps what members agreed to or took back, the last of each channel and purpose. Answers an event of each who thereby has
 * unsubscribed from all channels. The members must be locked.
 */
export async function setConsents(
  tx: Tx,
  changes: readonly (ConsentChange & { member: MemberId })[],
  at: number,
): Promise<RaisedEvent[]> {
  if (changes.length === 0) return []
  const last = [...new Map(changes.map((c) => [`${c.member}/${c.channel}/${c.purpose}`, c])).values()]
  const members = [...new Set(last.map((c) => c.member))].sort((a, b) => a - b)
  const before = await unsubscribed(tx, members)
  tx.sql.write(consentsSql.set, [
    tx.tenant,
    numbers(last.map((c) => c.member)),
    texts(last.map((c) => c.channel)),
    texts(last.map((c) => c.purpose)),
    `{${last.map((c) => c.granted).join(',')}}`,
    at,
  ])
  const after = await unsubscribed(tx, members)
  const gone = members.filter((member) => after.has(member) && !before.has(member))
  return gone.map((member) => ({ member, name: UNSUBSCRIBED, at, properties: {} }))
}

/** Who took marketing back from some channel, and lets none of the others bring it. */
async function unsubscribed(tx: Tx, members: readonly MemberId[]): Promise<Set<MemberId>> {
  const rows = await tx.sql.query(consentsSql.marketing, [numbers(members)])
  const by = new Map<MemberId, Map<string, boolean>>()
  for (const { member_id, channel, granted } of rows) {
    const mine = by.get(member_id) ?? new Map<string, boolean>()
    by.set(member_id, mine.set(channel, granted))
  }
  const isOut = (granted: Map<string, boolean> | undefined) =>
    granted !== undefined &&
    [...granted.values()].includes(false) &&
    CHANNELS.every((channel) => isAllowed(channel, 'marketing', granted.get(channel) ?? null) !== true)
  return new Set(members.filter((member) => isOut(by.get(member))))
}
