import { UserError } from '../core/errors.ts'
import { Rule } from '../core/rules/rule.ts'
import type { DbTx } from '../store/store.ts'

/** Makes a segment, or changes it for everybody who uses it. Throws a UserError where the rule is not valid. */
export async function saveSegment(tx: DbTx, segment: { key: string; name: string; rule: unknown }): Promise<void> {
  const { key, name } = segment
  const { data: rule, error } = Rule.safeParse(segment.rule)
  if (!rule) throw new UserError('segment-invalid', `Segment “${key}”: ${error.issues[0]?.message}`)
  const tenantId = BigInt(tx.tenant)
  const json = JSON.parse(JSON.stringify(rule)) // drops undefined, as the column does
  await tx.db.segment.upsert({
    where: { tenantId_key: { tenantId, key } },
    create: { tenantId, key, name, rule: json },
    update: { name, rule: json },
  })
}
