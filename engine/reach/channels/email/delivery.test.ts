import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../../../nodes/definitions.ts'
import { effects } from '../../../../nodes/effects.ts'
import { deliverBatch } from '../../../runtime/deliver.ts'
import { type MailCatcher, startMailCatcher } from '../../../testing/mail-catcher.ts'
import { type TestWorkspace, testWorkspace } from '../../../testing/workspace.ts'
import type { SendMessage } from '../../senders.ts'
import { EmailAccount } from './account.ts'
import { openEmailSender } from './sender.ts'

const MEMBERS = 40
const MINUTE = 60_000

const journey = {
  schema: 1,
  key: 'mail',
  name: 'mail',
  nodes: [
    { id: 'start', type: 'trigger-event', settings: { events: [{ event: 'joined' }] } },
    { id: 'mail', type: 'send-email', settings: { account: 'main', subject: 'Hi {{member.name}}', text: '欢迎' } },
    { id: 'end', type: 'end', settings: {} },
  ].map((node) => ({ version: 1, name: node.id, ...node })),
  edges: [
    { from: 'start', outcome: 'next', to: 'mail' },
    { from: 'mail', outcome: 'sent', to: 'end' },
  ],
}

describe('e-mail by a real server', () => {
  let w: TestWorkspace
  let catcher: MailCatcher
  let sender: ReturnType<typeof openEmailSender>
  beforeAll(async () => {
    w = await testWorkspace({ registry, effects })
    catcher = await startMailCatcher()
  })
  afterAll(async () => {
    sender.close()
    await catcher.stop()
    await w.close()
  })

  it('holds no Message-ID twice and loses nobody, where processes die in the middle of sending', async () => {
    const settings = EmailAccount.parse({
      ...{ host: catcher.host, port: catcher.port, security: 'none', unsubscribe: 'https://example.com/u' },
      from: { name: '小店', address: 'shop@example.com' },
    })
    sender = openEmailSender(settings)
    const [account] = await w.query<{ id: number }>(
      "INSERT INTO account (tenant_id, key, channel, settings) VALUES ($1, 'main', 'email', $2) RETURNING id",
      [w.tenant, settings],
    )
    await w.publish(journey)
    const members = await w.members(Array.from({ length: MEMBERS }, (_, i) => ({ name: `会员 ${i}` })))
    await w.query("INSERT INTO identity SELECT $1, 'email', 'm' || id || '@example.com', id FROM member", [w.tenant])
    await w.query(
      `INSERT INTO consent (tenant_id, member_id, channel, purpose, granted, source, at)
       SELECT $1, id, 'email', 'marketing', true, 'test', now() FROM member`,
      [w.tenant],
    )
    for (const member of members) await w.post(member, 'joined')
    await w.drain()

    const { send } = sender
    const deliver = (by: SendMessage) => deliverBatch(w.engine, { tenant: w.tenant, account: account?.id ?? 0 }, by)
    // The provider took eight mails, and the process died before it could say so: nothing was recorded.
    await new Promise<void>((died) => {
      let gone = 0
      void deliver(async (message) => {
        await send(message)
        if (++gone === 8) died()
        return new Promise(() => {})
      })
    })
    expect(catcher.messages).toHaveLength(8)
    for (let i = 0; i < 2; i++) {
      while ((await deliver(send)).sleepMs === 0);
      await w.drain()
      await w.windOnly(w.now + MINUTE)
    }
    await w.drain()
    const ids = catcher.messages.map((m) => m.messageId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await w.states()).toEqual({ completed: MEMBERS })
    const [counts] = await w.query(
      `SELECT count(*) FILTER (WHERE state = 3)::int AS accepted, count(*) FILTER (WHERE state = 9)::int AS unknown FROM message`,
    )
    // The batch of sixteen was marked `sending`: what had not begun is unknown as well, and so is never doubled.
    expect(counts).toEqual({ accepted: MEMBERS - 16, unknown: 16 })
    expect(ids.every((id) => /^\d+\.2\.0@waymark$/.test(id))).toBe(true)
    expect(catcher.messages[0]?.subject).toMatch(/^Hi 会员 \d+$/)
  })
})
