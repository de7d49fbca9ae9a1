import { z } from 'zod'
import { UserError } from '../core/errors.ts'
import { faultsOf } from '../core/journey/faults.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { calendarOf, HolidayDay, Holidays } from '../core/time/holidays.ts'
import { numbers } from '../store/literal.ts'
import { holidaysSql } from '../store/sql/holidays.ts'
import type { Tx } from '../store/store.ts'
import { HOLIDAYS } from './holidays.gen.ts'

/** The holidays that a workspace goes by; `own` are the years that it has written itself. */
export interface KnownHolidays {
  readonly years: readonly number[]
  readonly own: readonly number[]
  readonly days: readonly HolidayDay[]
}

const HolidayDays = z.array(HolidayDay)

const BUILT_IN_DAYS: ReadonlyMap<number, readonly HolidayDay[]> = new Map(
  Object.entries(HOLIDAYS).map(([year, lines]) => [Number(year), lines.flatMap((line) => daysOfLine(year, line))]),
)

function daysOfLine(year: string, line: string): HolidayDay[] {
  const [name = '', ...days] = line.split(' ')
  return days.map((day) =>
    day.startsWith('+')
      ? { date: `${year}-${day.slice(1)}`, is: 'work', name }
      : { date: `${year}-${day}`, is: 'off', name },
  )
}

/** Holidays with the days of each year, in order. */
function holidaysOf(own: ReadonlyMap<number, readonly HolidayDay[]>): KnownHolidays {
  const byYear = [...new Map([...BUILT_IN_DAYS, ...own])].sort(([a], [b]) => a - b)
  const days = byYear.flatMap(([, ofYear]) => ofYear).sort((a, b) => (a.date < b.date ? -1 : 1))
  return { years: byYear.map(([year]) => year), own: [...own.keys()].sort((a, b) => a - b), days }
}

/** What a workspace goes by that has written nothing itself. */
export const BUILT_IN_CALENDAR: Calendar = calendarOf(holidaysOf(new Map()))

async function ownYears(tx: Tx): Promise<ReadonlyMap<number, readonly HolidayDay[]>> {
  const rows = await tx.sql.query(holidaysSql.own)
  return new Map(rows.map(({ year, days }) => [year, HolidayDays.parse(days)]))
}

export const loadHolidays = async (tx: Tx): Promise<KnownHolidays> => holidaysOf(await ownYears(tx))

/** Which days are worked, as the workspace knows it. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  const own = await ownYears(tx)
  return own.size === 0 ? BUILT_IN_CALENDAR : calendarOf(holidaysOf(own))
}

/** Puts the years of a file in place of what was known of them; audited. Throws a UserError that says what to mend. */
export async function saveHolidays(tx: Tx, input: unknown, actor: string): Promise<void> {
  const { data } = Holidays.safeParse(input)
  if (!data) throw refusedHolidays(input)
  const daysOf = (year: number) => data.days.filter(({ date }) => date.startsWith(`${year}-`))
  await tx.sql.query(holidaysSql.save, [tx.tenant, numbers(data.years), JSON.stringify(data.years.map(daysOf)), actor])
}

function refusedHolidays(input: unknown): UserError {
  const sentences = faultsOf(Holidays, input).map(({ field, params: { unknown, choices, message } }) => {
    if (Array.isArray(unknown)) return `${field}: remove ${unknown.join(', ')}`
    return `${field}: ${Array.isArray(choices) ? `choose one of ${choices.join(', ')}` : message}`
  })
  const [first = ''] = sentences
  const others = sentences.length > 1 ? ` (and ${sentences.length - 1} more)` : ''
  return new UserError('holidays-invalid', `These are no holidays: ${first.replace(/^: /, '')}${others}.`)
}

/** Forgets what the workspace has written of a year; audited. Throws a UserError where it has written nothing. */
export async function forgetHolidays(tx: Tx, year: number, actor: string): Promise<void> {
  const gone = await tx.sql.query(holidaysSql.forget, [tx.tenant, year, actor])
  if (gone.length === 0)
    throw new UserError('holidays-not-own', `Nothing was uploaded for ${year}: it is as Waymark came with it.`)
}
