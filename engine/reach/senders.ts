import type { TenantId } from '../core/ids.ts'
import type { Carrier } from '../core/journey/facts.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { Tx } from '../store/store.ts'
import { openEmailSender } from './channels/email/sender.ts'
import { networksIn } from './channels/service/address.ts'
import { openServiceSender, type ServiceWorld } from './channels/service/sender.ts'
import { openSecrets } from './connections.ts'
import type { OutboundMessage } from './outbox.ts'
import type { DeliveryOutcome } from './outcome.ts'
import { type SecretBox, secretBox } from './secret-box.ts'
import { makeTestCall, type TestCall, type Tested } from './test-call.ts'

/** Sends one message; an adapter gives up by itself within 45 s. */
export type SendMessage = (message: OutboundMessage) => Promise<DeliveryOutcome>

/** An account's open connections. */
export interface Sender {
  readonly send: SendMessage
  close(): void
}

/** Channels that others carry, with what opens an account's sender. Throws where its settings are wrong. */
const OPENERS: Partial<Record<Carrier, (account: OpenedAccount, world: World) => Sender>> = {
  email: ({ channel, key, settings }, { env }) => openEmailSender(settings, env[passwordVariable(channel, key)]),
  service: (account, world) => openServiceSender(account.settings, serviceWorld(account, world)),
}

/** What surrounds the calls of a service. Throws where its secrets do not open, or the networks are written wrong. */
const serviceWorld = (
  { id, tenant, settings }: Pick<OpenedAccount, 'id' | 'tenant' | 'settings'>,
  { env, box }: World,
): ServiceWorld => ({
  secrets: openSecrets(box, settings, { tenant, account: id }),
  allowed: networksIn(env.WAYMARK_PRIVATE_NETWORKS ?? ''),
  now: Date.now,
})

interface OpenedAccount {
  readonly tenant: TenantId
  readonly id: number
  readonly channel: string
  readonly key: string
  readonly settings: unknown
}

interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly box: SecretBox
}

/** The senders of a process, each opened once and kept. */
export interface Senders {
  /** What seals the secrets of accounts. */
  readonly box: SecretBox
  of(tx: Tx, account: number): Promise<SendMessage>
  /** Calls a service for somebody who tests it. */
  test(call: TestCall): Promise<Tested>
  close(): void
}

/** Where an account's password is looked for: no table holds one. */
export const passwordVariable = (channel: string, key: string): string =>
  `WAYMARK_${channel}_${key}_PASSWORD`.toUpperCase().replace(/[^A-Z0-9_]/g, '_')

/** Reads passwords, the secret that seals, and the private networks that services may be in, from `env`. An account whose settings are wrong has its messages tried again, for somebody can mend it. */
export function openSenders(env: World['env'] = process.env): Senders {
  const box = secretBox(() => env.WAYMARK_SECRET)
  const open = new Map<number, { settings: string; sender: Sender }>()
  return {
    box,
    async of(tx, account) {
      const [row] = await tx.sql.query(messagesSql.sender, [account])
      const opener = row && OPENERS[row.channel]
      if (!row || !opener) return async () => ({ class: 'rejected_permanent', reason: 'no-such-account' })
      const settings = JSON.stringify(row.settings)
      const there = open.get(account)
      if (there?.settings === settings) return there.sender.send
      try {
        const sender = opener({ ...row, id: account, tenant: tx.tenant }, { env, box })
        there?.sender.close()
        open.set(account, { settings, sender })
        return sender.send
      } catch {
        return async () => ({ class: 'rejected_retryable', reason: 'account-invalid' })
      }
    },
    test: (call) => makeTestCall(call, () => serviceWorld({ ...call, id: call.account }, { env, box })),
    close() {
      for (const { sender } of open.values()) sender.close()
      open.clear()
    },
  }
}
