import { describe, expect, it } from 'vitest'
import { type Calendar, isKnownYear, isWorkday } from './calendar.ts'

const calendar: Calendar = { days: { '2026-02-14': 'work', '2026-02-16': 'off' }, years: [2026] }

describe('a workday', () => {
  it.each([
    ['2026-02-13', 'a Friday', true],
    ['2026-02-15', 'a Sunday', false],
    ['2026-02-14', 'a Saturday that is worked instead', true],
    ['2026-02-16', 'a Monday that is off', false],
    ['2027-10-01', 'a Friday of a year without data', true],
    ['2027-10-02', 'a Saturday of a year without data', false],
  ])('%s, %s: %s', (date, _, expected) => expect(isWorkday(date, calendar)).toBe(expected))

  it('says whether the year is known', () => {
    expect(['2025-12-31', '2026-01-01', '2027-01-01'].map((date) => isKnownYear(date, calendar))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('is never one that does not exist', () => {
    expect(() => isWorkday('2026-13-45', calendar)).toThrow(RangeError)
    expect(() => isWorkday('2026-02-30', calendar)).toThrow(RangeError)
  })
})
