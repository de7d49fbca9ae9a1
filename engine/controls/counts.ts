import { type CountWindow, countsFrom, daysOf, windowKey } from '../core/controls/count-window.ts'
import type { Counter } from '../core/controls/counter.ts'
import { type Slots, takePlaces } from '../core/controls/places.ts'
import type { JourneyId } from '../core/ids.ts'
import type { EffectBatch } from '../core/journey/effect.ts'
import { numbers, texts } from '../store/literal.ts'
import { controlsSql } from '../store/sql/controls.ts'
import type { Tx } from '../store/store.ts'
import { type Drawing, inOrder } from './in-order.ts'
import { drawFrom } from './shared-counter.ts'

type Place = Pick<EffectBatch, 'journey' | 'nodeKey' | 'zone'>

/** How many may pass, counted among which arrivals, over what time. */
export interface Bound {
  readonly counter: Counter
  readonly window: CountWindow
  readonly bound: number
}

/**
 * Counts the visits of one node, one after another: `answers[i]` is true where `visits[i]` took one of the places, and false
 * where all were taken: such a visit takes none. The members must be locked.
 */
export const countArrivals = (tx: Tx, place: Place, bound: Bound, visits: readonly Drawing[]): Promise<boolean[]> =>
  inOrder(visits, (ordered) => {
    const name = nameOf(bound.counter, place)
    return name === undefined
      ? countEveryone(tx, place, bound, ordered)
      : countMembers(tx, place, { ...bound, name }, ordered)
  })

/** What a counter of members is kept under; undefined where everyone counts. */
function nameOf(counter: Counter, { journey, nodeKey }: Pick<Place, 'journey' | 'nodeKey'>): string | undefined {
  if (counter.scope === 'node' || counter.scope === 'journey') return undefined
  return counter.scope === 'name' ? `name/${counter.name}` : `node/${journey}/${nodeKey}`
}

/** A node that counts. */
interface Counting {
  readonly nodeKey: number
  readonly counter: Counter
  readonly window: CountWindow
}

/** Remembers how far back a version of a journey looks in counters of members: so long is kept what is counted there. */
export function keepCounting(tx: Tx, journey: JourneyId, counting: readonly Counting[]): void {
  const rows = counting.flatMap(({ nodeKey, counter, window }) => {
    const name = nameOf(counter, { journey, nodeKey })
    return name === undefined ? [] : [{ name, days: daysOf(window), pastEntry: counter.scope !== 'enrolment' }]
  })
  if (rows.length === 0) return
  tx.sql.write(controlsSql.keepCounting, [
    tx.tenant,
    journey,
    texts(rows.map(({ name }) => name)),
    `{${rows.map(({ days }) => days ?? 'NULL').join(',')}}`,
    `{${rows.map(({ pastEntry }) => pastEntry).join(',')}}`,
  ])
}

async function countEveryone(
  tx: Tx,
  { journey, nodeKey, zone }: Place,
  { counter, window, bound }: Bound,
  ordered: readonly Drawing[],
): Promise<boolean[]> {
  const owner = counter.scope === 'journey' ? 'journey' : `node/${nodeKey}`
  const name = `${owner}/${windowKey(window)}`
  const arrivals = ordered.map((visit) => visit.at)
  return drawFrom(tx, { journey, name }, (state) => {
    const before = (state.slots ?? []) as unknown as Slots // written here alone
    const { within, slots } = takePlaces(before, { window, bound, zone }, arrivals)
    return { state: { slots: slots.map((slot) => [...slot]) }, drawn: within }
  })
}

/** The member's lock orders the draws: what others count is not looked at. */
async function countMembers(
  tx: Tx,
  { zone }: Place,
  { counter, window, bound, name }: Bound & { name: string },
  ordered: readonly Drawing[],
): Promise<boolean[]> {
  const inEnrolment = counter.scope === 'enrolment'
  const since = ordered.map(({ at }) => countsFrom(window, at, zone))
  const rows = await tx.sql.query(controlsSql.taken, [name, inEnrolment, ...columnsOf(ordered), numbers(since)])
  const known = new Map(rows.map((row) => [row.o - 1, row]))
  const fresh: Drawing[] = []
  const within = ordered.map((visit, i) => {
    const row = known.get(i)
    if (row?.mine) return true
    const beside = fresh.filter(
      ({ member, enrolment, at }) =>
        member === visit.member && at >= (since[i] ?? 0) && (!inEnrolment || enrolment === visit.enrolment),
    )
    if ((row?.taken ?? 0) + beside.length >= bound) return false
    fresh.push(visit)
    return true
  })
  if (fresh.length > 0)
    tx.sql.write(controlsSql.take, [tx.tenant, name, ...columnsOf(fresh), numbers(fresh.map((visit) => visit.at))])
  return within
}

const columnsOf = (visits: readonly Drawing[]) =>
  [
    numbers(visits.map((visit) => visit.member)),
    numbers(visits.map((visit) => visit.enrolment)),
    numbers(visits.map((visit) => visit.visit)),
  ] as const
