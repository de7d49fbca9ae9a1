import type { MemberId } from '../core/ids.ts'
import { MESSAGE_STATES } from '../core/lifecycles/message.ts'
import type { DeliveryOutcome, OutboundMessage, SendMessage } from '../reach/face.ts'
import { deliverBatch } from '../runtime/deliver.ts'
import { testWorkspace } from './workspace.ts'

const OUTCOMES = ['sent', 'blocked', 'failed']
/** An e-mail to everybody who joins, with an end for each way it may go. */
export const mailJourney = (settings: object = {}) => ({
  schema: 1,
  key: 'mail',
  name: 'mail',
  settings,
  nodes: [
    { id: 'start', type: 'trigger-event', settings: { events: [{ event: 'joined' }] } },
    { id: 'mail', type: 'send-email', settings: { account: 'main', subject: 'Hi {{member.name | "you"}}', text: 'x' } },
    ...OUTCOMES.map((id) => ({ id, type: 'end', settings: {} })),
  ].map((node) => ({ version: 1, name: node.id, ...node })),
  edges: [
    { from: 'start', outcome: 'next', to: 'mail' },
    ...OUTCOMES.map((outcome) => ({ from: 'mail', outcome, to: outcome })),
  ],
})

export const accepted: DeliveryOutcome = { class: 'accepted', providerId: '250 ok' }

/** A workspace with one e-mail account, whose provider keeps a log and answers as told. */
export async function mailWorkspace(definitions: Parameters<typeof testWorkspace>[0]) {
  const w = await testWorkspace(definitions)
  const [row] = await w.query<{ id: number }>(
    "INSERT INTO account (tenant_id, key, channel) VALUES ($1, 'main', 'email') RETURNING id",
    [w.tenant],
  )
  const account = row?.id ?? 0
  const log: OutboundMessage[] = []
  const provider: SendMessage = async (message) => {
    log.push(message)
    return mail.answer(message)
  }
  const mail = Object.assign(w, {
    account,
    log,
    answer: (_: OutboundMessage): DeliveryOutcome => accepted,
    deliver: (send: SendMessage = provider) => deliverBatch(w.engine, { tenant: w.tenant, account }, send),
    /** A delivery that never comes back from sending: the process died there, before or after the provider took it. */
    crash: ({ takes = false }: { takes?: boolean } = {}) =>
      new Promise<void>((claimed) => {
        void mail.deliver((message) => {
          if (takes) log.push(message)
          claimed()
          return new Promise(() => {})
        })
      }),
    /** What a lane does until it may sleep, and what the woken members do then. */
    async deliverAll(): Promise<number | null> {
      let answered = await mail.deliver()
      while (answered.sleepMs === 0) answered = await mail.deliver()
      await w.drain()
      return answered.sleepMs
    },
    /** Makes members with an address and consent. */
    async reachables(attributes: Parameters<typeof w.members>[0]): Promise<MemberId[]> {
      const members = await w.members(attributes)
      await w.query(
        "INSERT INTO identity SELECT $1, 'email', 'm' || m || '@example.com', m FROM unnest($2::bigint[]) m",
        [w.tenant, members],
      )
      for (const member of members) await mail.consent(member, true)
      return members
    },
    async reachable(attributes: Record<string, string> = {}): Promise<MemberId> {
      const [member] = await mail.reachables([attributes])
      if (!member) throw new Error('no member was made')
      return member
    },
    consent: (member: MemberId, granted: boolean) =>
      w.query(
        `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
         VALUES ($1, $2, 'email', 'marketing', $3, 'test', now())
         ON CONFLICT (tenant_id, member_id, channel, purpose) DO UPDATE SET granted = $3`,
        [w.tenant, member, granted],
      ),
    async join(...members: MemberId[]): Promise<void> {
      for (const member of members) await w.post(member, 'joined')
      await w.drain()
    },
    async messages(): Promise<string[]> {
      const rows = await w.query<{ state: number; reason: string | null; attempts: number }>(
        'SELECT state, reason, attempts FROM message ORDER BY enrolment_id',
      )
      return rows.map((r) => `${MESSAGE_STATES[r.state]} ${r.reason ?? '-'} ${r.attempts}`)
    },
    lanePokes: () => w.query('SELECT owner, part FROM poke WHERE kind = 1'),
  })
  return mail
}

export type MailWorkspace = Awaited<ReturnType<typeof mailWorkspace>>
