import type { VersionId } from '../core/ids.ts'
import type { Held } from '../core/sending/gate.ts'
import type { OutboxMessage } from '../reach/face.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { loadFacts } from './facts.ts'

/**
 * Judges messages by the quiet hours of the nodes that sent them, at the instant of sending: they let the visit pass, but a pace, a
 * retry or a pause may have carried what it sent into the night. By position; undefined for what may go.
 */
export async function heldByQuietHours(
  engine: Engine,
  tx: Tx,
  messages: readonly OutboxMessage[],
  at: number,
): Promise<(Held | undefined)[]> {
  const held: (Held | undefined)[] = messages.map(() => undefined)
  const nodes = new Map<string, { version: VersionId; node: number; of: number[] }>()
  messages.forEach(({ version_id: version, node }, i) => {
    const key = `${version}/${node}`
    const known = nodes.get(key)
    if (known) known.of.push(i)
    else nodes.set(key, { version, node, of: [i] })
  })
  for (const { version, node, of } of nodes.values()) {
    const { nodes: planned, zone } = await planOf(engine, tx, version)
    const bound = planned[node]
    if (!bound?.gate) continue
    const { key, gate } = bound
    const subjects = of.flatMap((i) => {
      const message = messages[i]
      if (!message) return []
      const { member_id: member, enrolment_id: enrolment } = message
      return [{ at, traveller: { member, enrolment, entryNo: 1, enteredAt: at, arrivedAt: at, previousAt: at } }]
    })
    const journey = messages[of[0] ?? 0]?.journey_id
    if (journey === undefined) continue
    const facts = await loadFacts(tx, { journey, zone, node: { key, requests: gate.requests } }, subjects)
    of.forEach((i, n) => {
      held[i] = gate.judge(facts[n] ?? {}, at, zone)
    })
  }
  return held
}
