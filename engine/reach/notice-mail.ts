import { MESSAGE_STATES, type MessageState } from '../core/lifecycles/message.ts'
import { noticeWords } from '../core/notices.locale.ts'
import type { NoticeContent } from '../core/notices.ts'
import { codeOf, nameOf } from '../store/codes.ts'
import { numbers, texts } from '../store/literal.ts'
import { noticesSql } from '../store/sql/notices.ts'
import type { Row, Store, Tx } from '../store/store.ts'
import type { OutboundMessage } from './outbox.ts'

/** A mail of a notice to one of its readers, locked. */
export interface NoticeMail extends Omit<Row<'notices.due'>, 'state'> {
  readonly state: MessageState
}

/** Where a mail goes; as `MessageMove` has it. */
export interface NoticeMailMove {
  readonly mail: Pick<NoticeMail, 'notice_id' | 'person_id'>
  readonly state: MessageState
  readonly reason?: string
  readonly dueAt: number
  readonly attempts: number
}

/** Takes mails that are due in the lane of an account, at most `most`. */
export async function takeNoticeMails(tx: Tx, account: number, most: number): Promise<NoticeMail[]> {
  const rows = await tx.sql.query(noticesSql.due, [account, most])
  return rows.map((row) => ({ ...row, state: nameOf(MESSAGE_STATES, row.state) }))
}

/** Moves those mails that are in one of the states. */
export function moveNoticeMails(tx: Tx, from: readonly MessageState[], moves: readonly NoticeMailMove[]): void {
  if (moves.length === 0) return
  tx.sql.write(noticesSql.move, [
    numbers(from.map((state) => codeOf(MESSAGE_STATES, state))),
    numbers(moves.map((m) => m.mail.notice_id)),
    texts(moves.map((m) => m.mail.person_id)),
    numbers(moves.map((m) => codeOf(MESSAGE_STATES, m.state))),
    texts(moves.map((m) => m.reason ?? null)),
    numbers(moves.map((m) => m.dueAt)),
    numbers(moves.map((m) => m.attempts)),
  ])
}

/** The mails as the account's sender takes them, by whom they go to; none for who works there no more. */
export async function outboundNotices(
  store: Store,
  tenant: Tx['tenant'],
  mails: readonly NoticeMail[],
): Promise<(OutboundMessage | undefined)[]> {
  const rows = await store.acrossTenants((sql) =>
    sql.query(noticesSql.addresses, [tenant, texts(mails.map((m) => m.person_id))]),
  )
  const addresses = new Map(rows.map(({ id, email }) => [id, email]))
  return mails.map((mail) => {
    const address = addresses.get(mail.person_id)
    return address === undefined ? undefined : letterOf(mail, address)
  })
}

/** Nobody knows which language its reader speaks: it is written in both. */
function letterOf(mail: NoticeMail, address: string): OutboundMessage {
  const { notice_id, person_id, code, params, times, journey_name: journey, node_name: node } = mail
  const content = { code, params } as NoticeContent // written by `tellTeam` alone
  const [zh, en] = (['zh-CN', 'en'] as const).map((language) =>
    noticeWords({ ...content, times, journey, node }, language),
  )
  const titles = [...new Set([zh?.title, en?.title])]
  return {
    ...{ key: `notice.${notice_id}.${person_id}`, channel: 'email', purpose: 'transactional', address },
    // What was filled in once is not filled in again, whatever a member's name looks like.
    content: { subject: '{{title}}', text: '{{text}}' },
    variables: {
      title: (titles[0] ?? '').slice(0, 200),
      text: [titles.join('\n'), zh?.detail, en?.detail].join('\n\n'),
    },
  }
}

/** Milliseconds until the lane has mails to look at: 0 = now, null = none. */
export async function nextNoticeMail(tx: Tx, account: number): Promise<number | null> {
  const [next] = await tx.sql.query(noticesSql.next, [account])
  return next ? Math.max(0, Math.ceil(next.left)) : null
}
