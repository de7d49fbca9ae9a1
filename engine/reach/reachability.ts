import type { MemberId } from '../core/ids.ts'
import type { Channel, Purpose, Reachability } from '../core/journey/facts.ts'
import { codeOf, MEMBER_STATUS } from '../store/codes.ts'
import { numbers } from '../store/literal.ts'
import { membersSql } from '../store/sql/members.ts'
import type { Tx } from '../store/store.ts'
import { isEmailAddress } from './address.ts'

/** What a channel needs before it may carry a message. */
const NEEDS: Record<Channel, { needsAddress: boolean; optIn: boolean }> = {
  inbox: { needsAddress: false, optIn: false },
  email: { needsAddress: true, optIn: true },
}

/** Whether each member may and can be reached by a channel for a purpose. Marketing needs consent where the channel asks it. */
export async function loadReachability(
  tx: Tx,
  members: readonly MemberId[],
  channel: Channel,
  purpose: Purpose,
): Promise<Reachability[]> {
  const { needsAddress, optIn } = NEEDS[channel]
  const rows = await tx.sql.query(membersSql.consent, [numbers(members), channel, purpose, needsAddress])
  const by = new Map(rows.map((row) => [row.id, row]))
  return members.map((member): Reachability => {
    const row = by.get(member)
    if (!row || row.status === codeOf(MEMBER_STATUS, 'closed')) return { reachable: false, reason: 'member-closed' }
    if (row.granted === false) return { reachable: false, reason: 'opted-out' }
    if (optIn && purpose === 'marketing' && row.granted !== true) return { reachable: false, reason: 'no-consent' }
    if (!needsAddress) return { reachable: true }
    if (row.address === null) return { reachable: false, reason: 'no-address' }
    return isEmailAddress(row.address)
      ? { reachable: true, address: row.address }
      : { reachable: false, reason: 'bad-address' }
  })
}
