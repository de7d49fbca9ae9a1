import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MailCatcher, startMailCatcher } from '../../../testing/mail-catcher.ts'
import type { OutboundMessage } from '../../outbox.ts'
import { EmailAccount } from './account.ts'
import { openEmailSender } from './sender.ts'
import { openSmtp, type SmtpTransport, sendEmail } from './smtp.ts'

const from = { name: '小店', address: 'shop@example.com' }
const accountAt = (port: number, more: object = {}) =>
  EmailAccount.parse({ host: '127.0.0.1', port, security: 'none', from, unsubscribe: 'https://example.com/u', ...more })
const mail = (key: string, more: object = {}) => ({
  key,
  from,
  to: 'ann@example.com',
  subject: '你好',
  text: 'x',
  ...more,
})

describe('sending by SMTP', () => {
  let catcher: MailCatcher
  let transport: SmtpTransport
  beforeAll(async () => {
    catcher = await startMailCatcher()
    transport = openSmtp(accountAt(catcher.port))
  })
  afterEach(() => catcher.fail(undefined))
  afterAll(async () => {
    transport.close()
    await catcher.stop()
  })
  const caught = (key: string) => catcher.messages.filter((m) => m.messageId === `${key}@waymark`)

  it('is accepted, under a Message-ID made from the key of the effect', async () => {
    const outcome = await sendEmail(transport, mail('7.3.0', { html: '<b>x</b>' }))
    expect(outcome).toMatchObject({ class: 'accepted', providerId: expect.stringMatching(/^250/) })
    expect(caught('7.3.0')).toMatchObject([
      { from: 'shop@example.com', to: ['ann@example.com'], subject: '你好', text: 'x', html: '<b>x</b>' },
    ])
  })

  it.each([
    ['recipient', 550, { class: 'rejected_permanent', reason: 'smtp-550' }],
    ['end', 554, { class: 'rejected_permanent', reason: 'smtp-554' }],
    ['recipient', 451, { class: 'rejected_retryable', reason: 'smtp-451' }],
    ['end', 452, { class: 'rejected_retryable', reason: 'smtp-452' }],
    ['recipient', 421, { class: 'throttled', afterMs: 60_000 }],
    ['end', 421, { class: 'throttled', afterMs: 60_000 }],
  ] as const)('takes a refusal at the %s with %i as it is meant', async (at, code, outcome) => {
    catcher.fail({ at, code })
    const fresh = openSmtp(accountAt(catcher.port)) // a 421 on a connection used before reads as its close
    expect(await sendEmail(fresh, mail(`${at}.${code}`))).toEqual(outcome)
    fresh.close()
    expect(caught(`${at}.${code}`)).toEqual([])
  })

  it('may be tried again where the connection is cut before the mail itself', async () => {
    catcher.fail({ at: 'before-data' })
    expect(await sendEmail(transport, mail('cut.before'))).toMatchObject({ class: 'rejected_retryable' })
    expect(caught('cut.before')).toEqual([])
  })

  it('is unknown where the connection is cut after it, and is not sent over another one', async () => {
    await sendEmail(transport, mail('warm')) // so that the pool has a connection to reuse
    catcher.fail({ at: 'after-data' })
    expect(await sendEmail(transport, mail('cut.after'))).toMatchObject({ class: 'unknown' })
    catcher.fail(undefined)
    await sendEmail(transport, mail('next'))
    expect(caught('cut.after')).toHaveLength(1)
  })

  it('may be tried again where nobody listens, and where the server refuses everybody', async () => {
    const closed = openSmtp(accountAt(1))
    expect(await sendEmail(closed, mail('1'))).toEqual({ class: 'rejected_retryable', reason: 'smtp-esocket' })
    closed.close()
    const unwilling = createServer((socket) => socket.end('554 go away\r\n'))
    await new Promise<void>((resolve) => unwilling.listen(0, '127.0.0.1', resolve))
    const address = unwilling.address()
    const refused = openSmtp(accountAt(typeof address === 'object' && address ? address.port : 0))
    expect(await sendEmail(refused, mail('1'))).toEqual({ class: 'rejected_retryable', reason: 'smtp-554' })
    refused.close()
    unwilling.close()
  })

  it('never sends in the clear when it should not', async () => {
    const strict = openSmtp(accountAt(catcher.port, { security: 'starttls' }))
    expect(await sendEmail(strict, mail('clear'))).toMatchObject({ class: 'rejected_retryable' })
    expect(caught('clear')).toEqual([])
    strict.close()
  })

  it.each(['b@x.com\r\nBcc: evil@x.com', 'a@x.com, evil@x.com', 'A <a@x.com>', 'nobody', ''])(
    'refuses the address %j, and nobody gets anything',
    async (to) => {
      expect(await sendEmail(transport, mail('bad', { to }))).toEqual({
        class: 'rejected_permanent',
        reason: 'bad-address',
      })
      expect(caught('bad')).toEqual([])
    },
  )

  it('sends many at once, each once', async () => {
    const keys = Array.from({ length: 200 }, (_, i) => `many.${i}`)
    const outcomes = await Promise.all(keys.map((key) => sendEmail(transport, mail(key))))
    expect(outcomes.filter((o) => o.class === 'accepted')).toHaveLength(200)
    expect(catcher.messages.filter((m) => m.messageId.startsWith('many.'))).toHaveLength(200)
  })

  describe('of a planned message', () => {
    const message = (more: Partial<OutboundMessage>): OutboundMessage => ({
      key: '1.2.0',
      channel: 'email',
      purpose: 'marketing',
      address: 'ann@example.com',
      content: {
        subject: '{{member.name}}!',
        text: '{{member.name}}',
        html: '<p>{{member.name}}</p>',
        account: 'main',
      },
      variables: { 'member.name': '<b>\r\nBcc: evil@x.com' },
      ...more,
    })

    const opened: { close(): void }[] = []
    afterAll(() => {
      for (const sender of opened) sender.close()
    })
    const senderOf = (account: EmailAccount) => {
      const sender = openEmailSender(account)
      opened.push(sender)
      return sender.send
    }

    it('puts variables in safely: the subject on one line, HTML escaped, text as it is', async () => {
      await senderOf(accountAt(catcher.port))(message({ key: 'safe.1.0' }))
      expect(caught('safe.1.0')).toMatchObject([
        { to: ['ann@example.com'], subject: '<b> Bcc: evil@x.com!', text: expect.stringContaining('<b>') },
      ])
      expect(caught('safe.1.0')[0]?.html).toContain('&lt;b&gt;')
      expect(caught('safe.1.0')[0]?.headers.has('bcc')).toBe(false)
    })

    it('says how to unsubscribe in marketing, by one click where it is a page, and in nothing else', async () => {
      const page = senderOf(accountAt(catcher.port))
      const address = accountAt(catcher.port, { unsubscribe: 'mailto:stop@example.com' })
      await page(message({ key: 'u.1.0' }))
      await senderOf(address)(message({ key: 'u.2.0' }))
      await page(message({ key: 'u.3.0', purpose: 'service' }))
      const headers = ['u.1.0', 'u.2.0', 'u.3.0'].map((key) => {
        const got = caught(key)[0]?.headers
        return [got?.get('list-unsubscribe'), got?.get('list-unsubscribe-post')]
      })
      expect(headers).toEqual([
        ['<https://example.com/u?message=u.1.0>', 'List-Unsubscribe=One-Click'],
        ['<mailto:stop@example.com?subject=u.2.0>', undefined],
        [undefined, undefined],
      ])
    })
  })
})
