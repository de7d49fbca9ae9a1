import type { MemberId, TenantId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import { hashOf, jsons, numbers, texts } from '../../store/literal.ts'
import { clockOf, lockMembers } from '../../store/moment.ts'
import { eventsSql } from '../../store/sql/events.ts'
import { importsSql } from '../../store/sql/imports.ts'
import type { Store, Tx } from '../../store/store.ts'
import { firstDatesOf, keepFirstDates } from '../first-dates.ts'
import { type Identity, resolveMembers } from '../identities.ts'
import { type ImportOptions, type ImportResult, importLines } from './import.ts'
import { columnsOf, type EventMap, eventNameOf, fieldsOf, identitiesOf, idOf, momentReader } from './mapping.ts'

/** An event of a file, its member found. `at` is epoch milliseconds. */
export interface ImportedEvent {
  readonly member: MemberId
  readonly name: string
  readonly at: number
  readonly properties: JsonObject
}

export interface EventImport extends ImportOptions {
  readonly map: EventMap
  /** Takes the events in place of history: stores and routes them. */
  readonly live?: (tx: Tx, events: readonly ImportedEvent[]) => Promise<unknown>
  /** Hears of the members of each chunk, who are locked, once its history is stored. */
  readonly stored?: (tx: Tx, members: readonly MemberId[]) => Promise<unknown>
}

interface Read extends Omit<ImportedEvent, 'member'> {
  readonly person: readonly Identity[]
  readonly hash: string
}

/**
 * Imports a file of events. A line is known by its id's column, else by its text and how many lines like it came before, so
 * that importing again, also after having been cut short, adds what is missing and nothing else. History is stored and not
 * routed: nobody enters a journey by it.
 */
export function importEvents(store: Store, tenant: TenantId, options: EventImport): Promise<ImportResult> {
  const { source, map, live = storeHistory, stored } = options
  const momentOf = momentReader(map.at)
  return importLines(
    store,
    tenant,
    'events',
    options,
    [
      ...columnsOf(map.identities, map.properties),
      map.at.column,
      ...('column' in map.event ? [map.event.column] : []),
      ...(map.id === undefined ? [] : [map.id]),
    ],
    ({ raw, cells }): Read => ({
      person: identitiesOf(cells, map.identities),
      name: eventNameOf(cells, map.event),
      at: momentOf(cells),
      properties: fieldsOf(cells, map.properties),
      hash: hashOf(map.id === undefined ? raw : `id:${idOf(cells, map.id)}`),
    }),
    async (tx, chunk, pass) => {
      const fresh = await takeFresh(tx, [tx.tenant, source, pass], chunk, map.id !== undefined)
      if (fresh.length === 0) return 0
      const at = await clockOf(tx)
      const members = await resolveMembers(
        tx,
        fresh.map((event) => event.person),
        at,
      )
      const events = fresh.flatMap(({ name, at, properties }, i) => {
        const member = members[i]
        return member === undefined ? [] : [{ member, name, at, properties }]
      })
      await live(tx, events)
      await stored?.(
        tx,
        events.map((event) => event.member),
      )
      return events.length
    },
  )
}

/** Those lines of a chunk that were never stored, and remembers them all. Lines alike are counted in the database. */
async function takeFresh(
  tx: Tx,
  place: readonly [tenant: TenantId, source: string, pass: number],
  chunk: readonly Read[],
  haveIds: boolean,
): Promise<Read[]> {
  const counts = new Map<string, number>()
  for (const { hash } of chunk) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const hashes = texts([...counts.keys()])
  const rows = await (haveIds
    ? tx.sql.query(importsSql.claim, [...place, hashes])
    : tx.sql.query(importsSql.count, [...place, hashes, numbers([...counts.values()])]))
  const fresh = new Map(rows.map((row) => [row.hash.replaceAll('-', ''), row.fresh]))
  return chunk.filter(({ hash }) => {
    const left = fresh.get(hash) ?? 0
    fresh.set(hash, left - 1)
    return left > 0
  })
}

async function storeHistory(tx: Tx, events: readonly ImportedEvent[]): Promise<void> {
  const { at: receivedAt } = await lockMembers(
    tx,
    events.map((event) => event.member),
  )
  await tx.sql.query(eventsSql.store, [
    tx.tenant,
    receivedAt,
    numbers(events.map((event) => event.member)),
    texts(events.map((event) => event.name)),
    numbers(events.map((event) => Math.min(event.at, receivedAt))),
    jsons(events.map((event) => event.properties)),
    numbers(events.map(() => 0)),
  ])
  const dates = await firstDatesOf(tx, [...new Set(events.map((event) => event.name))])
  await keepFirstDates(tx, dates, events)
}
