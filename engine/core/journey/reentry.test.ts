import { describe, expect, it } from 'vitest'
import { atLocal } from '../time/zone.ts'
import { Reentry } from './document.ts'
import type { Entry } from './reentry.ts'
import { decideReentry } from './reentry.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-06-01T12:00:00Z')

const entry = (entryNo: number, hoursAgo: number, live = false): Entry => ({
  entryNo,
  live,
  enteredAt: NOW - hoursAgo * HOUR,
})
const twiceADay = { entries: 2, within: { amount: 24, unit: 'hour' } }

describe('re-entry', () => {
  it.each([
    ['never lets a newcomer in', { rule: 'never' }, [], { entryNo: 1 }],
    ['never refuses whoever is inside', { rule: 'never' }, [entry(1, 1, true)], { refused: 'already-entered' }],
    ['never refuses whoever left', { rule: 'never' }, [entry(1, 9_000)], { refused: 'already-entered' }],
    ['is the default', {}, [entry(1, 9_000)], { refused: 'already-entered' }],
    ['after leaving lets a newcomer in', { rule: 'after-leaving' }, [], { entryNo: 1 }],
    ['after leaving refuses inside', { rule: 'after-leaving' }, [entry(1, 1, true)], { refused: 'still-inside' }],
    [
      'after leaving looks at every entry',
      { rule: 'after-leaving' },
      [entry(1, 9, true), entry(2, 1)],
      { refused: 'still-inside' },
    ],
    ['after leaving lets in again', { rule: 'after-leaving' }, [entry(1, 1)], { entryNo: 2 }],
    [
      'after leaving keeps its limit',
      { rule: 'after-leaving', limit: twiceADay },
      [entry(1, 5), entry(2, 1)],
      { refused: 'too-many-entries' },
    ],
    [
      'any time lets in beside a live one',
      { rule: 'any-time' },
      [entry(1, 1, true), entry(2, 0, true)],
      { entryNo: 3 },
    ],
    [
      'any time stops at so many at once',
      { rule: 'any-time', atOnce: 2 },
      [entry(1, 1, true), entry(2, 1, true)],
      { refused: 'too-many-at-once' },
    ],
    [
      'any time counts only live ones as at once',
      { rule: 'any-time', atOnce: 2 },
      [entry(1, 1), entry(2, 1, true)],
      { entryNo: 3 },
    ],
    [
      'counts live and left entries in the window',
      { rule: 'any-time', limit: twiceADay },
      [entry(1, 23), entry(2, 1, true)],
      { refused: 'too-many-entries' },
    ],
    [
      'lets the window slide: an entry its whole length ago is out',
      { rule: 'any-time', limit: twiceADay },
      [entry(1, 24), entry(2, 1)],
      { entryNo: 3 },
    ],
    ['numbers on from the greatest, in any order', { rule: 'any-time' }, [entry(7, 2), entry(3, 1)], { entryNo: 8 }],
  ])('%s', (_, rule, history, expected) => {
    expect(decideReentry({ reentry: Reentry.parse(rule), goals: [] }, history, NOW, 'UTC')).toEqual(expected)
  })

  it('counts days of a window by the calendar of the zone', () => {
    const zone = 'America/New_York'
    const rule = Reentry.parse({ rule: 'any-time', limit: { entries: 1, within: { amount: 1, unit: 'day' } } })
    const entered = [{ entryNo: 1, live: false, enteredAt: atLocal('2026-03-07T12:00', zone) }]
    expect(decideReentry({ reentry: rule, goals: [] }, entered, atLocal('2026-03-08T11:59', zone), zone)).toEqual({
      refused: 'too-many-entries',
    })
    expect(decideReentry({ reentry: rule, goals: [] }, entered, atLocal('2026-03-08T12:00', zone), zone)).toEqual({
      entryNo: 2,
    })
  })
})
