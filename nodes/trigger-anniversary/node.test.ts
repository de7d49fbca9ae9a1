import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const birthday = { date: { kind: 'attribute', attribute: 'birthday' }, include: ['all'], exclude: ['staff'] }
const audienceOf = (more: object) =>
  definition.trigger?.(definition.settings.parse({ ...birthday, ...more }), 'a').audience

describe('trigger-anniversary', () => {
  it('opens the journey', () => expect(visit(definition, birthday)).toEqual({ do: 'leave', outcome: 'next' }))

  it('needs its segments', () => {
    expect(definition.references?.(definition.settings.parse(birthday)).map((r) => r.key)).toEqual(['all', 'staff'])
  })

  it.each([
    [
      { around: { kind: 'before', days: 7 } },
      { kind: 'recurring', rule: { every: 'day', interval: 1 }, time: '10:00' },
    ],
    [
      { around: { kind: 'week' } },
      { kind: 'recurring', rule: { every: 'week', interval: 1, weekdays: ['MO'] }, time: '10:00' },
    ],
    [
      { around: { kind: 'month' } },
      { kind: 'recurring', rule: { every: 'month', interval: 1, days: [1] }, time: '10:00' },
    ],
    [
      { zone: { kind: 'member', attribute: 'tz' }, time: '09:30' },
      { kind: 'each-zone', time: '09:30' },
    ],
    [
      { zone: { kind: 'fixed', zone: 'Asia/Tokyo' } },
      { kind: 'recurring', rule: { every: 'day', interval: 1 }, time: '10:00', zone: 'Asia/Tokyo' },
    ],
  ])('with %j fires on every day that may be somebody’s', (more, firing) =>
    expect(audienceOf(more)?.firing).toEqual(firing),
  )

  it('asks for the date that it was given, or for the day of joining', () => {
    expect(audienceOf({})?.anniversary?.attribute).toBe('birthday')
    expect(audienceOf({ date: { kind: 'joined' } })?.anniversary?.attribute).toBeUndefined()
  })

  it.each([
    { ...birthday, around: { kind: 'before', days: 0 } },
    { ...birthday, around: { kind: 'before', days: 366 } },
    { ...birthday, time: '24:00' },
    { ...birthday, date: { kind: 'attribute', attribute: '' } },
    { ...birthday, zone: { kind: 'fixed', zone: 'CET' } },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
