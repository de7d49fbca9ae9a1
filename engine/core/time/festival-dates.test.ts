import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../members/face.ts'
import { Shift } from './anniversary.ts'
import { type Calendar, HOLIDAYS, WEEKDAYS_ALONE } from './calendar.ts'
import { datesFrom, datesOf } from './festival-dates.ts'
import { FestivalDay, HOLIDAY_DAYS, LUNAR_FESTIVALS, OCCASIONS, SOLAR_TERMS } from './festivals.ts'
import { dayAfter } from './zone.ts'

const lunar = (festival: string) => ({ kind: 'lunar', festival })
const term = (of: string) => ({ kind: 'solar-term', term: of })
const occasion = (of: string) => ({ kind: 'occasion', occasion: of })
const holiday = (of: string, on = 'festival') => ({ kind: 'statutory', holiday: of, on })
const monthly = (...dates: number[]) => ({ kind: 'monthly', dates })
const yearly = (month: number, day: number, more: object = {}) => ({ kind: 'yearly', month, day, ...more })
const lunarYearly = (month: number, day: number) => ({ kind: 'lunar-yearly', month, day })

const inYear = (day: object, year: number, calendar: Calendar = BUILT_IN_CALENDAR) =>
  datesOf(FestivalDay.parse(day), year, calendar)

function firstOf(dates: Iterable<string>, count: number): string[] {
  const first: string[] = []
  for (const date of dates) if (first.push(date) === count) break
  return first
}

describe('a day that comes for everybody', () => {
  // Read in published calendars, not asked of ours.
  it.each([
    ['春节', lunar('spring-festival'), { 2025: ['2025-01-29'], 2026: ['2026-02-17'], 2027: ['2027-02-06'] }],
    ['除夕 of a month of 29 days', lunar('new-years-eve'), { 2025: ['2025-01-28'], 2026: ['2026-02-16'] }],
    ['除夕 of a month of 30 days', lunar('new-years-eve'), { 2024: ['2024-02-09'], 2023: ['2023-01-21'] }],
    ['小年 of the north', lunar('little-new-year-north'), { 2025: ['2025-01-22'], 2026: ['2026-02-10'] }],
    ['小年 of the south', lunar('little-new-year-south'), { 2025: ['2025-01-23'], 2026: ['2026-02-11'] }],
    [
      '腊八, twice in a solar year and not in the next',
      lunar('laba'),
      { 2022: ['2022-01-10', '2022-12-30'], 2023: [] },
    ],
    ['元宵', lunar('lantern'), { 2025: ['2025-02-12'], 2026: ['2026-03-03'] }],
    ['龙抬头', lunar('dragon-head'), { 2025: ['2025-03-01'], 2026: ['2026-03-20'] }],
    ['端午', lunar('dragon-boat'), { 2025: ['2025-05-31'], 2026: ['2026-06-19'] }],
    ['七夕, in a year with a leap sixth month', lunar('qixi'), { 2025: ['2025-08-29'], 2026: ['2026-08-19'] }],
    ['中元', lunar('ghost'), { 2025: ['2025-09-06'], 2026: ['2026-08-27'] }],
    ['中秋', lunar('mid-autumn'), { 2025: ['2025-10-06'], 2026: ['2026-09-25'], 2033: ['2033-09-08'] }],
    ['重阳', lunar('double-ninth'), { 2025: ['2025-10-29'], 2026: ['2026-10-18'] }],
    ['清明', term('qingming'), { 2025: ['2025-04-04'], 2026: ['2026-04-05'], 2027: ['2027-04-05'] }],
    ['冬至', term('winter-solstice'), { 2025: ['2025-12-21'], 2026: ['2026-12-22'] }],
    ['小寒', term('minor-cold'), { 2026: ['2026-01-05'] }],
    ['惊蛰', term('insects-awaken'), { 2026: ['2026-03-05'] }],
    ['立秋', term('autumn-begins'), { 2026: ['2026-08-07'] }],
    [
      '母亲节 on the earliest and the latest day',
      occasion('mothers-day'),
      { 2022: ['2022-05-08'], 2023: ['2023-05-14'] },
    ],
    ['父亲节', occasion('fathers-day'), { 2025: ['2025-06-15'], 2026: ['2026-06-21'] }],
    [
      '感恩节 on the earliest and the latest day',
      occasion('thanksgiving'),
      { 2018: ['2018-11-22'], 2024: ['2024-11-28'] },
    ],
    ['黑色星期五', occasion('black-friday'), { 2018: ['2018-11-23'], 2024: ['2024-11-29'] }],
    ['双十一', occasion('double-eleven'), { 2026: ['2026-11-11'] }],
    ['29 February in a leap year', yearly(2, 29), { 2028: ['2028-02-29'] }],
    ['29 February in another', yearly(2, 29), { 2026: ['2026-02-28'] }],
    ['29 February in another, on 1 March', yearly(2, 29, { leapDay: 'mar-1' }), { 2026: ['2026-03-01'] }],
    ['29 February in leap years only', yearly(2, 29, { leapDay: 'skip' }), { 2026: [], 2028: ['2028-02-29'] }],
    ['a lunar day of a year whose month comes twice', lunarYearly(6, 6), { 2025: ['2025-06-30'] }],
    ['a lunar 30th in a month of 29 days', lunarYearly(12, 30), { 2026: ['2026-02-16'], 2030: ['2030-02-02'] }],
    ['元旦', holiday('new-year'), { 2027: ['2027-01-01'] }],
    ['国庆', holiday('national-day'), { 2026: ['2026-10-01'] }],
    ['清明, the holiday', holiday('qingming'), { 2026: ['2026-04-05'] }],
    ['端午, the holiday', holiday('dragon-boat'), { 2026: ['2026-06-19'] }],
  ])('%s', (_, day, dates: Record<number, string[]>) => {
    for (const [year, expected] of Object.entries(dates)) expect(inYear(day, Number(year))).toEqual(expected)
  })

  it('on days of each month, but in months that have them', () => {
    expect(inYear(monthly(8), 2026)).toHaveLength(12)
    expect(inYear(monthly(31), 2026).map((date) => date.slice(5, 7))).toEqual([
      '01',
      '03',
      '05',
      '07',
      '08',
      '10',
      '12',
    ])
    expect(inYear(monthly(28, -1), 2026).filter((date) => date.includes('-02-'))).toEqual(['2026-02-28'])
    expect(inYear(monthly(-1), 2028)[1]).toBe('2028-02-29')
  })

  it('is one day by whichever kind it is named', () => {
    const same = [
      [holiday('spring-festival'), lunar('spring-festival')],
      [holiday('qingming'), term('qingming')],
      [occasion('new-year'), yearly(1, 1)],
      [lunar('double-ninth'), lunarYearly(9, 9)],
    ]
    for (const [one = {}, other = {}] of same)
      for (const year of [2024, 2025, 2026, 2033]) expect(inYear(one, year)).toEqual(inYear(other, year))
  })

  it('comes once in each of its own years, as far as moon and sun are known, and never beyond', () => {
    const times = (day: object) => Array.from({ length: 203 }, (_, i) => inYear(day, 1899 + i)).flat().length
    for (const festival of LUNAR_FESTIVALS) expect([200, 201, 202]).toContain(times(lunar(festival)))
    for (const each of SOLAR_TERMS) expect(times(term(each))).toBe(201)
    for (const each of OCCASIONS) expect(times(occasion(each))).toBe(203)
  })
})

describe('a statutory holiday goes by which days are worked', () => {
  it.each([
    ['春节 2026', 'spring-festival', 2026, ['2026-02-15', '2026-02-23', '2026-02-14', '2026-02-24']],
    ['国庆 2026', 'national-day', 2026, ['2026-10-01', '2026-10-07', '2026-09-30', '2026-10-08']],
    ['元旦 2026', 'new-year', 2026, ['2026-01-01', '2026-01-03', '2025-12-31', '2026-01-04']],
    [
      '中秋 2025, which lies in the days of 国庆',
      'mid-autumn',
      2025,
      ['2025-10-01', '2025-10-08', '2025-09-30', '2025-10-09'],
    ],
    [
      '端午 2024, a Monday after a weekend',
      'dragon-boat',
      2024,
      ['2024-06-08', '2024-06-10', '2024-06-07', '2024-06-11'],
    ],
    ['清明 2023, a Wednesday alone', 'qingming', 2023, ['2023-04-05', '2023-04-05', '2023-04-04', '2023-04-06']],
  ])('%s', (_, of, year, [firstOff = '', lastOff, before = '', after]) => {
    expect(inYear(holiday(of, 'first-day-off'), Number(firstOff.slice(0, 4)))).toContain(firstOff)
    expect(inYear(holiday(of, 'last-day-off'), year)).toEqual([lastOff])
    expect(inYear(holiday(of, 'last-workday'), Number(before.slice(0, 4)))).toContain(before)
    expect(inYear(holiday(of, 'first-workday'), year)).toEqual([after])
  })

  it('whose days off begin in the year before', () => {
    // 元旦 2024 is a Monday, 2023 a Sunday after 31 December off.
    expect(inYear(holiday('new-year', 'first-day-off'), 2023)).toEqual(['2023-12-30'])
    expect(inYear(holiday('new-year', 'first-day-off'), 2022)).toEqual(['2022-01-01', '2022-12-31'])
    expect(inYear(holiday('new-year', 'first-day-off'), 2024)).toEqual([])
  })

  it('has moved workdays, of its own only', () => {
    const moved = (of: string, year: number) => inYear(holiday(of, 'moved-workdays'), year)
    expect(moved('spring-festival', 2026)).toEqual(['2026-02-14', '2026-02-28'])
    // 20 September lies nearer to 中秋.
    expect(moved('national-day', 2026)).toEqual(['2026-09-20', '2026-10-10'])
    expect(moved('mid-autumn', 2026)).toEqual([])
    expect(moved('new-year', 2018)).toEqual(['2018-12-29'])
  })

  it('of a year that is not known falls on its festival, and has no moved workday', () => {
    for (const on of ['first-day-off', 'last-day-off', 'last-workday', 'first-workday'])
      expect(inYear(holiday('spring-festival', on), 2027)).toEqual(['2027-02-06'])
    expect(inYear(holiday('spring-festival', 'moved-workdays'), 2027)).toEqual([])
    const days = { '2027-02-08': 'off', '2027-02-09': 'off' } as const
    const holidays = { '2027-02-08': 'spring-festival', '2027-02-09': 'spring-festival' } as const
    const known = { years: [2027], days, holidays }
    expect(inYear(holiday('spring-festival', 'first-day-off'), 2027, known)).toEqual(['2027-02-06'])
    expect(inYear(holiday('spring-festival', 'last-day-off'), 2027, known)).toEqual(['2027-02-09'])
    // A calendar that does not have the holiday: its festival is a Wednesday like others.
    expect(inYear(holiday('mid-autumn', 'first-day-off'), 2027, known)).toEqual(['2027-09-15'])
    expect(inYear(holiday('mid-autumn', 'moved-workdays'), 2027, known)).toEqual([])
  })

  it('is told of days off alone where the workspace lists them without its festival', () => {
    const known = { years: [2027], days: { '2027-09-16': 'off' }, holidays: { '2027-09-16': 'mid-autumn' } } as const
    expect(inYear(holiday('mid-autumn', 'first-day-off'), 2027, known)).toEqual(['2027-09-16'])
  })
})

describe('dates in their order', () => {
  const from = (days: object[], day: string, count: number, shift: object = { kind: 'on' }) => {
    const festivals = { days: days.map((each) => FestivalDay.parse(each)), shift: Shift.parse(shift) }
    return firstOf(datesFrom(festivals, day, BUILT_IN_CALENDAR), count)
  }

  it('are those of all days, each date once', () => {
    expect(from([occasion('christmas'), lunar('spring-festival'), yearly(12, 25)], '2026-12-25', 3)).toEqual([
      ...['2026-12-25', '2027-02-06', '2027-12-25'],
    ])
  })

  it('lie so many days before or after, over the new year and the end of a month', () => {
    expect(from([occasion('new-year')], '2026-12-01', 2, { kind: 'before', days: 7 })).toEqual([
      '2026-12-25',
      '2027-12-25',
    ])
    expect(from([occasion('christmas')], '2026-12-31', 1, { kind: 'after', days: 10 })).toEqual(['2027-01-04'])
    expect(from([monthly(1)], '2028-02-01', 2, { kind: 'before', days: 1 })).toEqual(['2028-02-29', '2028-03-31'])
    expect(from([yearly(3, 1)], '2026-01-01', 2, { kind: 'before', days: 365 })).toEqual(['2026-03-01', '2027-03-02'])
    expect(from([yearly(1, 1)], '2026-01-01', 2, { kind: 'after', days: 365 })).toEqual(['2026-01-01', '2027-01-01'])
  })

  it('of different days may meet after the shift no more than before', () => {
    // 父亲节 2026 is the day of 夏至.
    expect(from([occasion('fathers-day'), term('summer-solstice')], '2026-06-01', 2)).toEqual([
      '2026-06-21',
      '2027-06-20',
    ])
  })

  it('end where the moon does', () => {
    expect(from([lunar('mid-autumn')], '2099-01-01', 10)).toHaveLength(2)
    expect(from([monthly(8)], '2101-01-01', 1)).toEqual([])
  })

  it('ascend, and are each so many days off one of the days', () => {
    const any = fc.oneof(
      fc.record({
        kind: fc.constant('statutory'),
        holiday: fc.constantFrom(...HOLIDAYS),
        on: fc.constantFrom(...HOLIDAY_DAYS),
      }),
      fc.record({ kind: fc.constant('lunar'), festival: fc.constantFrom(...LUNAR_FESTIVALS) }),
      fc.record({ kind: fc.constant('solar-term'), term: fc.constantFrom(...SOLAR_TERMS) }),
      fc.record({ kind: fc.constant('occasion'), occasion: fc.constantFrom(...OCCASIONS) }),
      fc.record({
        kind: fc.constant('lunar-yearly'),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 30 }),
      }),
      fc.record({ kind: fc.constant('monthly'), dates: fc.constantFrom([-1], [8], [29, 31]) }),
    )
    const shifts = fc.integer({ min: -365, max: 365 })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), shifts, fc.boolean(), (given, by, isKnown) => {
        const calendar = isKnown ? BUILT_IN_CALENDAR : WEEKDAYS_ALONE
        const days = given.map((each) => FestivalDay.parse(each))
        const shift =
          by === 0 ? ({ kind: 'on' } as const) : ({ kind: by < 0 ? 'before' : 'after', days: Math.abs(by) } as const)
        const dates = firstOf(datesFrom({ days, shift }, '2023-01-01', calendar), 40)
        expect(dates).toEqual([...new Set(dates)].sort())
        const all = new Set(
          [2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
            days.flatMap((day) => datesOf(day, year, calendar)),
          ),
        )
        const early = [...all]
          .map((date) => dayAfter(date, by))
          .filter((date) => date >= '2023-01-01' && date < '2026-01-01')
        expect(dates.filter((date) => date < '2026-01-01')).toEqual([...new Set(early)].sort().slice(0, 40))
      }),
      { numRuns: 100 },
    )
  })
})
