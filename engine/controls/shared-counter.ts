import type { JourneyId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { controlsSql } from '../store/sql/controls.ts'
import type { Tx } from '../store/store.ts'

/** A counter that everyone in a journey shares. */
export interface SharedCounter {
  readonly journey: JourneyId
  readonly name: string
}

/**
 * One draw: locks the counter until the transaction ends, hands over what it holds (empty at first), and keeps what `draw`
 * makes of it. Whoever draws at the same time waits, so that nothing is given twice; members must be locked before.
 */
export async function drawFrom<T>(
  tx: Tx,
  { journey, name }: SharedCounter,
  draw: (state: JsonObject) => { readonly state: JsonObject; readonly drawn: T },
): Promise<T> {
  tx.sql.write(controlsSql.begin, [tx.tenant, journey, name])
  const [row] = await tx.sql.query(controlsSql.lock, [journey, name])
  const { state, drawn } = draw(row?.state ?? {})
  tx.sql.write(controlsSql.keep, [journey, name, JSON.stringify(state)])
  return drawn
}
