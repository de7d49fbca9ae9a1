import { Temporal } from 'temporal-polyfill'
import { localDate } from '../time/zone.ts'

const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

const isDate = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text) ?? []
  return Number(year) > 0 && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

/** A date or an RFC 3339 instant with seconds and offset, told apart; undefined for any other text. */
function readMoment(text: string): { date: string } | { at: number } | undefined {
  if (isDate(text)) return { date: text }
  const [, date] = INSTANT.exec(text) ?? []
  return date && isDate(date) ? { at: Date.parse(text) } : undefined
}

/** The local day a text stands for, or undefined where it is no date. SQL: `waymark_day`. */
export function dayOf(text: string, zone: string): string | undefined {
  const moment = readMoment(text)
  if (!moment) return undefined
  return 'date' in moment ? moment.date : localDate(moment.at, zone)
}

/** The instant a text stands for; a bare date is its local midnight, the later where DST repeats it. SQL: `waymark_instant`. */
export function instantOf(text: string, zone: string): number | undefined {
  const moment = readMoment(text)
  if (!moment) return undefined
  if ('at' in moment) return moment.at
  const midnight = Temporal.PlainDateTime.from(moment.date)
  // 'later' is how PostgreSQL reads a local time that DST repeats, and 'compatible' for one that it skips.
  return midnight.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}
