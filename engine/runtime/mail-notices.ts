import type { LaneRef } from '../core/ids.ts'
import { moveNoticeMails, nextNoticeMail, outboundNotices, type SendMessage, takeNoticeMails } from '../reach/face.ts'
import { clockOf } from '../store/moment.ts'
import type { Engine } from './engine.ts'
import { afterSending, beginSending, loseSending, sendOne } from './sending.ts'

/** As many as a crash may leave unknown. */
const BATCH = 8

/**
 * Mails the notices that are due in an account's lane, as messages go: marked `sending` in one transaction, sent outside any,
 * recorded in another. They are few, for a notice is mailed once, so the account's pace is left to messages. Answers how long to
 * sleep: 0 = more is due, null = nothing is planned.
 */
export async function mailNotices(
  { store }: Engine,
  { tenant, account }: Pick<LaneRef, 'tenant' | 'account'>,
  send: SendMessage,
): Promise<number | null> {
  const { going, next } = await store.inTenant(tenant, async (tx) => {
    const taken = await takeNoticeMails(tx, account, BATCH)
    if (taken.length === 0) return { going: [], next: await nextNoticeMail(tx, account) }
    const at = await clockOf(tx)
    const lost = taken.filter(({ state }) => state === 'sending')
    const ready = taken.filter(({ state }) => state !== 'sending')
    const moves = [
      ...lost.map((mail) => ({ mail, ...loseSending('interrupted', mail.attempts, at) })),
      ...ready.map((mail) => ({ mail, ...beginSending(mail.state, mail.attempts, at) })),
    ]
    moveNoticeMails(tx, ['planned', 'claimed', 'sending'], moves)
    return { going: ready, next: ready.length > 0 ? 0 : await nextNoticeMail(tx, account) }
  })
  if (going.length === 0) return next
  const letters = await outboundNotices(store, tenant, going)
  const outcomes = await Promise.all(
    letters.map((letter) =>
      letter ? sendOne(letter, send) : ({ class: 'rejected_permanent', reason: 'left' } as const),
    ),
  )
  return store.inTenant(tenant, async (tx) => {
    const at = await clockOf(tx)
    const moves = going.map((mail, i) => ({ mail, ...afterSending(outcomes[i], mail.attempts + 1, at) }))
    // What counted as lost meanwhile stays lost.
    moveNoticeMails(tx, ['sending'], moves)
    return nextNoticeMail(tx, account)
  })
}
