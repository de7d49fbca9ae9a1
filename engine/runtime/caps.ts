import type { JourneyId } from '../core/ids.ts'
import { type Cap, type CapsOf, capsOf, countsAfter, reachedCap } from '../core/sending/caps.ts'
import type { Sends } from '../core/sending/gate.ts'
import type { Performing } from '../core/walk/walk.ts'
import { loadSendingRules, recentMessages } from '../reach/face.ts'
import type { Tx } from '../store/store.ts'

const before = ({ at, traveller: a }: Performing, { at: later, traveller: b }: Performing) =>
  at - later || a.enrolment - b.enrolment || a.visit - b.visit

/**
 * Those of the visits that may not send, with the cap that stops each. What a member was sent is counted under its lock, in
 * the transaction that plans the message: however many advance at once, no cap is gone over.
 */
export async function stoppedByCaps(
  tx: Tx,
  { caps: own, journey, sends }: { caps: CapsOf; journey: JourneyId; sends: Sends | undefined },
  performing: readonly Performing[],
): Promise<Map<Performing, Cap>> {
  const stopped = new Map<Performing, Cap>()
  if (!sends || sends.purpose === 'transactional' || own.kind === 'off') return stopped
  const caps = capsOf(own, own.kind === 'own' ? [] : (await loadSendingRules(tx)).caps)
  if (caps.length === 0) return stopped
  // At step 0 a node sends; later it asks what became of that.
  const sending = performing.filter(({ traveller }) => traveller.step === 0).sort(before)
  const first = sending[0]
  if (!first) return stopped
  const members = [...new Set(sending.map(({ traveller }) => traveller.member))]
  const known = await recentMessages(tx, members, countsAfter(first.at, 'week'))
  for (const one of sending) {
    const { member } = one.traveller
    const sent = known.get(member) ?? []
    const next = { journey, channel: sends.channel, at: one.at }
    const cap = reachedCap(caps, sent, next)
    if (cap) stopped.set(one, cap)
    else known.set(member, [...sent, next])
  }
  return stopped
}
