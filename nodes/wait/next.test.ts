import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../engine/core/time/calendar.ts'
import { atLocal, localDateTime } from '../../engine/core/time/zone.ts'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const calendar: Calendar = {
  days: { '2026-02-14': 'work', '2026-02-16': 'off', '2026-02-17': 'off', '2026-02-18': 'off' },
  years: [2026],
}
const office = { kind: 'between', from: '10:00', to: '20:00' }
const night = { kind: 'between', from: '22:00', to: '06:00' }

/** When somebody goes on who comes at a local time; `now` for at once. */
function goesOn(local: string, settings: object, zone = 'Asia/Shanghai'): string {
  const at = atLocal(local, zone)
  const next = { kind: 'next', ...settings }
  const decision = visit(definition, next, { at, arrivedAt: at, zone, facts: { calendar } })
  if (decision.do !== 'park' || decision.until === null) return 'now'
  const { until } = decision
  const due = visit(definition, next, { at: until, arrivedAt: at, due: true, step: 1, zone, facts: { calendar } })
  expect(due).toMatchObject({ do: 'leave', outcome: 'done' })
  return localDateTime(until, zone).replace(' ', 'T')
}

describe('a wait for the next', () => {
  // 2026-02-13 is a Friday, worked on the Saturday after it, off from Monday to Wednesday.
  it.each([
    ['weekday, on it', '2026-02-13T12:00', { weekdays: ['FR'] }, 'now'],
    [
      'weekday, on it, but the next',
      '2026-02-13T12:00',
      { weekdays: ['FR'], hours: { kind: 'any', inside: 'next' } },
      '2026-02-20T00:00',
    ],
    ['weekday', '2026-02-13T12:00', { weekdays: ['MO', 'TH'] }, '2026-02-16T00:00'],
    ['hours, within', '2026-02-13T10:00', { hours: office }, 'now'],
    ['hours, before', '2026-02-13T09:59', { hours: office }, '2026-02-13T10:00'],
    ['hours, as they close', '2026-02-13T20:00', { hours: office }, '2026-02-14T10:00'],
    ['hours, within, but the next', '2026-02-13T10:00', { hours: { ...office, inside: 'next' } }, '2026-02-14T10:00'],
    ['hours over midnight, before it', '2026-02-13T23:00', { hours: night }, 'now'],
    ['hours over midnight, after it', '2026-02-13T05:59', { hours: night }, 'now'],
    [
      'hours over midnight of a Friday, on Saturday morning',
      '2026-02-14T05:00',
      { hours: night, weekdays: ['FR'] },
      'now',
    ],
    [
      'hours over midnight of a Friday, on Friday morning',
      '2026-02-13T05:00',
      { hours: night, weekdays: ['FR'] },
      '2026-02-13T22:00',
    ],
    ['time, before', '2026-02-13T08:00', { hours: { kind: 'at', at: '09:30' } }, '2026-02-13T09:30'],
    ['time, at it', '2026-02-13T09:30', { hours: { kind: 'at', at: '09:30' } }, '2026-02-14T09:30'],
    ['workday, one that is worked instead', '2026-02-13T21:00', { days: 'workday', hours: office }, '2026-02-14T10:00'],
    ['workday, over a holiday', '2026-02-14T20:00', { days: 'workday', hours: office }, '2026-02-19T10:00'],
    [
      'workday and weekday',
      '2026-02-14T20:00',
      { days: 'workday', weekdays: ['MO', 'TU'], hours: office },
      '2026-02-23T10:00',
    ],
    ['day off', '2026-02-13T12:00', { days: 'day-off' }, '2026-02-15T00:00'],
    ['day off, within a holiday', '2026-02-17T12:00', { days: 'day-off' }, 'now'],
  ])('%s', (_, local, settings, then) => expect(goesOn(local, settings)).toBe(then))

  // The night that skips an hour, and the one that repeats one, in each zone that has them.
  it.each([
    ['America/New_York', '2026-03-07T12:00', '02:30', '2026-03-08T03:30'],
    ['America/New_York', '2026-10-31T12:00', '01:30', '2026-11-01T01:30'],
    ['Australia/Lord_Howe', '2026-10-03T12:00', '02:15', '2026-10-04T02:45'],
    ['Australia/Lord_Howe', '2026-04-04T12:00', '01:45', '2026-04-05T01:45'],
    ['Africa/Casablanca', '2026-02-14T12:00', '02:30', '2026-02-15T02:30'],
    ['Africa/Casablanca', '2026-03-21T12:00', '02:30', '2026-03-22T03:30'],
    ['Asia/Shanghai', '2026-03-07T12:00', '02:30', '2026-03-08T02:30'],
  ])('time in %s from %s at %s is once, at %s', (zone, local, at, then) => {
    const settings = { hours: { kind: 'at', at } }
    expect(goesOn(local, settings, zone)).toBe(then)
    const day = (text: string) => text.slice(0, 10)
    expect(day(goesOn(then, settings, zone)) > day(then)).toBe(true)
  })

  it('workday says where it only guesses, as no holidays are known', () => {
    const at = atLocal('2026-12-31T21:00', 'Asia/Shanghai')
    const decide = (now: number) =>
      visit(
        definition,
        { kind: 'next', days: 'workday', hours: office },
        { at: now, arrivedAt: at, zone: 'Asia/Shanghai', facts: { calendar } },
      )
    const until = atLocal('2027-01-01T10:00', 'Asia/Shanghai')
    expect(decide(at)).toEqual({ do: 'park', until, step: 1 })
    expect(decide(until)).toEqual({ do: 'leave', outcome: 'done', because: { calendar: 'unknown-year' } })
  })

  it('day that never comes fails instead of waiting forever', () => {
    expect(() => goesOn('2027-01-01T12:00', { days: 'workday', weekdays: ['SU'] })).toThrow(
      'no such day within two years',
    )
  })

  const checked = (settings: object) => definition.check?.(definition.settings.parse({ kind: 'next', ...settings }))
  it.each([
    [{}, [{ code: 'waits-for-nothing' }]],
    [{ days: 'workday', weekdays: ['SA'] }, [{ code: 'rarely', field: 'weekdays', severity: 'warning' }]],
    [{ days: 'day-off', weekdays: ['MO', 'TU'] }, [{ code: 'rarely', field: 'weekdays', severity: 'warning' }]],
    [{ days: 'workday', weekdays: ['FR', 'SA'] }, []],
    [{ hours: { kind: 'at', at: '09:00' } }, []],
  ])('is looked through: %j', (settings, found) => expect(checked(settings)).toEqual(found))

  it('breaks a cycle only where nobody passes at once', () => {
    const breaks = (settings: object) =>
      definition.breaksCycle?.(definition.settings.parse({ kind: 'next', weekdays: ['MO'], ...settings }))
    expect(breaks({})).toBe(false)
    expect(breaks({ hours: { ...office, inside: 'next' } })).toBe(true)
    expect(breaks({ hours: { kind: 'at', at: '09:00' } })).toBe(true)
  })
})
