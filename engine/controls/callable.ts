import type { JourneyId } from '../core/ids.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import { numbers } from '../store/literal.ts'
import { callsSql } from '../store/sql/calls.ts'
import { journeysSql } from '../store/sql/journeys.ts'
import type { Tx } from '../store/store.ts'

/** The journey of a key, where its live version takes calls. */
export async function callable(tx: Tx, key: string): Promise<JourneyId | undefined> {
  const [row] = await tx.sql.query(callsSql.callable, [calledEvent(key), key])
  return row?.journey_id
}

/** The journeys that take calls, by name. */
export const callableJourneys = (tx: Tx): Promise<{ key: string; name: string }[]> =>
  tx.sql.query(callsSql.takers, [calledEvent('')])

/**
 * Whether members may be handed over to the journey of a key. What is answered holds until the transaction ends: nobody stops
 * the journey before. Their members must be locked.
 */
export async function takesCalls(tx: Tx, key: string): Promise<boolean> {
  const journey = await callable(tx, key)
  if (journey === undefined) return false
  tx.sql.write(journeysSql.share, [numbers([journey])])
  const shut = await tx.sql.query(journeysSql.shut, [numbers([journey])])
  // It may have been stopped, or published without its trigger, before it was shared.
  return shut.length === 0 && (await callable(tx, key)) !== undefined
}
