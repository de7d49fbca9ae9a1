import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { atLocal } from '../core/time/zone.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { wind } from './wind.ts'

const MINUTE = 60_000
const DAY = 86_400_000

let w: TestWorkspace
beforeEach(async () => {
  w = await testWorkspace({ registry, effects })
  await w.segment('all', { all: [] })
  await w.segment('staff', { field: 'member.staff', op: 'eq', value: true })
})
afterEach(() => w.close())

const birthdays = (settings: object = {}, zone = 'UTC') => ({
  ...{ schema: 1, key: 'birthdays', name: 'birthdays', settings: { zone, reentry: { rule: 'any-time' } } },
  nodes: [
    {
      ...{ id: 'start', type: 'trigger-anniversary', version: 1, name: 'start' },
      settings: { date: { kind: 'attribute', attribute: 'birthday' }, include: ['all'], ...settings },
    },
    { id: 'end', type: 'end', version: 1, name: 'end', settings: {} },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})
const at = (local: string, zone = 'UTC') => atLocal(local, zone)

/** Who entered when: `name local-time`, in the order of time. */
const entered = async (zone = 'UTC') =>
  (
    await w.query<{ said: string }>(
      `SELECT (m.attributes ->> 'name') || ' ' || to_char(e.entered_at AT TIME ZONE $1, 'YYYY-MM-DD HH24:MI') AS said
        FROM enrolment e JOIN member m ON m.id = e.member_id ORDER BY e.entered_at, 1`,
      [zone],
    )
  ).map(({ said }) => said)

describe('a birthday', () => {
  it('takes those whose day it is, each on its own, and nobody else', async () => {
    await w.members([
      { name: 'ann', birthday: '1990-03-03' },
      { name: 'bob', birthday: '1985-03-05' },
      { name: 'cat', birthday: '1985-03-05', staff: true },
      { name: 'dan', birthday: 'unknown' },
      { name: 'eve', birthday: 19900303 },
      { name: 'fay' },
      { name: 'gil', birthday: '2026-03-03' },
      { name: 'hal', birthday: '1990-03-02T23:30:00-05:00' },
    ])
    await w.publish(birthdays({ exclude: ['staff'] }))
    await w.wind(at('2026-04-01T00:00'))
    // Hal's instant is the 3rd in UTC; gil was born on that very day.
    expect(await entered()).toEqual(['ann 2026-03-03 10:00', 'hal 2026-03-03 10:00', 'bob 2026-03-05 10:00'])
  })

  it('that is lunar comes on another day each year, once', async () => {
    await w.member({ name: 'mid', birthday: '1985-09-29' })
    await w.publish(
      birthdays({ calendar: 'lunar', around: { kind: 'before', days: 7 }, time: '09:00' }, 'Asia/Shanghai'),
    )
    await w.wind(at('2027-09-09T00:00'))
    expect(await entered('Asia/Shanghai')).toEqual(['mid 2026-09-18 09:00', 'mid 2027-09-08 09:00'])
  })

  it('is taken once a year whatever is edited: the member’s date, the time, the days before, the version', async () => {
    const member = await w.member({ name: 'ann', birthday: '1990-03-10' })
    await w.publish(birthdays({ around: { kind: 'before', days: 7 } }))
    await w.wind(at('2026-03-04T00:00'))
    await w.query(`UPDATE member SET attributes = attributes || '{"birthday": "1990-03-20"}' WHERE id = $1`, [member])
    await w.wind(at('2026-03-14T00:00'))
    await w.publish(birthdays({ around: { kind: 'on' }, time: '11:00' }))
    await w.wind(at('2026-05-01T00:00'))
    expect(await entered()).toEqual(['ann 2026-03-03 10:00'])
    await w.wind(at('2027-05-01T00:00'))
    expect(await entered()).toEqual(['ann 2026-03-03 10:00', 'ann 2027-03-20 11:00'])
  })

  it('is followed as the member’s attributes change, through setting and removing', async () => {
    const member = await w.member({ name: 'ann' })
    await w.publish(birthdays())
    const set = (text: string) => w.query(`UPDATE member SET attributes = ${text} WHERE id = $1`, [member])
    await set(`attributes || '{"birthday": "1990-03-05"}'`)
    await set(`attributes - 'birthday'`)
    await w.wind(at('2026-03-06T00:00'))
    expect(await entered()).toEqual([])
    await set(`attributes || '{"birthday": "1990-03-08"}'`)
    await w.wind(at('2026-03-09T00:00'))
    expect(await entered()).toEqual(['ann 2026-03-08 10:00'])
  })

  it('lost to an edit of the time on its very day is not', async () => {
    await w.member({ name: 'ann', birthday: '1990-03-05' })
    await w.publish(birthdays({ time: '10:00' }))
    await w.wind(at('2026-03-05T09:30'))
    await w.publish(birthdays({ time: '09:00' }))
    await w.drain()
    await w.publish(birthdays({ time: '10:00' }))
    await w.wind(at('2026-03-07T00:00'))
    expect(await entered()).toEqual(['ann 2026-03-05 09:30'])
  })

  it('goes by the member’s own zone, where it has one, on both sides of the date line', async () => {
    const zones = ['Pacific/Kiritimati', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe']
    await w.members([
      ...zones.map((tz) => ({ name: tz, birthday: '1990-03-08', tz })),
      { name: 'nowhere', birthday: '1990-03-08' },
      { name: 'wrong', birthday: '1990-03-08', tz: 'Mars/Olympus' },
    ])
    await w.publish(birthdays({ zone: { kind: 'member', attribute: 'tz' }, time: '02:30' }))
    await w.wind(at('2026-03-10T00:00'))
    const expected = [...zones.map((tz) => [tz, tz] as const), ['nowhere', 'UTC'], ['wrong', 'UTC']] as const
    // New York has no 02:30 that night: an hour later.
    const told = expected.map(([name, tz]) => [name, at('2026-03-08T02:30', tz)] as const)
    const rows = await w.query<{ name: string; at: number }>(
      "SELECT m.attributes ->> 'name' AS name, ms(e.entered_at) AS at FROM enrolment e JOIN member m ON m.id = e.member_id",
    )
    expect(Object.fromEntries(rows.map((row) => [row.name, row.at]))).toEqual(Object.fromEntries(told))
    expect(await w.query('SELECT count(*)::int AS n FROM run')).toEqual([{ n: 6 }])
  })

  it('that passed while everything was down is made up for, or skipped', async () => {
    await w.members([
      { name: 'ann', birthday: '1990-03-03' },
      { name: 'bob', birthday: '1990-03-05' },
      { name: 'cat', birthday: '1990-03-08' },
    ])
    await w.publish(birthdays())
    await w.publish({ ...birthdays({ missed: 'skip' }), key: 'skipping' })
    await w.windOnly(at('2026-03-06T12:00'))
    await w.wind(at('2026-03-10T00:00'))
    const late = ['ann 2026-03-06 12:00', 'bob 2026-03-06 12:00']
    expect(await entered()).toEqual([...late, 'cat 2026-03-08 10:00', 'cat 2026-03-08 10:00'])
  })

  it('of joining is the day on which somebody became a member', async () => {
    const member = await w.member({ name: 'ann' })
    await w.query("UPDATE member SET created_at = '2024-03-04T12:00Z' WHERE id = $1", [member])
    await w.publish(birthdays({ date: { kind: 'joined' } }))
    await w.wind(at('2026-03-10T00:00'))
    expect(await entered()).toEqual(['ann 2026-03-04 10:00'])
  })

  it('is neither lost nor doubled, in whatever steps time passes and the system is down', async () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']
    const steps = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 60 }), down: fc.boolean() }), {
      ...{ minLength: 3, maxLength: 8 },
    })
    // Around them clocks go forward in New York and back in Lord Howe, and the other way round in autumn; Casablanca's for Ramadan.
    const begins = fc.constantFrom('2026-03-06', '2026-04-03', '2026-10-02', '2026-10-30', '2026-02-13')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.constantFrom('02:30', '01:30', '00:30', '23:45'),
        begins,
        steps,
        async (zone, time, first, moves) => {
          const began = at(`${first}T00:00`)
          const own = await testWorkspace({ registry, effects }, began)
          try {
            await own.segment('all', { all: [] })
            const [, month = 0, date = 0] = first.split('-').map(Number)
            const days = Array.from({ length: 28 }, (_, n) =>
              new Date(Date.UTC(1996, month - 1, date - 7 + n)).toISOString().slice(0, 10),
            )
            await own.members(days.map((birthday) => ({ birthday })))
            await own.publish(birthdays({ time }, zone))
            for (const { hours, down } of moves) {
              const to = own.now + hours * 60 * MINUTE
              await (down ? own.windOnly(to) : own.wind(to))
            }
            await own.wind(own.now + MINUTE)
            const rows = await own.query<{ day: string; n: number }>(
              `SELECT m.attributes ->> 'birthday' AS day, count(*)::int AS n FROM enrolment e JOIN member m ON m.id = e.member_id GROUP BY 1`,
            )
            const due = days.filter((day) => {
              const again = day === '1996-02-29' ? '02-28' : day.slice(5)
              const moment = at(`2026-${again}T${time}`, zone)
              return moment > began && moment <= own.now
            })
            expect(Object.fromEntries(rows.map(({ day, n }) => [day, n]))).toEqual(
              Object.fromEntries(due.map((day) => [day, 1])),
            )
          } finally {
            await own.close()
          }
        },
      ),
      { numRuns: 8 },
    )
  }, 240_000)
})

describe.each(driverNames)('birthdays under the %s driver', (name) => {
  it('enter while the clock is wound', async () => {
    await w.members([
      { name: 'ann', birthday: '1990-03-03' },
      { name: 'bob', birthday: '1990-03-05' },
    ])
    await w.publish(birthdays())
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await wind(w.engine.store, w.tenant, w.now + 6 * DAY)
      expect(await entered()).toEqual(['ann 2026-03-03 10:00', 'bob 2026-03-05 10:00'])
      expect(await w.states()).toEqual({ completed: 2 })
    } finally {
      await driver.stop()
    }
  })
})
