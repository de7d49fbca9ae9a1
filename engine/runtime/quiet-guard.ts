import type { Held } from '../core/sending/gate.ts'
import type { OutboxMessage } from '../reach/face.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'
import { type FactSubject, loadFacts } from './facts.ts'
import { byVersion } from './tokens.ts'

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
  const placed = messages.map((message, position) => ({ ...message, position }))
  for (const { journey_id: journey, version_id: version, rows } of byVersion(placed)) {
    const { nodes, zone } = await planOf(engine, tx, version)
    for (const index of new Set(rows.map((row) => row.node))) {
      const node = nodes[index]
      if (!node?.gate) continue
      const { key, gate } = node
      const mine = rows.filter((row) => row.node === index)
      const subjects = mine.map((row) => subjectOf(row, at))
      const facts = await loadFacts(tx, { journey, zone, node: { key, requests: gate.requests } }, subjects)
      mine.forEach(({ position }, i) => {
        held[position] = gate.judge(facts[i] ?? {}, at, zone)
      })
    }
  }
  return held
}

function subjectOf({ member_id: member, enrolment_id: enrolment }: OutboxMessage, at: number): FactSubject {
  return { at, traveller: { member, enrolment, entryNo: 1, enteredAt: at, arrivedAt: at, previousAt: at } }
}
