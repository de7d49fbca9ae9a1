import { Temporal } from 'temporal-polyfill'
import { opposite, type Shift, shifted } from './anniversary.ts'
import { type Calendar, type HolidayKey, isKnownYear, isWorkday } from './calendar.ts'
import { type FestivalDay, isByWorkdays, SOLAR_TERMS } from './festivals.ts'
import { lunarMonthDays, solarOf } from './lunar.ts'
import { solarTermDate } from './solar-terms.ts'
import { dayAfter } from './zone.ts'

/** Whose lunar calendar and solar terms are known. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100]

/** MM-DD, or the nth weekday of a month (ISO 8601: 7 is Sunday), and days after it. */
type YearlyRule = string | { month: number; nth: number; weekday: number; later?: number }

const OCCASION_RULES: Readonly<Record<Extract<FestivalDay, { kind: 'occasion' }>['occasion'], YearlyRule>> = {
  'new-year': '01-01',
  valentines: '02-14',
  'womens-day': '03-08',
  'white-day': '03-14',
  'consumers-day': '03-15',
  'earth-day': '04-22',
  'labour-day': '05-01',
  'youth-day': '05-04',
  'mothers-day': { month: 5, nth: 2, weekday: 7 },
  'five-twenty': '05-20',
  'childrens-day': '06-01',
  'fathers-day': { month: 6, nth: 3, weekday: 7 },
  'six-eighteen': '06-18',
  'teachers-day': '09-10',
  halloween: '10-31',
  'double-eleven': '11-11',
  thanksgiving: { month: 11, nth: 4, weekday: 4 },
  'black-friday': { month: 11, nth: 4, weekday: 4, later: 1 },
  'double-twelve': '12-12',
  'christmas-eve': '12-24',
  christmas: '12-25',
  'new-years-eve': '12-31',
}

/** Month and day of the lunar calendar; day 0 is the day before the first. */
const LUNAR_RULES: Readonly<
  Record<Extract<FestivalDay, { kind: 'lunar' }>['festival'], readonly [month: number, day: number]>
> = {
  'new-years-eve': [1, 0],
  'spring-festival': [1, 1],
  lantern: [1, 15],
  'dragon-head': [2, 2],
  'dragon-boat': [5, 5],
  qixi: [7, 7],
  ghost: [7, 15],
  'mid-autumn': [8, 15],
  'double-ninth': [9, 9],
  laba: [12, 8],
  'little-new-year-north': [12, 23],
  'little-new-year-south': [12, 24],
}

/**
 * The dates YYYY-MM-DD of a day that lie in a solar year, ascending: none, one, or several, for lunar months and holidays do not
 * keep to solar years. None beyond 1900–2100 where moon or sun decide. Where a statutory holiday of a year is not known, its
 * festival itself is taken, and no moved workday.
 */
export function datesOf(day: FestivalDay, year: number, calendar: Calendar): string[] {
  // A year of the lunar calendar ends in the next solar one; days off of a 1 January may begin in the one before.
  const near = [year - 1, year, year + 1].flatMap((each) => occurrencesOf(day, each, calendar))
  return [...new Set(near.filter((date) => Number(date.slice(0, 4)) === year))].sort()
}

/** The dates of a day that belong to a year of its own calendar. */
function occurrencesOf(day: FestivalDay, year: number, calendar: Calendar): string[] {
  switch (day.kind) {
    case 'statutory':
      return holidayDates(day, year, calendar)
    case 'lunar':
      return lunarDate(year, ...LUNAR_RULES[day.festival])
    case 'solar-term':
      return isKnown(year) ? [solarTermDate(year, SOLAR_TERMS.indexOf(day.term))] : []
    case 'occasion':
      return [occasionDate(year, OCCASION_RULES[day.occasion])]
    case 'monthly':
      return monthlyDates(year, day.dates)
    case 'yearly':
      return yearlyDate(year, day)
    case 'lunar-yearly':
      return lunarDate(year, day.month, Math.min(day.day, lunarMonthDays(year, day.month, false)))
  }
}

const isKnown = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR

function lunarDate(year: number, month: number, day: number): string[] {
  const date = solarOf({ year, month, leap: false, day: Math.max(day, 1) })
  if (date === undefined) return []
  return [day === 0 ? dayAfter(date, -1) : date]
}

const isoDate = (year: number, month: number, day: number): string =>
  Temporal.PlainDate.from({ year, month, day }).toString()

function occasionDate(year: number, rule: YearlyRule): string {
  if (typeof rule === 'string') return `${year}-${rule}`
  const { month, nth, weekday, later = 0 } = rule
  const { dayOfWeek } = Temporal.PlainDate.from({ year, month, day: 1 })
  return isoDate(year, month, 1 + ((weekday - dayOfWeek + 7) % 7) + (nth - 1) * 7 + later)
}

function monthlyDates(year: number, dates: readonly number[]): string[] {
  return Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) => {
    const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
    const days = dates.map((date) => (date === -1 ? daysInMonth : date))
    return days.filter((date) => date <= daysInMonth).map((date) => isoDate(year, month, date))
  })
}

function yearlyDate(year: number, { month, day, leapDay }: Extract<FestivalDay, { kind: 'yearly' }>): string[] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (day <= first.daysInMonth) return [isoDate(year, month, day)]
  return { 'feb-28': [isoDate(year, 2, 28)], 'mar-1': [isoDate(year, 3, 1)], skip: [] }[leapDay]
}

/** The day that a statutory holiday is named after; undefined in years whose moon or sun is not known. */
function festivalOf(holiday: HolidayKey, year: number): string | undefined {
  switch (holiday) {
    case 'new-year':
      return `${year}-01-01`
    case 'labour-day':
      return `${year}-05-01`
    case 'national-day':
      return `${year}-10-01`
    case 'qingming':
      return occurrenceOf({ kind: 'solar-term', term: holiday }, year)
    default:
      return occurrenceOf({ kind: 'lunar', festival: holiday }, year)
  }
}

/** Of moon or sun alone. */
const occurrenceOf = (day: Extract<FestivalDay, { kind: 'lunar' | 'solar-term' }>, year: number): string | undefined =>
  occurrencesOf(day, year, { days: {}, years: [] })[0]

/** How far from its festival a day of a holiday may lie: farther ones are of another year. */
const NEAR_DAYS = 60

function holidayDates(
  { holiday, on }: Extract<FestivalDay, { kind: 'statutory' }>,
  year: number,
  calendar: Calendar,
): string[] {
  const festival = festivalOf(holiday, year)
  if (festival === undefined) return []
  const isUnknown = !isKnownYear(festival, calendar)
  if (on === 'festival' || isUnknown) return on === 'moved-workdays' ? [] : [festival]
  const listed = daysOf(holiday, festival, calendar)
  const isOff = (date: string) => !isWorkday(date, calendar)
  if (on === 'moved-workdays') return listed.filter((date) => calendar.days[date] === 'work')
  const days = (listed.length > 0 ? listed : [festival]).filter(isOff)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return [festival]
  // Weekends and other holidays that it runs together with are days off of it.
  const farthest = (from: string, step: 1 | -1): string => {
    let date = from
    while (isOff(dayAfter(date, step))) date = dayAfter(date, step)
    return date
  }
  switch (on) {
    case 'first-day-off':
      return [farthest(first, -1)]
    case 'last-day-off':
      return [farthest(last, 1)]
    case 'last-workday':
      return [dayAfter(farthest(first, -1), -1)]
    case 'first-workday':
      return [dayAfter(farthest(last, 1))]
  }
}

/** The days off and the moved workdays that a calendar lists for a holiday, ascending. */
function daysOf(holiday: HolidayKey, festival: string, { holidays = {} }: Calendar): string[] {
  const [from, to] = [dayAfter(festival, -NEAR_DAYS), dayAfter(festival, NEAR_DAYS)]
  return Object.keys(holidays)
    .filter((date) => holidays[date] === holiday && date >= from && date <= to)
    .sort()
}

/** Days, and how far from them something happens. */
export interface Festivals {
  readonly days: readonly FestivalDay[]
  readonly shift: Shift
}

/** What one of its dates is for. */
export interface Observance {
  readonly day: FestivalDay
  /** Of the day's own calendar. */
  readonly year: number
  /** The festival itself stands in for days off that are not known yet. */
  readonly guessed: boolean
}

/** What a date is for that lies so many days off some of the days; nothing where it lies off none. */
export function observancesOn(date: string, { days, shift }: Festivals, calendar: Calendar): Observance[] {
  const origin = shifted(date, opposite(shift))
  const year = Number(origin.slice(0, 4))
  return days.flatMap((day) =>
    [year - 1, year, year + 1]
      .filter((each) => occurrencesOf(day, each, calendar).includes(origin))
      .map((each) => ({ day, year: each, guessed: isByWorkdays(day) && !isKnownYear(`${each}-01-01`, calendar) })),
  )
}

/**
 * Names a day off, or beside days off, of one year's holiday, which another date may stand for before it is known; undefined of
 * what has one date from the beginning.
 */
export function holidayNamed({ day, year }: Observance): string | undefined {
  if (day.kind !== 'statutory' || !isByWorkdays(day) || day.on === 'moved-workdays') return undefined
  return `${day.holiday}/${day.on}/${year}`
}

/** The dates that lie so many days off some of the days, each once, from a date on in their order, to the end of 2100. */
export function* datesFrom({ days, shift }: Festivals, from: string, calendar: Calendar): Generator<string> {
  const known = new Map<number, readonly string[]>()
  const shiftedOf = (year: number): readonly string[] => {
    const dates =
      known.get(year) ?? days.flatMap((day) => datesOf(day, year, calendar)).map((date) => shifted(date, shift))
    known.set(year, dates)
    return dates
  }
  for (let year = Number(from.slice(0, 4)); year <= LAST_YEAR; year++) {
    // A shift is a year at most.
    const near = [year - 1, year, year + 1].flatMap(shiftedOf)
    const dates = near.filter((date) => Number(date.slice(0, 4)) === year && date >= from)
    yield* [...new Set(dates)].sort()
  }
}
