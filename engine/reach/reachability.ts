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

/** Whether somebody may be written to, as what was granted of a channel and purpose says (null: nothing); else why not. */
export function isAllowed(
  channel: Channel,
  purpose: Purpose,
  granted: boolean | null,
): true | 'opted-out' | 'no-consent' {
  if (granted === false) return 'opted-out'
  return NEEDS[channel].optIn && purpose === 'marketing' && granted !== true ? 'no-consent' : true
}

/** Whether each member may and can be reached by a channel for a purpose. Marketing needs consent where the channel asks it. */
export async function loadReachability(
  tx: Tx,
  members: readonly MemberId[],
  channel: Channel,
  purpose: Purpose,
): Promise<Reachability[]> {
  const { needsAddress } = NEEDS[channel]
  const rows = await tx.sql.query(membersSql.consent, [numbers(members), channel, purpose, needsAddress])
  const by = new Map(rows.map((row) => [row.id, row]))
  return members.map((member): Reachability => {
    const row = by.get(member)
    if (!row || row.status === codeOf(MEMBER_STATUS, 'closed')) return { reachable: false, reason: 'member-closed' }
    const allowed = isAllowed(channel, purpose, row.granted)
    if (allowed !== true) return { reachable: false, reason: allowed }
    if (!needsAddress) return { reachable: true }
    if (row.address === null) return { reachable: false, reason: 'no-address' }
    return isEmailAddress(row.address)
      ? { reachable: true, address: row.address }
      : { reachable: false, reason: 'bad-address' }
  })
}
