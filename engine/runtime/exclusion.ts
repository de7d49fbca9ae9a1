import type { MemberId } from '../core/ids.ts'
import type { Insider } from '../core/journey/exclusion.ts'
import { numbers } from '../store/literal.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { type Engine, planOf } from './engine.ts'

/** Where members are inside, of journeys that exclude others. Who is leaving is inside no more. The members must be locked. */
export async function insidersOf(
  engine: Engine,
  tx: Tx,
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, readonly Insider[]>> {
  const rows = await tx.sql.query(eventsSql.insiders, [numbers(members)])
  const by = new Map<MemberId, Insider[]>()
  for (const { member_id, journey_id: journey, version_id } of rows) {
    const { settings } = await planOf(engine, tx, version_id)
    by.set(member_id, [...(by.get(member_id) ?? []), { journey, settings }])
  }
  return by
}
