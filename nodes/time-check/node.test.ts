import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../engine/core/time/calendar.ts'
import { atLocal } from '../../engine/core/time/zone.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const calendar: Calendar = { days: { '2026-02-14': 'work', '2026-02-16': 'off' }, years: [2026] }
const night = { kind: 'between', from: '22:00', to: '06:00' }
const office = { kind: 'between', from: '10:00', to: '20:00' }

/** What a check in Shanghai says at a local time. */
const at = (local: string, settings: object, zone = 'Asia/Shanghai') =>
  visit(definition, settings, { at: atLocal(local, zone), zone, facts: { calendar } })
const yes = { do: 'leave', outcome: 'yes' }
const no = (unmet: string) => ({ do: 'leave', outcome: 'no', because: { unmet } })

describe('a time check', () => {
  // 2026-02-13 is a Friday.
  it.each([
    ['2026-02-13T12:00', { weekdays: ['FR'] }, yes],
    ['2026-02-14T00:00', { weekdays: ['FR'] }, no('weekday')],
    ['2026-02-13T10:00', { hours: office }, yes],
    ['2026-02-13T20:00', { hours: office }, no('hours')],
    ['2026-02-13T09:59', { hours: office }, no('hours')],
    ['2026-02-13T23:00', { hours: night, weekdays: ['FR'] }, yes],
    ['2026-02-14T05:59', { hours: night, weekdays: ['FR'] }, yes],
    ['2026-02-14T06:00', { hours: night, weekdays: ['FR'] }, no('hours')],
    ['2026-02-13T05:00', { hours: night, weekdays: ['FR'] }, no('weekday')],
    ['2026-02-13T00:00', { dates: { from: '2026-02-13', to: '2026-02-13' } }, yes],
    ['2026-02-13T23:59', { dates: { from: '2026-02-13', to: '2026-02-13' } }, yes],
    ['2026-02-14T00:00', { dates: { from: '2026-02-13', to: '2026-02-13' } }, no('dates')],
    ['2026-02-14T12:00', { days: 'workday' }, yes],
    ['2026-02-16T12:00', { days: 'workday' }, no('workday')],
    ['2026-02-16T12:00', { days: 'day-off' }, yes],
    ['2026-02-14T12:00', { days: 'day-off' }, no('day-off')],
    ['2026-02-14T11:00', { days: 'workday', weekdays: ['SA'], hours: office }, yes],
  ])('at %s with %j', (local, settings, answer) => expect(at(local, settings)).toEqual(answer))

  it('goes by its own zone where it names one', () => {
    const noon = { hours: { kind: 'between', from: '12:00', to: '13:00' }, zone: 'America/New_York' }
    expect(at('2026-02-14T01:30', noon)).toEqual(yes)
    expect(at('2026-02-13T12:30', noon)).toEqual(no('hours'))
  })

  it('says where it only guesses, as no holidays are known', () => {
    const because = { calendar: 'unknown-year' }
    expect(at('2027-10-01T12:00', { days: 'workday' })).toEqual({ ...yes, because })
    expect(at('2027-10-02T12:00', { days: 'workday' })).toEqual({
      ...no('workday'),
      because: { unmet: 'workday', ...because },
    })
    expect(at('2027-10-01T12:00', { weekdays: ['FR'] })).toEqual(yes)
  })

  it('takes the first of an hour that DST repeats, and moves one on that it skips', () => {
    const hour = { hours: { kind: 'between', from: '02:00', to: '03:30' } }
    const spring = (instant: string) =>
      visit(definition, hour, { at: Date.parse(instant), zone: 'America/New_York' }) as { outcome: string }
    expect(
      ['2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z', '2026-03-08T07:30:00Z'].map((i) => spring(i).outcome),
    ).toEqual([...['no', 'yes', 'no']])
  })

  it.each([
    { hours: { kind: 'between', from: '10:00', to: '10:00' } },
    { hours: { kind: 'between', from: '10:00', to: '24:00' } },
    { dates: { from: '2026-02-14', to: '2026-02-13' } },
    { dates: { from: '2026-02-30', to: '2026-03-13' } },
    { weekdays: ['XX'] },
    { zone: 'Mars/Olympus' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))

  it('that asks for nothing is a problem', () => {
    expect(definition.check?.(definition.settings.parse({}))).toEqual([{ code: 'always' }])
  })
})
