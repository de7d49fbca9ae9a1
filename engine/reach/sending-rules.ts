import { SendingRules } from '../core/sending/rules.ts'
import { sendingSql } from '../store/sql/sending.ts'
import type { Tx } from '../store/store.ts'

const known = new WeakMap<Tx, Promise<SendingRules>>()

/** What holds for the messages of the workspace: read once a transaction. */
export function loadSendingRules(tx: Tx): Promise<SendingRules> {
  const before = known.get(tx)
  if (before) return before
  const rules = tx.sql.query(sendingSql.rules, [tx.tenant]).then(([row]) => SendingRules.parse(row?.rules ?? {}))
  known.set(tx, rules)
  return rules
}

/** Puts rules in place of those there were; audited. */
export async function saveSendingRules(tx: Tx, rules: SendingRules, actor: string): Promise<void> {
  await tx.sql.query(sendingSql.save, [tx.tenant, JSON.stringify(rules), actor])
  known.delete(tx)
}
