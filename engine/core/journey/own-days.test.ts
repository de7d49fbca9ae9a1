import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definition } from '../../../nodes/trigger-anniversary/node.ts'
import { nextFires } from '../recurrence.ts'
import { datesAround, originsOf } from '../time/anniversary.ts'
import { WEEKDAYS_ALONE } from '../time/calendar.ts'
import { atLocal, localDate, localDateTime, Zone } from '../time/zone.ts'
import { type AskedDay, askedDay, originFor, ownDaysNear } from './own-days.ts'

const DAY = 86_400_000
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC']

function asked(settings: object, zone = 'Asia/Shanghai'): AskedDay {
  const date = { kind: 'attribute', attribute: 'birthday' }
  const audience = definition.trigger?.(
    definition.settings.parse({ date, include: ['all'], ...settings }),
    'a',
  ).audience
  const day = audience && askedDay(audience, zone)
  if (!day) throw new Error('it goes by own days')
  return day
}
const who = (birthday: unknown, more: object = {}) => ({ attributes: { birthday, ...more } as never, joinedAt: 0 })

/** When a trigger next takes somebody, as its runs find it: fire by fire, asking which days of earlier years come again. */
function foundBackwards({ anniversary, firing, zone }: AskedDay, origin: string, own: string, after: number) {
  const fires = firing.kind === 'each-zone' ? 2 * 366 * 96 : 3 * 366
  for (const at of nextFires(firing, zone, after, fires, WEEKDAYS_ALONE)) {
    const day = localDate(at, own)
    if (firing.kind === 'each-zone' && atLocal(`${day}T${firing.time}`, own) !== at) continue
    const again = datesAround(day, anniversary.around).flatMap((date) => originsOf(date, anniversary.yearly))
    if (again.includes(origin)) return at
  }
  return undefined
}

describe('a day of one’s own', () => {
  it.each([
    ['is on the day', {}, '1990-03-03', '2026-03-03 10:00'],
    ['is in the year after the first, at the earliest', {}, '2026-01-02', '2027-01-02 10:00'],
    [
      'is days before it, in the year before',
      { around: { kind: 'before', days: 20 } },
      '1990-01-10',
      '2026-12-21 10:00',
    ],
    ['is the first day of its month', { around: { kind: 'month' } }, '1990-03-31', '2026-03-01 10:00'],
    ['is the Monday of its week', { around: { kind: 'week' } }, '1990-03-08', '2026-03-02 10:00'],
    ['is lunar', { calendar: 'lunar' }, '1985-09-29', '2026-09-25 10:00'],
  ])('%s', (_, settings, birthday, local) => {
    const at = atLocal('2026-02-01T00:00', 'Asia/Shanghai')
    const next = ownDaysNear(asked(settings), who(birthday), at).find((day) => day.at > at)
    expect(next && localDateTime(next.at, 'Asia/Shanghai')).toBe(local)
  })

  it('is none without a date, and none where the moon is not known', () => {
    for (const birthday of [undefined, null, 19900303, 'soon', '1990-02-30'])
      expect([originFor(asked({}), who(birthday)), ownDaysNear(asked({}), who(birthday), 0)]).toEqual([undefined, []])
    expect(ownDaysNear(asked({ calendar: 'lunar' }), who('1850-01-01'), 0)).toEqual([])
  })

  it('goes by the day of joining, and by the member’s own zone', () => {
    const joined = { attributes: { tz: 'America/New_York' }, joinedAt: Date.parse('2020-03-03T02:00:00Z') }
    const zone = { kind: 'member', attribute: 'tz' }
    expect(originFor(asked({ date: { kind: 'joined' } }), joined)).toBe('2020-03-03')
    expect(originFor(asked({ date: { kind: 'joined' }, zone }), joined)).toBe('2020-03-02')
  })

  it('comes next when the runs of its trigger find it', () => {
    const birthday = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const around = fc.oneof(
      fc.constantFrom({ kind: 'on' }, { kind: 'week' }, { kind: 'month' }),
      fc.record({ kind: fc.constantFrom('before', 'after'), days: fc.integer({ min: 1, max: 365 }) }),
    )
    const settings = fc.record({
      calendar: fc.constantFrom('solar', 'lunar'),
      feb29: fc.constantFrom('feb-28', 'mar-1'),
      leapMonth: fc.constantFrom('ordinary', 'leap'),
      time: fc.constantFrom('00:00', '02:30', '23:59'),
      around,
    })
    const after = fc.integer({ min: 0, max: 3 * 366 }).map((days) => Date.parse('2026-01-01T00:00Z') + days * DAY)
    fc.assert(
      fc.property(birthday, settings, after, fc.constantFrom(...ZONES), (origin, how, at, zone) => {
        const day = asked(how, zone)
        const next = ownDaysNear(day, who(origin), at).find((one) => one.at > at)?.at
        const found = foundBackwards(day, origin, Zone.parse(zone), at)
        // Runs are looked through for three years: somebody who is born later has none in these.
        if (found !== undefined) expect(next).toBe(found)
        else expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at + 3 * 365 * DAY)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
