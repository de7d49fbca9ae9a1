import { isOwnEvent } from '../../core/journey/own-events.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { dayOf, instantOf } from '../../core/rules/dates.ts'
import { atLocal } from '../../core/time/zone.ts'
import type { Identity } from '../identities.ts'

/** A value of a line: the column it stands in, and what to read it as; text unless told. An empty one is absent. */
export interface Value {
  readonly column: string
  readonly as?: 'text' | 'number' | 'boolean'
}

export interface MemberMap {
  /** By which the member is known, best first; namespaces such as `user`, `email`. */
  readonly identities: readonly { readonly namespace: string; readonly column: string }[]
  readonly attributes?: Readonly<Record<string, Value>>
}

export interface EventMap {
  readonly identities: MemberMap['identities']
  readonly event: { readonly name: string } | { readonly column: string }
  /** A day (2026-03-01 or 20260301), taken at `time` (HH:MM) in `zone`, or an RFC 3339 instant. */
  readonly at: { readonly column: string; readonly zone: string; readonly time: string }
  readonly properties?: Readonly<Record<string, Value>>
  /** A column with an id of the event: lines with the same id are one event. */
  readonly id?: string
}

type Cells = ReadonlyMap<string, string>

/** The columns that identities and values ask for. */
export const columnsOf = (
  identities: MemberMap['identities'],
  values: Readonly<Record<string, Value>> = {},
): string[] => [...identities, ...Object.values(values)].map(({ column }) => column)

/** Says why a line cannot be taken. */
export class LineError extends Error {}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const BOOLEANS: Record<string, boolean> = { true: true, false: false, '1': true, '0': false }
const LONGEST_ID = 255
const LONGEST_NAME = 200
const MOST_DAYS = 10_000

function cellOf(cells: Cells, column: string): string {
  const cell = cells.get(column)
  if (cell === undefined) throw new RangeError(`column ${column} was not asked for`)
  if (cell.includes('\0') || /\p{Surrogate}/u.test(cell))
    throw new LineError(`${column} holds a character that cannot be stored`)
  return cell.trim()
}

function readValue(text: string, { column, as }: Value): Json {
  if (as === 'number') {
    const number = NUMBER.test(text) ? Number(text) : Number.NaN
    if (!Number.isFinite(number)) throw new LineError(`${column} is no number: ${text}`)
    return number
  }
  if (as === 'boolean') {
    const truth = BOOLEANS[text.toLowerCase()]
    if (truth === undefined) throw new LineError(`${column} is neither true nor false: ${text}`)
    return truth
  }
  return text
}

export function fieldsOf(cells: Cells, values: Readonly<Record<string, Value>> = {}): JsonObject {
  const fields: JsonObject = {}
  for (const [name, value] of Object.entries(values)) {
    const text = cellOf(cells, value.column)
    if (text !== '') fields[name] = readValue(text, value)
  }
  return fields
}

export function identitiesOf(cells: Cells, map: MemberMap['identities']): Identity[] {
  const found = map
    .map(({ namespace, column }) => ({ namespace, value: cellOf(cells, column) }))
    .filter(({ value }) => value !== '')
  if (found.length === 0) throw new LineError(`names nobody: ${map.map((m) => m.column).join(', ')}`)
  if (found.some(({ value }) => value.length > LONGEST_ID))
    throw new LineError(`has an id over ${LONGEST_ID} characters`)
  return found
}

export function eventNameOf(cells: Cells, event: EventMap['event']): string {
  const name = 'name' in event ? event.name : cellOf(cells, event.column)
  if (name === '' || name.length > LONGEST_NAME)
    throw new LineError(`needs an event name of 1 to ${LONGEST_NAME} characters`)
  if (isOwnEvent(name)) throw new LineError(`“${name}” is an event that Waymark itself raises: give it another name`)
  return name
}

/** Reads moments of lines as epoch milliseconds. */
export function momentReader({ column, zone, time }: EventMap['at']): (cells: Cells) => number {
  // A file has few days, and the calendar takes longer than all the rest of a line.
  const days = new Map<string, number>()
  return (cells) => {
    const text = cellOf(cells, column)
    const known = days.get(text)
    if (known !== undefined) return known
    const day = text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    if (dayOf(day, zone) === day) {
      const at = atLocal(`${day}T${time}`, zone)
      if (days.size >= MOST_DAYS) days.clear()
      days.set(text, at)
      return at
    }
    const at = instantOf(text, zone)
    if (at === undefined) throw new LineError(`${column} is neither a day nor an instant with an offset: ${text}`)
    return at
  }
}

export const idOf = (cells: Cells, column: string): string => cellOf(cells, column)
