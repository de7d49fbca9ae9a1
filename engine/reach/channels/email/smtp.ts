import type { Readable } from 'node:stream'
import { createTransport, type NodemailerError, type SMTPPoolOptions } from 'nodemailer'
import { isEmailAddress } from '../../address.ts'
import type { DeliveryOutcome } from '../../outcome.ts'
import type { EmailAccount } from './account.ts'

/** One mail to one recipient. `key` is the effect's key: the Message-ID is made of it, the same on every attempt. */
export interface Email {
  readonly key: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** An https or mailto address that unsubscribes this recipient. */
  readonly unsubscribe?: string
}

/** Connections to one SMTP server. */
export type SmtpTransport = ReturnType<typeof openSmtp>

const CONNECTIONS = 8
/** One sending ends after this, whatever the server does: well below the grace after which it would count as lost. */
const LONGEST_MS = 45_000
const THROTTLED_MS = 60_000

/** Opens no connection yet: they come with the first mail. `LOGIN` needs the password, which no table holds. */
export function openSmtp({ host, port, security, user }: EmailAccount, password = '') {
  const options: SMTPPoolOptions & { pool: true } = {
    pool: true,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user ? { auth: { user, pass: password } } : {}),
    maxConnections: CONNECTIONS,
    // A connection that closes has its mail judged below, never silently sent again over another one.
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const mailer = createTransport(options)
  /** The bodies of mails under way, by Message-ID: one that was never read cannot have reached the server. */
  const bodies = new Map<string, Readable>()
  mailer.use('stream', ({ message }, done) => {
    const open = message.createReadStream.bind(message)
    message.createReadStream = (given) => {
      const body = open(given)
      bodies.set(message.messageId(), body)
      return body
    }
    done()
  })
  return { mailer, bodies, close: () => mailer.close() }
}

/** Sends one mail, and says in one of the outcome classes what became of it. Never throws for what a server does. */
export async function sendEmail({ mailer, bodies }: SmtpTransport, email: Email): Promise<DeliveryOutcome> {
  const { key, from, to, subject, text, html, unsubscribe } = email
  if (!isEmailAddress(to)) return { class: 'rejected_permanent', reason: 'bad-address' }
  const messageId = `<${key}@waymark>`
  try {
    const { response } = await mailer.sendMail({
      messageId,
      from,
      // Never a string: nodemailer would read one as a list.
      to: { name: '', address: to },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      ...(unsubscribe === undefined ? {} : unsubscribeHeaders(unsubscribe)),
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    return { class: 'accepted', providerId: response.slice(0, 200) }
  } catch (error) {
    return outcomeOf(error as NodemailerError, bodies.get(messageId)?.readableDidRead ?? false) // all that sendMail throws
  } finally {
    bodies.delete(messageId)
  }
}

/** RFC 2369, and RFC 8058 (one click) where the address is a page. */
const unsubscribeHeaders = (address: string) => ({
  list: { unsubscribe: { url: address } },
  ...(address.startsWith('https:') ? { headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } } : {}),
})

/** `begun`: some of the mail itself went to the server. */
function outcomeOf(error: NodemailerError, begun: boolean): DeliveryOutcome {
  const { code, responseCode, permanent } = error
  const reason = responseCode ? `smtp-${responseCode}` : `smtp-${(code ?? 'error').toLowerCase()}`
  const aboutThisMail = begun || code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode === 421) return { class: 'throttled', afterMs: THROTTLED_MS }
  if (responseCode) {
    // A refused login or greeting is the account's fault: it must not fail everybody's mail for good.
    return { class: permanent && aboutThisMail ? 'rejected_permanent' : 'rejected_retryable', reason }
  }
  if (begun) return { class: 'unknown', reason }
  return { class: aboutThisMail ? 'rejected_permanent' : 'rejected_retryable', reason }
}
