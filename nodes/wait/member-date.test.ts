import { describe, expect, it } from 'vitest'
import { atLocal, localDateTime } from '../../engine/core/time/zone.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const ZONE = 'Asia/Shanghai'

/** When somebody goes on whose date is `date` and who comes at a local time; else the outcome, and why. */
function goesOn(local: string, date: unknown, settings: object, zone = ZONE): string {
  const at = atLocal(local, zone)
  const decide = (now: number, due: boolean) =>
    visit(definition, { attribute: 'day', ...settings }, { at: now, arrivedAt: at, due, zone, facts: { date } })
  const decision = decide(at, false)
  if (decision.do === 'leave') return [decision.outcome, decision.because?.date].filter(Boolean).join(' ')
  if (decision.do !== 'park' || decision.until === null) throw new Error('it performs')
  expect(decide(decision.until, true)).toEqual({ do: 'leave', outcome: 'done' })
  return localDateTime(decision.until, zone)
}

describe('a wait for a date of the member', () => {
  const date = { kind: 'date' }
  it.each([
    ['the day itself', '2026-03-01T12:00', '2026-03-10', {}, '2026-03-10 10:00'],
    [
      'before it',
      '2026-03-01T12:00',
      '2026-03-10',
      { shift: { kind: 'before', days: 9 }, time: '18:30' },
      '2026-03-01 18:30',
    ],
    ['after it', '2026-02-27T12:00', '2026-02-28', { shift: { kind: 'after', days: 1 } }, '2026-03-01 10:00'],
    ['an instant, by its local day', '2026-03-01T12:00', '2026-03-09T18:00:00Z', {}, '2026-03-10 10:00'],
    ['the very moment', '2026-03-10T10:00', '2026-03-10', { pastDue: 'expired' }, 'done'],
    ['one that is over', '2026-03-10T10:01', '2026-03-10', {}, 'done'],
    ['one that is over, by expired', '2026-03-10T10:01', '2026-03-10', { pastDue: 'expired' }, 'expired past'],
    ['none', '2026-03-01T12:00', undefined, {}, 'expired missing'],
    ['null', '2026-03-01T12:00', null, {}, 'expired missing'],
    ['an empty text', '2026-03-01T12:00', '', {}, 'expired missing'],
    ['a text that is no date', '2026-03-01T12:00', 'soon', {}, 'expired unreadable'],
    ['a day that is none', '2026-03-01T12:00', '2026-02-30', {}, 'expired unreadable'],
    ['a number', '2026-03-01T12:00', 20260310, {}, 'expired unreadable'],
  ])('%s', (_, local, value, settings, then) => expect(goesOn(local, value, { ...date, ...settings })).toBe(then))

  it('follows the date as it is when it is due', () => {
    const settings = { ...date, attribute: 'day' }
    const arrivedAt = atLocal('2026-03-01T12:00', ZONE)
    const at = atLocal('2026-03-10T10:00', ZONE)
    const due = (day: string | undefined) =>
      visit(definition, settings, { at, arrivedAt, due: true, zone: ZONE, facts: { date: day } })
    expect(due('2026-03-12')).toEqual({ do: 'park', until: atLocal('2026-03-12T10:00', ZONE), step: 1 })
    expect(due('2026-03-05')).toEqual({ do: 'leave', outcome: 'done' })
    expect(due(undefined)).toEqual({ do: 'leave', outcome: 'expired', because: { date: 'missing' } })
  })
})

describe('a wait for an anniversary of the member', () => {
  const lunar = { calendar: 'lunar' }
  it.each([
    ['later this year', '2026-03-01T12:00', '1990-05-20', {}, '2026-05-20 10:00'],
    ['over this year: the next', '2026-06-01T12:00', '1990-05-20', {}, '2027-05-20 10:00'],
    ['over this year: go on', '2026-06-01T12:00', '1990-05-20', { pastDue: 'go-on' }, 'done'],
    ['over this year: expired', '2026-06-01T12:00', '1990-05-20', { pastDue: 'expired' }, 'expired past'],
    ['the very moment', '2026-05-20T10:00', '1990-05-20', {}, 'done'],
    ['a minute over', '2026-05-20T10:01', '1990-05-20', {}, '2027-05-20 10:00'],
    [
      'days before it, in the year before',
      '2026-12-20T12:00',
      '1990-01-02',
      { shift: { kind: 'before', days: 7 } },
      '2026-12-26 10:00',
    ],
    [
      'days before it, over already',
      '2026-12-28T12:00',
      '1990-01-02',
      { shift: { kind: 'before', days: 7 } },
      '2027-12-26 10:00',
    ],
    [
      'days after it, in the year after',
      '2027-01-02T12:00',
      '1990-12-30',
      { shift: { kind: 'after', days: 5 } },
      '2027-01-04 10:00',
    ],
    ['29 February', '2026-02-01T12:00', '2000-02-29', {}, '2026-02-28 10:00'],
    ['29 February, as 1 March', '2026-02-01T12:00', '2000-02-29', { feb29: 'mar-1' }, '2026-03-01 10:00'],
    ['29 February, in a leap year', '2028-02-01T12:00', '2000-02-29', { feb29: 'mar-1' }, '2028-02-29 10:00'],
    ['a date to come: its first day', '2026-03-01T12:00', '2027-05-20', {}, '2027-05-20 10:00'],
    ['a date to come: this year', '2026-03-01T12:00', '2027-05-20', { pastDue: 'expired' }, '2027-05-20 10:00'],
    // 1990-05-20 is 四月廿六.
    ['lunar', '2026-03-01T12:00', '1990-05-20', lunar, '2026-06-11 10:00'],
    ['lunar: over this year', '2026-07-01T12:00', '1990-05-20', lunar, '2027-05-31 10:00'],
    // 2000-02-04 is 腊月廿九, 1984-02-01 腊月三十.
    ['lunar 30th in a month of 29 days', '2026-01-31T12:00', '1984-02-01', lunar, '2026-02-16 10:00'],
    ['lunar 30th where there is one', '2030-01-20T12:00', '1984-02-01', lunar, '2030-02-02 10:00'],
    // 2025-07-25 is 闰六月初一.
    ['lunar leap month', '2026-07-01T12:00', '2025-07-25', lunar, '2026-07-14 10:00'],
    [
      'lunar leap month, kept where there is none',
      '2026-07-01T12:00',
      '2025-07-25',
      { ...lunar, leapMonth: 'leap' },
      '2026-07-14 10:00',
    ],
    [
      'lunar leap month, kept where there is one',
      '2036-07-24T12:00',
      '2025-07-25',
      { ...lunar, leapMonth: 'leap' },
      '2037-07-13 10:00',
    ],
    ['lunar leap month, in it', '2036-07-01T12:00', '2025-07-25', { ...lunar, leapMonth: 'leap' }, '2036-07-23 10:00'],
    ['lunar, beyond what is known', '2026-03-01T12:00', '1899-05-20', lunar, 'expired unreadable'],
    ['none', '2026-03-01T12:00', undefined, {}, 'expired missing'],
    ['no date', '2026-03-01T12:00', '05-20', {}, 'expired unreadable'],
  ])('%s', (_, local, value, settings, then) =>
    expect(goesOn(local, value, { kind: 'anniversary', ...settings })).toBe(then),
  )

  it('never breaks a cycle: it may be the very moment', () => {
    const settings = definition.settings.parse({ kind: 'anniversary', attribute: 'birthday' })
    expect(definition.breaksCycle?.(settings)).toBe(false)
  })
})
