import type { JourneyId } from '../core/ids.ts'
import { calledEvent } from '../core/journey/own-events.ts'
import { callsSql } from '../store/sql/calls.ts'
import type { Tx } from '../store/store.ts'

/** The journey of a key, where its live version takes calls. */
export async function callable(tx: Tx, key: string): Promise<JourneyId | undefined> {
  const [row] = await tx.sql.query(callsSql.callable, [calledEvent(key), key])
  return row?.journey_id
}

/** The journeys that take calls, by name. */
export const callableJourneys = (tx: Tx): Promise<{ key: string; name: string }[]> =>
  tx.sql.query(callsSql.takers, [calledEvent('')])
