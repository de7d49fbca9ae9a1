import { z } from 'zod'
import { render } from '../../../core/template.ts'
import type { OutboundMessage } from '../../outbox.ts'
import type { DeliveryOutcome } from '../../outcome.ts'
import { EmailAccount } from './account.ts'
import { type Email, openSmtp, sendEmail } from './smtp.ts'

/** What an e-mail takes from the settings of the node that sends it. */
const Content = z.object({ subject: z.string(), text: z.string(), html: z.string().optional() })

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const asHtml = (value: string) => value.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)
const onOneLine = (value: string) => value.replace(/\s+/g, ' ')
const asItIs = (value: string) => value

/** Sends planned messages by one e-mail account. Throws a ZodError on settings that are not an account's. */
export function openEmailSender(settings: unknown, password?: string) {
  const account = EmailAccount.parse(settings)
  const transport = openSmtp(account, password)
  return {
    send: (message: OutboundMessage): Promise<DeliveryOutcome> => sendEmail(transport, emailOf(account, message)),
    close: transport.close,
  }
}

function emailOf(account: EmailAccount, { key, address, purpose, content, variables }: OutboundMessage): Email {
  const { subject, text, html } = Content.parse(content)
  return {
    key,
    from: account.from,
    to: address ?? '',
    subject: render(subject, variables, onOneLine),
    text: render(text, variables, asItIs),
    ...(html === undefined ? {} : { html: render(html, variables, asHtml) }),
    ...(purpose === 'marketing' ? { unsubscribe: unsubscribeOf(account.unsubscribe, key) } : {}),
  }
}

function unsubscribeOf(address: string, key: string): string {
  const url = new URL(address)
  url.searchParams.set(url.protocol === 'mailto:' ? 'subject' : 'message', key)
  return url.href
}
