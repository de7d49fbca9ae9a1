import type { HolidayDay } from '../../../engine/core/time/holidays.ts'

/** Days that follow one another, first and last included. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** A holiday of a year: when people are off, and which days of weekends they work for it. */
interface HolidayRow {
  readonly name: string
  readonly off: readonly Stretch[]
  /** How many days they are off. */
  readonly days: number
  readonly work: readonly Stretch[]
}

const DAY_MS = 86_400_000

function stretchesOf(dates: readonly string[]): Stretch[] {
  const stretches: { from: string; to: string }[] = []
  for (const date of dates) {
    const last = stretches.at(-1)
    if (last && Date.parse(date) - Date.parse(last.to) === DAY_MS) last.to = date
    else stretches.push({ from: date, to: date })
  }
  return stretches
}

/** Holidays of a year, in the order of their days off. */
export function rowsOf(days: readonly HolidayDay[], year: number): HolidayRow[] {
  const mine = days.filter(({ date }) => date.startsWith(`${year}-`)).sort((a, b) => (a.date < b.date ? -1 : 1))
  const rows = [...new Set(mine.map(({ name }) => name))].map((name): HolidayRow => {
    const datesOf = (is: HolidayDay['is']) =>
      mine.flatMap((day) => (day.name === name && day.is === is ? [day.date] : []))
    return { name, off: stretchesOf(datesOf('off')), days: datesOf('off').length, work: stretchesOf(datesOf('work')) }
  })
  const beginOf = ({ off, work }: HolidayRow) => off[0]?.from ?? work[0]?.from ?? ''
  return rows.sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1))
}
