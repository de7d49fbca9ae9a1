import type { FirstDate, FirstDates } from '../core/first-dates.ts'
import type { MemberId } from '../core/ids.ts'
import { numbers, texts } from '../store/literal.ts'
import { pokeClock } from '../store/moment.ts'
import { firstDatesSql } from '../store/sql/first-dates.ts'
import type { Tx } from '../store/store.ts'
import { loadAttribute } from './facts.ts'
import { type AttributesChanged, setAttributes } from './identities.ts'

/** The first dates that the workspace keeps. */
export const loadFirstDates = async (tx: Tx): Promise<FirstDates> => ({ dates: await tx.sql.query(firstDatesSql.all) })

/** Says anew which first dates are kept; audited. Those who did such things before are gone through by the clock. */
export function saveFirstDates(tx: Tx, { dates }: FirstDates, actor: string): void {
  tx.sql.write(firstDatesSql.save, [tx.tenant, JSON.stringify(dates), actor])
  pokeClock(tx)
}

/** The first dates that events of these names may set. */
export const firstDatesOf = (tx: Tx, names: readonly string[]): Promise<FirstDate[]> =>
  tx.sql.query(firstDatesSql.of, [texts(names)])

/** After events of locked members were stored: sets the first dates that they make earlier. Answers what changed. */
export async function keepFirstDates(
  tx: Tx,
  dates: readonly FirstDate[],
  events: readonly { readonly member: MemberId; readonly name: string }[],
): Promise<AttributesChanged[]> {
  const changed: AttributesChanged[] = []
  for (const date of dates) {
    const theirs = events.filter(({ name }) => date.events.includes(name))
    changed.push(...(await setFirstDate(tx, date, [...new Set(theirs.map(({ member }) => member))])))
  }
  return changed
}

/** Sets one first date of locked members by the events that are stored. An earlier one that was there before stays. */
export async function setFirstDate(
  tx: Tx,
  { attribute, events }: FirstDate,
  members: readonly MemberId[],
): Promise<AttributesChanged[]> {
  const [rows, held] = await Promise.all([
    tx.sql.query(firstDatesSql.earliest, [numbers(members), texts(events)]),
    loadAttribute(tx, members, attribute),
  ])
  const before = new Map(members.map((member, i) => [member, Date.parse(String(held[i]))]))
  // What is no date is NaN, and stands in nobody's way.
  const earlier = rows.filter(({ member_id, at }) => !((before.get(member_id) ?? Number.NaN) <= at))
  return setAttributes(
    tx,
    earlier.map(({ member_id: member, at }) => ({ member, attributes: { [attribute]: new Date(at).toISOString() } })),
  )
}

const CHUNK = 5_000

/** The next members of a first date that is not filled: they count as gone through. Undefined once it is, or is kept no more. */
export async function nextOfFirstDate(
  tx: Tx,
  attribute: string,
): Promise<{ date: FirstDate; members: MemberId[]; isLast: boolean } | undefined> {
  const [row] = await tx.sql.query(firstDatesSql.lock, [attribute])
  if (!row) return undefined
  const members = (await tx.sql.query(firstDatesSql.chunk, [row.after_member, CHUNK])).map(({ id }) => id)
  const isLast = members.length < CHUNK
  tx.sql.write(firstDatesSql.progress, [attribute, members.at(-1) ?? row.after_member, isLast])
  return { date: { attribute, events: row.events }, members, isLast }
}
