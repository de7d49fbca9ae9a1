import type { FirstDate } from '../core/first-dates.ts'
import { loadRefundRules } from '../loyalty/face.ts'
import { firstDatesOf, keepFirstDates } from '../members/face.ts'
import { hashOf, jsons, numbers, texts } from '../store/literal.ts'
import { type Locked, lockMembers } from '../store/moment.ts'
import { eventsSql } from '../store/sql/events.ts'
import type { Tx } from '../store/store.ts'
import { crossingsOf, wokenBy } from './crossings.ts'
import type { Engine } from './engine.ts'
import { changesTold, type IncomingEvent, oneDeeper, type Raised, type StoredEvent } from './event.ts'
import { judgeExitRules } from './leaving.ts'
import { refundOrders } from './refunds.ts'
import { routeEvents } from './route.ts'

export interface Stored {
  readonly stored: number
  readonly repeated: number
  readonly enrolled: number
}

export interface StoredEvents extends Stored {
  /** By position in what was handed over: false where its message id was known. */
  readonly isNew: readonly boolean[]
}

/**
 * Every event's way in: locks its members, drops repeated ids, stores, takes back what refunds are of, routes one by one per
 * member, by own time and then arrival, and judges the watched segments that it may have turned. Services never come here: they return what they raised to the owner of the transaction.
 */
export async function storeEvents(
  engine: Engine,
  tx: Tx,
  events: readonly IncomingEvent[],
  before?: Locked,
): Promise<StoredEvents> {
  if (events.length === 0) return { stored: 0, repeated: 0, enrolled: 0, isNew: [] }
  const members = events.map((event) => event.member)
  const locked = await lockMembers(tx, members, before)
  const receivedAt = locked.at
  const isNew = await areNew(tx, events, receivedAt)
  const ordered = events
    .filter((_, i) => isNew[i])
    .map((event) => ({ ...event, at: Math.min(event.at, receivedAt), depth: event.depth ?? 0 }))
    .sort((a, b) => a.member - b.member || a.at - b.at)
  if (ordered.length === 0) return { stored: 0, repeated: events.length, enrolled: 0, isNew }
  const storing = tx.sql.query(eventsSql.store, [
    tx.tenant,
    receivedAt,
    numbers(ordered.map((e) => e.member)),
    texts(ordered.map((e) => e.name)),
    numbers(ordered.map((e) => e.at)),
    jsons(ordered.map((e) => e.properties)),
    numbers(ordered.map((e) => e.depth)),
  ])
  const names = [...new Set(ordered.map((event) => event.name))]
  const [ids, rules, dates, woken] = await Promise.all([
    storing,
    loadRefundRules(tx),
    firstDatesOf(tx, names),
    wokenBy(engine, tx, names),
  ])
  const stored = ordered.flatMap((event, i): StoredEvent[] => {
    const row = ids[i]
    return row ? [{ ...event, id: row.id }] : []
  })
  const firsts = dates.length === 0 ? [] : await firstTimes(engine, tx, dates, stored, receivedAt)
  const refunded = await refundOrders(engine, tx, stored, rules, receivedAt)
  const { enrolled, raised } = await routeEvents(engine, tx, stored, receivedAt, refunded.begun)
  const crossed = woken.length === 0 ? [] : await crossingsOf(tx, woken, stored, receivedAt)
  await storeRaised(engine, tx, [...firsts, ...refunded.raised, ...raised, ...crossed], locked)
  return { stored: stored.length, repeated: events.length - stored.length, enrolled, isNew }
}

/** Keeps the first dates that stored events set: what is asked of the member from here on knows them. Answers what that raises. */
async function firstTimes(
  engine: Engine,
  tx: Tx,
  dates: readonly FirstDate[],
  events: readonly StoredEvent[],
  at: number,
): Promise<Raised[]> {
  const changed = await keepFirstDates(tx, dates, events)
  await judgeExitRules(
    engine,
    tx,
    changed.map(({ member }) => member),
    at,
  )
  return oneDeeper(changesTold(changed, at), events)
}

/** Stores what effects raised in this transaction, after its tokens are written so that they can be found. */
export async function storeRaised(engine: Engine, tx: Tx, raised: readonly Raised[], locked?: Locked): Promise<void> {
  const events = raised.map(({ event, depth }) => ({ ...event, depth }))
  await storeEvents(engine, tx, events, locked)
}

async function areNew(tx: Tx, events: readonly IncomingEvent[], receivedAt: number): Promise<boolean[]> {
  const hashes = events.map((e) => (e.messageId === undefined ? undefined : hashOf(e.messageId)))
  const given = hashes.filter((h) => h !== undefined)
  if (given.length === 0) return events.map(() => true)
  const rows = await tx.sql.query(eventsSql.dedupe, [tx.tenant, receivedAt, texts([...new Set(given)].sort())])
  const fresh = new Set(rows.map((row) => row.hash.replaceAll('-', '')))
  // `delete` answers true once: of equal ids within one batch the first is kept.
  return hashes.map((hash) => hash === undefined || fresh.delete(hash))
}
