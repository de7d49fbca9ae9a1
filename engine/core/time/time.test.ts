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

  // Spring and autumn where there is DST (Lord Howe shifts by half an hour), and a day without.
  it.each([
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Shanghai', '2026-03-08', 24],
  ])('of a day in %s ends at 23:30 of %s, %d hours later', (zone, day, hours) => {
    const ended = atLocal(`${day}T23:30`, zone)
    const entered = subtractDuration(ended, { amount: 1, unit: 'day' }, zone)
    expect(ended - entered).toBe(hours * 3_600_000)
    expect(addDuration(entered, { amount: 1, unit: 'day' }, zone)).toBe(ended)
    expect(addDuration(entered, { amount: 24, unit: 'hour' }, zone)).toBe(entered + 86_400_000)
  })

  it('of a month stops at the end of a short month, in a leap year too', () => {
    const month = { amount: 1, unit: 'month' } as const
    const after = (day: string) =>
      localDate(addDuration(atLocal(`${day}T10:00`, 'Asia/Shanghai'), month, 'Asia/Shanghai'), 'Asia/Shanghai')
    expect(['2026-01-31', '2028-01-31', '2026-03-31', '2026-12-31'].map(after)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-04-30',
      '2027-01-31',
    ])
    expect(localDate(subtractDuration(atLocal('2026-03-31T10:00', 'UTC'), month, 'UTC'), 'UTC')).toBe('2026-02-28')
  })

  it('answers the same whatever was asked before', () => {
    const [day, week] = [{ amount: 1, unit: 'day' } as const, { amount: 1, unit: 'week' } as const]
    const at = atLocal('2026-03-07T23:30', 'America/New_York')
    const first = addDuration(at, day, 'America/New_York')
    expect(addDuration(at, week, 'America/New_York')).toBe(atLocal('2026-03-14T23:30', 'America/New_York'))
    expect(addDuration(at, day, 'Asia/Shanghai')).toBe(at + 86_400_000)
    expect(addDuration(at + 1, day, 'America/New_York')).toBe(first + 1)
    expect(subtractDuration(at, day, 'America/New_York')).toBe(atLocal('2026-03-06T23:30', 'America/New_York'))
    expect(addDuration(at, day, 'America/New_York')).toBe(first)
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
  it('must be an IANA name that is known', () => {
    for (const good of ['Asia/Shanghai', 'America/Port-au-Prince', 'Etc/GMT+8', 'UTC'])
      expect(Zone.parse(good)).toBe(good)
    // PostgreSQL reads the sign of an offset the other way round, and abbreviations without DST.
    for (const bad of ['Mars/Olympus', '+08:00', '-05', 'CET', 'eet', '2026-01-01T00:00[Asia/Shanghai]', '']) {
      expect(Zone.safeParse(bad).error?.issues[0]?.message).toBe(
        'not a time zone: write an IANA name such as Asia/Shanghai',
      )
    }
  })

  it('moves a local time that DST skips on', () => {
    expect(atLocal('2026-03-08T02:30', 'America/New_York')).toBe(atLocal('2026-03-08T03:30', 'America/New_York'))
  })

  it('takes the first of a local time that DST repeats', () => {
    expect(new Date(atLocal('2026-11-01T01:30', 'America/New_York')).toISOString()).toBe('2026-11-01T05:30:00.000Z')
    expect(new Date(atLocal('2026-10-25', 'Atlantic/Azores')).toISOString()).toBe('2026-10-25T00:00:00.000Z')
  })
})
