import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDuration, Duration, subtractDuration } from './duration.ts'
import { atLocal, localDate, Zone } from './zone.ts'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC']

describe('a duration', () => {
  it('of days keeps the local time across a DST change, of hours does not', () => {
    const entered = atLocal('2026-03-07T23:30', 'America/New_York')
    expect(addDuration(entered, { amount: 1, unit: 'day' }, 'America/New_York')).toBe(
      atLocal('2026-03-08T23:30', 'America/New_York'),
    )
    expect(addDuration(entered, { amount: 24, unit: 'hour' }, 'America/New_York')).toBe(entered + 86_400_000)
    expect(atLocal('2026-03-08T23:30', 'America/New_York') - entered).toBe(23 * 3_600_000)
  })

  it('of months stops at the end of a short month', () => {
    const at = atLocal('2026-01-31T10:00', 'Asia/Shanghai')
    expect(addDuration(at, { amount: 1, unit: 'month' }, 'Asia/Shanghai')).toBe(
      atLocal('2026-02-28T10:00', 'Asia/Shanghai'),
    )
  })

  it('of days, taken back, comes to the same local date in every zone', () => {
    const days = fc.integer({ min: 1, max: 700 })
    const when = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') })
    fc.assert(
      fc.property(when, days, fc.constantFrom(...ZONES), (at, amount, zone) => {
        const there = addDuration(at, { amount, unit: 'day' }, zone)
        expect(localDate(subtractDuration(there, { amount, unit: 'day' }, zone), zone)).toBe(localDate(at, zone))
        expect(there).toBeGreaterThan(at)
      }),
    )
  })

  it('is refused beyond two years, and below one', () => {
    for (const bad of [
      { amount: 731, unit: 'day' },
      { amount: 0, unit: 'day' },
      { amount: 1, unit: 'year' },
      { amount: 1.5, unit: 'day' },
    ]) {
      expect(Duration.safeParse(bad).success).toBe(false)
    }
    expect(Duration.safeParse({ amount: 24, unit: 'month' }).success).toBe(true)
  })
})

describe('a zone', () => {
  it('must be known', () => {
    expect(Zone.safeParse('Asia/Shanghai').success).toBe(true)
    expect(Zone.safeParse('Mars/Olympus').success).toBe(false)
  })

  it('moves a local time that DST skips on', () => {
    expect(atLocal('2026-03-08T02:30', 'America/New_York')).toBe(atLocal('2026-03-08T03:30', 'America/New_York'))
  })
})
