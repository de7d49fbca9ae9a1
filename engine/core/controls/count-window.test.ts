import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DurationUnit } from '../time/duration.ts'
import { type CountWindow, countsFrom, daysOf, windowKey } from './count-window.ts'

const from = (window: CountWindow, at: string, zone = 'UTC') =>
  new Date(countsFrom(window, Date.parse(at), zone)).toISOString()

describe('a window of a count begins', () => {
  it.each([
    ['ever', { kind: 'ever' }, '2026-03-08T10:00:00Z', 'UTC', '1970-01-01T00:00:00.000Z'],
    ['with the local day', { kind: 'day' }, '2026-03-08T17:00:00Z', 'Asia/Shanghai', '2026-03-08T16:00:00.000Z'],
    ['at midnight itself', { kind: 'day' }, '2026-03-08T00:00:00Z', 'UTC', '2026-03-08T00:00:00.000Z'],
    [
      'a millisecond before it, a day earlier',
      { kind: 'day' },
      '2026-03-07T23:59:59.999Z',
      'UTC',
      '2026-03-07T00:00:00.000Z',
    ],
    [
      'in the zone it names',
      { kind: 'day', zone: 'UTC' },
      '2026-03-08T17:00:00Z',
      'Asia/Shanghai',
      '2026-03-08T00:00:00.000Z',
    ],
    ['with Monday', { kind: 'week' }, '2026-03-08T23:00:00Z', 'UTC', '2026-03-02T00:00:00.000Z'],
    ['with Monday, on a Monday', { kind: 'week' }, '2026-03-09T00:00:00Z', 'UTC', '2026-03-09T00:00:00.000Z'],
    ['with the month', { kind: 'month' }, '2026-03-31T23:00:00Z', 'UTC', '2026-03-01T00:00:00.000Z'],
    ['on a day of 23 hours', { kind: 'day' }, '2026-03-08T22:00:00Z', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    [
      'on a day that has no midnight',
      { kind: 'day' },
      '2026-09-06T12:00:00Z',
      'America/Santiago',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'just after its length ago',
      { kind: 'last', duration: { amount: 2, unit: 'hour' } },
      '2026-03-08T10:00:00Z',
      'UTC',
      '2026-03-08T08:00:00.001Z',
    ],
    [
      'a calendar month ago',
      { kind: 'last', duration: { amount: 1, unit: 'month' } },
      '2026-03-31T10:00:00Z',
      'UTC',
      '2026-02-28T10:00:00.001Z',
    ],
  ] as const)('%s', (_title, window, at, zone, expected) => {
    expect(from(window, at, zone)).toBe(expected)
  })

  it('reaches no farther back than its days, in any zone', () => {
    const durations = fc.record({
      amount: fc.integer({ min: 1, max: 24 }),
      unit: fc.constantFrom(...DurationUnit.options),
    })
    const windows = fc.oneof(
      fc.record({ kind: fc.constantFrom('day', 'week', 'month') }),
      fc.record({ kind: fc.constant('last' as const), duration: durations }),
    ) as fc.Arbitrary<CountWindow>
    const instants = fc.integer({ min: Date.parse('2024-01-01') / 900_000, max: Date.parse('2027-01-01') / 900_000 })
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
    )
    fc.assert(
      fc.property(windows, instants, zones, (window, quarter, zone) => {
        const at = quarter * 900_000
        expect(countsFrom(window, at, zone)).toBeGreaterThan(at - (daysOf(window) ?? 0) * 86_400_000)
      }),
      { numRuns: 1_000 },
    )
    expect(daysOf({ kind: 'ever' })).toBeNull()
  })

  it('is told apart from others', () => {
    const windows: CountWindow[] = [
      { kind: 'ever' },
      { kind: 'day' },
      { kind: 'day', zone: 'UTC' },
      { kind: 'week' },
      { kind: 'last', duration: { amount: 1, unit: 'day' } },
      { kind: 'last', duration: { amount: 1, unit: 'week' } },
    ]
    expect(new Set(windows.map(windowKey)).size).toBe(windows.length)
  })
})
