import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { say, sentence } from '../say.ts'
import { type Calendar, HOLIDAYS, type HolidayKey } from './calendar.ts'

const DATE = say('a day as YYYY-MM-DD', '请写成 YYYY-MM-DD 的日期')

/** A day off of a holiday, or a day of a weekend that is worked for it. */
export const HolidayDay = z.strictObject({
  date: z.iso.date(DATE),
  is: z.enum(['off', 'work']),
  name: z
    .string()
    .trim()
    .min(1, say('name the holiday', '请写节假日的名称'))
    .max(40, say('at most 40 characters', '最多 40 个字')),
  /** Which statutory holiday it belongs to, where the name does not say it. */
  holiday: z.enum(HOLIDAYS).exactOptional(),
})
export type HolidayDay = Readonly<z.infer<typeof HolidayDay>>

/** Holidays of whole years: what is not listed of a year follows its weekday. */
export const Holidays = z
  .strictObject({
    years: z.array(z.int().min(1900).max(2100)).min(1).max(100),
    days: z.array(HolidayDay).max(5_000),
  })
  .transform((holidays, context) => {
    const { years, days } = holidays
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const [listed, dates, withDays] = [new Set(years), new Set<string>(), new Set<number>()]
    days.forEach(({ date }, i) => {
      const year = Number(date.slice(0, 4))
      if (!listed.has(year))
        refuse(['days', i, 'date'], sentence('its year is not among the years', '年份不在 years 里'))
      if (dates.has(date)) refuse(['days', i, 'date'], sentence('the day is listed twice', '日期重复'))
      dates.add(date)
      withDays.add(year)
    })
    if (listed.size < years.length) refuse(['years'], sentence('a year is listed twice', '年份重复'))
    years.forEach((year, i) => {
      if (!withDays.has(year))
        refuse(['years', i], sentence('the year has no holidays: list them', '这一年没有节假日：请列出'))
    })
    return holidays
  })
/** How announcements name the statutory holidays. */
const NAMES: Readonly<Record<string, HolidayKey>> = {
  ...{ 元旦: 'new-year', 元旦节: 'new-year', 春节: 'spring-festival', 清明: 'qingming', 清明节: 'qingming' },
  ...{ 劳动节: 'labour-day', 五一: 'labour-day', 端午: 'dragon-boat', 端午节: 'dragon-boat', 中秋: 'mid-autumn' },
  ...{ 中秋节: 'mid-autumn', 国庆: 'national-day', 国庆节: 'national-day' },
}

const holidayOf = ({ name, holiday }: HolidayDay): HolidayKey | undefined =>
  holiday ?? (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined)

const SATURDAY = 6

/** What holidays mean for who asks whether a day is worked, and for which holiday. */
export function calendarOf(holidays: {
  readonly years: readonly number[]
  readonly days: readonly HolidayDay[]
}): Calendar {
  const unlikeWeekdays = holidays.days.filter(
    ({ date, is }) => (is === 'work') !== Temporal.PlainDate.from(date).dayOfWeek < SATURDAY,
  )
  const named = holidays.days.flatMap((day) => {
    const holiday = holidayOf(day)
    return holiday ? [[day.date, holiday] as const] : []
  })
  return {
    years: holidays.years,
    days: Object.fromEntries(unlikeWeekdays.map(({ date, is }) => [date, is])),
    holidays: Object.fromEntries(named),
  }
}
