import { describe, expect, it } from 'vitest'
import { calendarOf, Holidays } from './holidays.ts'

const day = (date: string, is = 'off', name = '元旦') => ({ date, is, name })
const faultsOf = (input: unknown) =>
  Holidays.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('holidays', () => {
  it('change the days that are unlike their weekday, and no others', () => {
    const days = [day('2027-01-01'), day('2027-01-02'), day('2027-01-03', 'work'), day('2027-01-04', 'work')] as never
    expect(calendarOf({ years: [2027], days })).toEqual({
      years: [2027],
      days: { '2027-01-01': 'off', '2027-01-03': 'work' },
      holidays: Object.fromEntries(['01', '02', '03', '04'].map((one) => [`2027-01-${one}`, 'new-year'])),
    })
  })

  it('say which statutory holiday a day belongs to by themselves, or by its name; others belong to none', () => {
    const days = [
      day('2027-09-15', 'off', '中秋节'),
      { ...day('2027-10-01', 'off', 'National Day'), holiday: 'national-day' },
      { ...day('2027-10-02', 'off', '中秋'), holiday: 'national-day' },
      day('2027-12-25', 'off', 'Christmas'),
      day('2027-12-26', 'off', 'constructor'),
    ]
    const { holidays } = calendarOf(Holidays.parse({ years: [2027], days }))
    expect(holidays).toEqual({
      ...{ '2027-09-15': 'mid-autumn', '2027-10-01': 'national-day', '2027-10-02': 'national-day' },
    })
  })

  it.each([
    [{ years: [2027], days: [day('2026-12-31'), day('2027-01-01')] }, 'days.0.date', 'its year is not among the years'],
    [{ years: [2027], days: [day('2027-01-01'), day('2027-01-01')] }, 'days.1.date', 'the day is listed twice'],
    [{ years: [2027, 2028], days: [day('2027-01-01')] }, 'years.1', 'the year has no holidays: list them'],
    [{ years: [2027, 2027], days: [day('2027-01-01')] }, 'years', 'a year is listed twice'],
    [{ years: [2027], days: [day('2027-02-30')] }, 'days.0.date', 'a day as YYYY-MM-DD'],
    [{ years: [2027], days: [day('2027-01-01', 'off', ' ')] }, 'days.0.name', 'name the holiday'],
  ])('are refused where they say what cannot be: %j', (input, path, message) =>
    expect(faultsOf(input)).toContainEqual([path, message]),
  )

  it.each([
    null,
    [],
    {},
    { years: [], days: [] },
    { years: [2027], days: [day('2027-01-01', 'maybe')] },
    { years: [2027], days: [{ ...day('2027-01-01'), holiday: 'christmas' }] },
    { years: [2027], days: [{ ...day('2027-01-01'), surprise: 1 }] },
    { years: [20270], days: [day('2027-01-01')] },
    { years: [2027], days: Array.from({ length: 5_001 }, () => day('2027-01-01')) },
  ])('are refused where they are something else (%#)', (input) => expect(faultsOf(input)?.length).toBeGreaterThan(0))
})
