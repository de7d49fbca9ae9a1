import { createHash } from 'node:crypto'
import type { EventId, MemberId } from '../core/ids.ts'
import type { RaisedEvent } from '../core/journey/effect.ts'
import type { JsonObject } from '../core/json.ts'
import { numbers, texts } from '../store/literal.ts'
import { advanceSql } from '../store/sql/advance.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { clockOf } from './advance.ts'
import type { Engine } from './engine.ts'
import { routeEvents } from './route.ts'

/** An event on its way in. `at` is its own time, epoch milliseconds; one in the future becomes the time of receipt. */
export interface IncomingEvent {
  readonly member: MemberId
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
  /** The same id within 30 days is accepted again and stored once. */
  readonly messageId?: string
  /** Causal depth: 0 from outside, one deeper than the journey whose effect raised it. */
  readonly depth?: number
}

export interface StoredEvent extends IncomingEvent {
  readonly id: EventId
  readonly depth: number
}

export interface Stored {
  readonly stored: number
  readonly repeated: number
  readonly enrolled: number
}

/**
 * Every event's way in: locks its members, drops repeated ids, stores, and routes one by one per member, by own time and
 * then arrival. Services never come here: they return what they raised to the owner of the transaction.
 */
export async function storeEvents(engine: Engine, tx: Tx, events: readonly IncomingEvent[]): Promise<Stored> {
  if (events.length === 0) return { stored: 0, repeated: 0, enrolled: 0 }
  const members = [...new Set(events.map((e) => e.member))].sort((a, b) => a - b)
  const [, receivedAt] = await Promise.all([tx.sql.query(advanceSql.lockMembers, [numbers(members)]), clockOf(tx)])
  const fresh = await withoutRepeats(tx, events, receivedAt)
  const ordered = fresh
    .map((event) => ({ ...event, at: Math.min(event.at, receivedAt), depth: event.depth ?? 0 }))
    .sort((a, b) => a.member - b.member || a.at - b.at)
  if (ordered.length === 0) return { stored: 0, repeated: events.length, enrolled: 0 }
  const ids = await tx.sql.query<{ id: EventId }>(eventsSql.store, [
    tx.tenant,
    receivedAt,
    numbers(ordered.map((e) => e.member)),
    texts(ordered.map((e) => e.name)),
    numbers(ordered.map((e) => e.at)),
    texts(ordered.map((e) => JSON.stringify(e.properties))),
    numbers(ordered.map((e) => e.depth)),
  ])
  const stored = ordered.flatMap((event, i): StoredEvent[] => {
    const row = ids[i]
    return row ? [{ ...event, id: row.id }] : []
  })
  const enrolled = await routeEvents(engine, tx, stored, receivedAt)
  return { stored: stored.length, repeated: events.length - stored.length, enrolled }
}

/** Stores what effects raised in this transaction, after its tokens are written so that they can be found. */
export async function storeRaised(
  engine: Engine,
  tx: Tx,
  raised: readonly { event: RaisedEvent; depth: number }[],
): Promise<void> {
  await storeEvents(
    engine,
    tx,
    raised.map(({ event, depth }) => ({ ...event, depth })),
  )
}

/** 128 bits of a text, as PostgreSQL's uuid. */
export const hashOf = (text: string): string => createHash('md5').update(text).digest('hex')

async function withoutRepeats(tx: Tx, events: readonly IncomingEvent[], receivedAt: number): Promise<IncomingEvent[]> {
  const hashes = events.map((e) => (e.messageId === undefined ? undefined : hashOf(e.messageId)))
  const given = hashes.filter((h) => h !== undefined)
  if (given.length === 0) return [...events]
  const rows = await tx.sql.query<{ hash: string }>(eventsSql.dedupe, [
    tx.tenant,
    receivedAt,
    texts([...new Set(given)].sort()),
  ])
  const fresh = new Set(rows.map((row) => row.hash.replaceAll('-', '')))
  // `delete` answers true once: of equal ids within one batch the first is kept.
  return events.filter((_, i) => {
    const hash = hashes[i]
    return hash === undefined || fresh.delete(hash)
  })
}
