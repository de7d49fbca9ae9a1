import type { Channel } from '../core/journey/facts.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Tx } from '../store/store.ts'
import { openEmailSender } from './channels/email/sender.ts'
import type { OutboundMessage } from './outbox.ts'
import type { DeliveryOutcome } from './outcome.ts'

/** Sends one message; an adapter gives up by itself within 45 s. */
export type SendMessage = (message: OutboundMessage) => Promise<DeliveryOutcome>

/** An account's open connections. */
export interface Sender {
  readonly send: SendMessage
  close(): void
}

/** Channels that others carry, with what opens an account's sender. Throws where its settings are wrong. */
const OPENERS: Partial<Record<Channel, (settings: unknown, password: string | undefined) => Sender>> = {
  email: openEmailSender,
}

/** The senders of a process, each opened once and kept. */
export interface Senders {
  of(tx: Tx, account: number): Promise<SendMessage>
  close(): void
}

/** Where an account's password is looked for: no table holds one. */
export const passwordVariable = (channel: string, key: string): string =>
  `WAYMARK_${channel}_${key}_PASSWORD`.toUpperCase().replace(/[^A-Z0-9_]/g, '_')

/** Reads passwords from `env`. An account whose settings are wrong has its messages tried again, for somebody can mend it. */
export function openSenders(env: Readonly<Record<string, string | undefined>> = process.env): Senders {
  const open = new Map<number, { settings: string; sender: Sender }>()
  return {
    async of(tx, account) {
      const [row] = await tx.sql.query(messagesSql.sender, [account])
      const opener = row && OPENERS[row.channel]
      if (!row || !opener) return async () => ({ class: 'rejected_permanent', reason: 'no-such-account' })
      const settings = JSON.stringify(row.settings)
      const there = open.get(account)
      if (there?.settings === settings) return there.sender.send
      try {
        const sender = opener(row.settings, env[passwordVariable(row.channel, row.key)])
        there?.sender.close()
        open.set(account, { settings, sender })
        return sender.send
      } catch {
        return async () => ({ class: 'rejected_retryable', reason: 'account-invalid' })
      }
    },
    close() {
      for (const { sender } of open.values()) sender.close()
      open.clear()
    },
  }
}
