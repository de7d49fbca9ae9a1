import { SolarTerm } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { solarTermDate } from './solar-terms.ts'

describe('a solar term', () => {
  it.each([
    ['小寒', 2026, 0, '2026-01-05'],
    ['清明', 2026, 6, '2026-04-05'],
    ['夏至', 2026, 11, '2026-06-21'],
    ['冬至', 2026, 23, '2026-12-22'],
    ['冬至', 2025, 23, '2025-12-21'],
    ['立春', 1984, 2, '1984-02-04'],
  ])('%s of %d', (_, year, index, date) => expect(solarTermDate(year, index)).toBe(date))

  it('falls on the day that tyme4ts says, in every year', () => {
    for (let year = 1900; year <= 2100; year++) {
      for (let index = 0; index < 24; index++) {
        const day = SolarTerm.fromIndex(year, index + 1).getSolarDay()
        const date = new Date(Date.UTC(day.getYear(), day.getMonth() - 1, day.getDay())).toISOString().slice(0, 10)
        expect(solarTermDate(year, index)).toBe(date)
      }
    }
  })

  it.each([
    [1899, 0],
    [2101, 0],
    [2026, 24],
    [2026, -1],
  ])('of %d, number %d, is refused', (year, index) => expect(() => solarTermDate(year, index)).toThrow(RangeError))
})
