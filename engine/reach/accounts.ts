import type { z } from 'zod'
import { UserError } from '../core/errors.ts'
import type { Channel } from '../core/journey/facts.ts'
import { messagesSql } from '../store/sql/messages.ts'
import type { DbTx, Tx } from '../store/store.ts'
import { EmailAccount } from './channels/email/account.ts'

/** What the settings of an account of each channel are; a channel of our own has no accounts. */
const SETTINGS: Partial<Record<Channel, z.ZodType>> = { email: EmailAccount }

/** Makes a sending account, or changes it. Throws a UserError where its settings are not what the channel wants. */
export async function saveAccount(
  tx: DbTx,
  { channel, key, settings }: { channel: string; key: string; settings: unknown },
): Promise<void> {
  const schema = SETTINGS[channel as Channel] // any other text finds nothing
  if (!schema)
    throw new UserError(
      'channel-unknown',
      `No accounts of channel “${channel}”: there are those of ${Object.keys(SETTINGS).join(', ')}.`,
    )
  const { data, error } = schema.safeParse(settings)
  if (error) {
    const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`)
    throw new UserError('account-invalid', `Account “${key}”: ${faults.join('; ')}.`)
  }
  const tenantId = BigInt(tx.tenant)
  const json = JSON.parse(JSON.stringify(data)) // drops undefined, as the column does
  await tx.db.account.upsert({
    where: { tenantId_key: { tenantId, key } },
    create: { tenantId, key, channel, settings: json },
    update: { channel, settings: json },
  })
}

/** The sending accounts of a workspace, without their settings. */
export const listAccounts = (tx: Tx): Promise<{ key: string; channel: string }[]> => tx.sql.query(messagesSql.accounts)
