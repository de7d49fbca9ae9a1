import type { EffectAnswer, EffectRow } from '../../engine/core/journey/effect.ts'
import type { Purpose } from '../../engine/core/journey/facts.ts'
import { leave } from '../../engine/core/journey/node.ts'
import { planMessages } from '../../engine/reach/face.ts'
import type { Tx } from '../../engine/store/store.ts'

/** The inbox is our own: a message is accepted as soon as it is written. */
export async function apply(tx: Tx, rows: readonly EffectRow[]): Promise<EffectAnswer> {
  const [first] = rows
  if (!first) return { results: [], events: [] }
  const { purpose } = first.settings as unknown as { purpose: Purpose } // parsed by the node's own schema
  const messages = rows.map(({ enrolment, visit, member, enteredAt, at, body }) => ({
    ...{ enrolment, visit, member, enteredAt, at },
    ...(Object.keys(body).length > 0 ? { variables: body } : {}),
  }))
  const { journey, version, node } = first
  planMessages(tx, { journey, version, node, channel: 'inbox', purpose }, messages)
  return { results: rows.map(() => leave('sent')), events: [] }
}
