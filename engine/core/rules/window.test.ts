import { describe, expect, it } from 'vitest'
import { atLocal } from '../time/zone.ts'
import { spanOf } from './window.ts'

const LATER = Date.parse('2027-01-01T00:00:00Z')

describe('a window of whole local days', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-08', '2026-03-09', 24],
    ['America/New_York', '2026-03-08', '2026-03-09', 23],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-06', 24.5],
    // Days that have no midnight, and one that has two.
    ['America/Santiago', '2026-09-06', '2026-09-07', 23],
    ['Africa/Cairo', '2026-04-24', '2026-04-25', 23],
    ['America/Havana', '2026-11-01', '2026-11-02', 25],
  ])('in %s on %s ends just before %s begins, %d hours long', (zone, day, next, hours) => {
    const { from, to } = spanOf({ kind: 'between', from: day, to: day }, { at: LATER, zone })
    expect(from).toBe(atLocal(day, zone))
    expect(to).toBe(atLocal(next, zone) - 1)
    expect(to + 1 - from).toBe(hours * 3_600_000)
  })

  it('stops at the moment it is asked, and covers nothing where its ends are swapped', () => {
    const at = Date.parse('2026-03-29T16:30:00Z')
    const until = spanOf({ kind: 'between', from: '2026-03-29', to: '2026-03-29' }, { at, zone: 'UTC' })
    expect(until).toEqual({ from: Date.parse('2026-03-29'), to: at })
    const swapped = spanOf({ kind: 'between', from: '2026-03-29', to: '2026-03-28' }, { at, zone: 'UTC' })
    expect(swapped.to).toBeLessThan(swapped.from)
  })
})
