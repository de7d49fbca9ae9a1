import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { atLocal } from '../core/time/zone.ts'
import { saveHolidays } from '../members/face.ts'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { type TestWorkspace, testWorkspace } from '../testing/workspace.ts'
import { changeHolidays } from './holidays.ts'
import { checkJourney } from './journeys/check.ts'
import { wind } from './wind.ts'

const SHANGHAI = 'Asia/Shanghai'
const DAY = 86_400_000
const at = (local: string, zone = SHANGHAI) => atLocal(local, zone)

let w: TestWorkspace
const begin = async (local: string) => {
  w = await testWorkspace({ registry, effects }, at(local))
  await w.segment('all', { all: [] })
  await w.segment('staff', { field: 'member.staff', op: 'eq', value: true })
}
beforeEach(() => begin('2026-12-20T00:00'))
afterEach(() => w.close())

const festive = (days: object[], more: object = {}, settings: object = {}) => ({
  ...{ schema: 1, key: 'feast', name: 'feast' },
  settings: { zone: SHANGHAI, reentry: { rule: 'any-time' }, ...settings },
  nodes: [
    {
      ...{ id: 'start', type: 'trigger-holiday', version: 1, name: 'start' },
      settings: { days, include: ['all'], ...more },
    },
    { id: 'end', type: 'end', version: 1, name: 'end', settings: {} },
  ],
  edges: [{ from: 'start', outcome: 'next', to: 'end' }],
})
const occasion = (of: string) => ({ kind: 'occasion', occasion: of })
const holiday = (of: string, on = 'festival') => ({ kind: 'statutory', holiday: of, on })

/** When the runs were, in local time, with how many entered. */
const runs = async (zone = SHANGHAI) =>
  (
    await w.query<{ said: string }>(
      `SELECT to_char(occurrence AT TIME ZONE $1, 'YYYY-MM-DD HH24:MI') || ' ' || enrolled AS said FROM run ORDER BY occurrence`,
      [zone],
    )
  ).map(({ said }) => said)
const planned = async () =>
  (
    await w.query<{ said: string }>(
      `SELECT to_char(occurrence AT TIME ZONE $1, 'YYYY-MM-DD HH24:MI') AS said FROM fire WHERE state = 0 ORDER BY 1`,
      [SHANGHAI],
    )
  ).map(({ said }) => said)
const off = (...dates: string[]) => dates.map((date) => ({ date, is: 'off', name: '春节' }))
const write = (years: number[], days: object[]) =>
  w.engine.store.inTenant(w.tenant, (tx) =>
    changeHolidays(w.engine, tx, () => saveHolidays(tx, { years, days }, 'test')),
  )

describe('a trigger by holidays', () => {
  it('takes its audience on each of its days, over the new year, and leaves out whom it excludes', async () => {
    await w.members([{ name: 'ann' }, { name: 'bob' }, { name: 'cat', staff: true }])
    const days = [occasion('christmas'), occasion('new-year'), { kind: 'monthly', dates: [8, -1] }]
    await w.publish(festive(days, { exclude: ['staff'] }))
    await w.wind(at('2027-01-09T00:00'))
    expect(await runs()).toEqual([
      '2026-12-25 10:00 2',
      '2026-12-31 10:00 2',
      '2027-01-01 10:00 2',
      '2027-01-08 10:00 2',
    ])
    expect(await w.states()).toEqual({ completed: 8 })
    expect(await planned()).toEqual(['2027-01-31 10:00'])
  })

  it('runs once where several of its days meet', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([occasion('new-year'), holiday('new-year'), { kind: 'yearly', month: 1, day: 1 }]))
    await w.wind(at('2027-01-03T00:00'))
    expect(await runs()).toEqual(['2027-01-01 10:00 1'])
  })

  it('at midnight and in the last minute keeps to its date', async () => {
    await w.publish(festive([occasion('new-year')], { time: '00:00' }))
    await w.publish({ ...festive([occasion('new-year')], { time: '23:59' }), key: 'late' })
    await w.wind(at('2027-01-03T00:00'))
    expect(await runs()).toEqual(['2027-01-01 00:00 0', '2027-01-01 23:59 0'])
  })

  it('goes by its own zone, whatever the journey’s', async () => {
    await w.publish(festive([occasion('christmas')], { zone: 'America/New_York' }))
    await w.wind(at('2026-12-26T00:00'))
    expect(await runs('America/New_York')).toEqual(['2026-12-25 10:00 0'])
  })

  it('that passed while everything was down runs once for all of them, or is skipped', async () => {
    await w.member({ name: 'ann' })
    const days = [occasion('christmas-eve'), occasion('christmas')]
    await w.publish(festive(days))
    await w.publish({ ...festive(days, { missed: 'skip' }), key: 'skipping' })
    await w.windOnly(at('2026-12-26T12:00'))
    await w.wind(at('2026-12-27T00:00'))
    expect(await runs()).toEqual(['2026-12-24 10:00 1'])
    expect(await planned()).toEqual(['2027-12-24 10:00', '2027-12-24 10:00'])
  })

  it('overdue when it is published anew is not lost', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([occasion('christmas')]))
    await w.windOnly(at('2026-12-25T10:00'))
    await w.publish(festive([occasion('christmas')], { shift: { kind: 'after', days: 5 } }))
    await w.wind(at('2026-12-31T00:00'))
    expect(await runs()).toEqual(['2026-12-25 10:00 1', '2026-12-30 10:00 1'])
  })

  it('takes nobody a second time where the journey never lets in twice, and newcomers only where told', async () => {
    await w.member({ name: 'ann' })
    const days = [occasion('christmas'), occasion('new-year')]
    await w.publish(festive(days, {}, { reentry: { rule: 'never' } }))
    await w.publish({ ...festive(days, { take: 'new', time: '11:00' }), key: 'new' })
    await w.wind(at('2026-12-26T00:00'))
    await w.member({ name: 'bob' })
    await w.wind(at('2027-01-02T00:00'))
    expect(await runs()).toEqual([
      '2026-12-25 10:00 1',
      '2026-12-25 11:00 1',
      '2027-01-01 10:00 1',
      '2027-01-01 11:00 1',
    ])
    const audience = await w.query(
      "SELECT audience, refused FROM run WHERE occurrence > '2027-01-01' ORDER BY occurrence",
    )
    expect(audience).toEqual([
      { audience: 2, refused: { 'already-entered': 1 } },
      { audience: 1, refused: {} },
    ])
  })

  it('is neither lost nor doubled in nights that skip or repeat an hour', async () => {
    const zones = [SHANGHAI, 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']
    const steps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 6 })
    // The nights of 2026 in which the clocks of one of them are changed.
    const starts = fc.constantFrom(
      '2026-03-07T12:00',
      '2026-10-31T12:00',
      '2026-04-04T00:00',
      '2026-10-03T00:00',
      '2026-02-14T12:00',
      '2026-03-21T12:00',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        starts,
        fc.constantFrom('02:15', '01:30', '00:00', '23:59'),
        steps,
        async (zone, start, time, moves) => {
          await w.close()
          await begin(start)
          await w.publish(
            festive([{ kind: 'monthly', dates: Array.from({ length: 31 }, (_, i) => i + 1) }], { time, zone }),
          )
          const began = w.now
          for (const hours of moves) await w.wind(w.now + hours * 3_600_000)
          const days = Array.from({ length: 25 }, (_, n) => new Date(began + (n - 2) * DAY).toISOString().slice(0, 10))
          const due = days
            .map((day) => at(`${day}T${time}`, zone))
            .filter((moment) => moment > began && moment <= w.now)
          const rows = await w.query<{ at: number }>('SELECT ms(occurrence) AS at FROM run ORDER BY 1')
          expect(rows.map((row) => row.at)).toEqual(due)
        },
      ),
      { numRuns: 6 },
    )
  }, 240_000)
})

describe('holidays that are not known yet', () => {
  const warnings = async (days: object[], more: object = {}) => {
    const document = festive(days, more)
    await w.publish(document)
    const found = await w.engine.store.withDb(w.tenant, (tx) => checkJourney(w.engine, tx, 'feast', document))
    return found.warnings.filter(({ code }) => code === 'holiday-unknown' || code === 'calendar-unknown')
  }
  const unknown = (year: number) => ({ code: 'holiday-unknown', node: 'start', params: { year } })

  it('are odd for a trigger by days off, in the year that its holidays lie in', async () => {
    expect(await warnings([holiday('spring-festival')])).toEqual([])
    const byDaysOff = [holiday('spring-festival', 'first-day-off')]
    expect(await warnings(byDaysOff)).toEqual([unknown(2027)])
    expect(await warnings(byDaysOff, { shift: { kind: 'before', days: 100 } })).toEqual([unknown(2027)])
    expect(await warnings(byDaysOff, { shift: { kind: 'after', days: 100 } })).toEqual([])
    await write([2027], off('2027-02-06'))
    expect(await warnings(byDaysOff)).toEqual([])
  })
})

describe('holidays that are written', () => {
  it('move a planned fire that goes by them, earlier or later, and no other', async () => {
    await w.publish(festive([holiday('spring-festival', 'last-workday')]))
    await w.publish({ ...festive([holiday('spring-festival')]), key: 'by-the-moon' })
    expect(await planned()).toEqual(['2027-02-06 10:00', '2027-02-06 10:00'])
    await write([2027], off('2027-02-05', '2027-02-06', '2027-02-08', '2027-02-09'))
    expect(await planned()).toEqual(['2027-02-04 10:00', '2027-02-06 10:00'])
    await write([2027], off('2027-02-06', '2027-02-08'))
    expect(await planned()).toEqual(['2027-02-05 10:00', '2027-02-06 10:00'])
    await w.wind(at('2027-02-10T00:00'))
    expect(await runs()).toEqual(['2027-02-05 10:00 0', '2027-02-06 10:00 0'])
  })

  it('move a fire by workdays too, of a paused journey as well', async () => {
    const daily = festive([])
    const firing = { kind: 'recurring', rule: { every: 'workday' }, time: '10:00' }
    const [start, end] = daily.nodes
    const nodes = [{ ...start, type: 'trigger-audience', settings: { include: ['all'], firing } }, end]
    await w.wind(at('2026-12-31T12:00'))
    await w.publish({ ...daily, nodes })
    expect(await planned()).toEqual(['2027-01-01 10:00'])
    await w.control('feast', 'pause')
    await write([2027], [{ date: '2027-01-01', is: 'off', name: '元旦' }])
    expect(await planned()).toEqual(['2027-01-04 10:00'])
  })

  it('leave a fire that is due, give a stopped journey none, and run none twice', async () => {
    const days = [holiday('new-year', 'first-day-off')]
    await w.publish(festive(days))
    await w.publish({ ...festive(days), key: 'stopped' })
    await w.control('stopped', 'stop')
    await w.drain()
    await w.windOnly(at('2027-01-01T10:00'))
    await write([2027], [{ date: '2027-01-01', is: 'off', name: '元旦' }])
    expect(await planned()).toEqual(['2027-01-01 10:00'])
    await w.drain()
    await write([2027], [{ date: '2027-01-01', is: 'off', name: '元旦' }])
    await w.wind(at('2027-01-02T00:00'))
    expect(await runs()).toEqual(['2027-01-01 10:00 0'])
    expect(await planned()).toEqual(['2028-01-01 10:00'])
  })

  it('let a journey that is published at the same time plan by them', async () => {
    const days = [holiday('spring-festival', 'last-workday')]
    await Promise.all(
      Array.from({ length: 6 }, (_, n) => w.publish({ ...festive(days), key: `feast-${n}` })).concat(
        write([2027], off('2027-02-05', '2027-02-06')) as never,
      ),
    )
    expect(new Set(await planned())).toEqual(new Set(['2027-02-04 10:00']))
  })
})

describe.each(driverNames)('holidays under the %s driver', (name) => {
  it('are entered on while the clock is wound', async () => {
    await w.members([{ name: 'ann' }, { name: 'bob' }])
    await w.publish(festive([occasion('christmas'), { kind: 'solar-term', term: 'winter-solstice' }]))
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await wind(w.engine.store, w.tenant, w.now + 6 * DAY)
      expect(await runs()).toEqual(['2026-12-22 10:00 2', '2026-12-25 10:00 2'])
      expect(await w.states()).toEqual({ completed: 4 })
    } finally {
      await driver.stop()
    }
  })
})
