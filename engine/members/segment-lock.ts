import type { Tx } from '../store/store.ts'

/** Until the transaction ends nobody else changes the segment of a key, be it there or not. */
export const lockSegment = async (tx: Tx, key: string): Promise<void> => {
  await tx.sql.query('SELECT pg_advisory_xact_lock(4, hashtext($1))', [`${tx.tenant}/${key}`])
}
