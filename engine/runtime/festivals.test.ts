import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { driverNames, testDriver } from '../testing/drivers.ts'
import { at, type FestiveWorkspace, festive, festiveWorkspace, holiday, occasion, off } from '../testing/festivals.ts'
import { checkJourney } from './journeys/check.ts'
import { wind } from './wind.ts'

const SHANGHAI = 'Asia/Shanghai'
const DAY = 86_400_000

let w: FestiveWorkspace
const begin = async (local: string) => {
  w = await festiveWorkspace(local)
}
beforeEach(() => begin('2026-12-20T00:00'))
afterEach(() => w.close())

describe('a trigger by holidays', () => {
  it('takes its audience on each of its days, over the new year, and leaves out whom it excludes', async () => {
    await w.members([{ name: 'ann' }, { name: 'bob' }, { name: 'cat', staff: true }])
    const days = [occasion('christmas'), occasion('new-year'), { kind: 'monthly', dates: [8, -1] }]
    await w.publish(festive(days, { exclude: ['staff'] }))
    await w.wind(at('2027-01-09T00:00'))
    expect(await w.runs()).toEqual([
      '2026-12-25 10:00 2',
      '2026-12-31 10:00 2',
      '2027-01-01 10:00 2',
      '2027-01-08 10:00 2',
    ])
    expect(await w.states()).toEqual({ completed: 8 })
    expect(await w.planned()).toEqual(['2027-01-31 10:00'])
  })

  it('runs once where several of its days meet', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([occasion('new-year'), holiday('new-year'), { kind: 'yearly', month: 1, day: 1 }]))
    await w.wind(at('2027-01-03T00:00'))
    expect(await w.runs()).toEqual(['2027-01-01 10:00 1'])
  })

  it('at midnight and in the last minute keeps to its date', async () => {
    await w.publish(festive([occasion('new-year')], { time: '00:00' }))
    await w.publish({ ...festive([occasion('new-year')], { time: '23:59' }), key: 'late' })
    await w.wind(at('2027-01-03T00:00'))
    expect(await w.runs()).toEqual(['2027-01-01 00:00 0', '2027-01-01 23:59 0'])
  })

  it('goes by its own zone, whatever the journey’s', async () => {
    await w.publish(festive([occasion('christmas')], { zone: 'America/New_York' }))
    await w.wind(at('2026-12-26T00:00'))
    expect(await w.runs('America/New_York')).toEqual(['2026-12-25 10:00 0'])
  })

  it('that passed while everything was down runs once for all of them, or is skipped', async () => {
    await w.member({ name: 'ann' })
    const days = [occasion('christmas-eve'), occasion('christmas')]
    await w.publish(festive(days))
    await w.publish({ ...festive(days, { missed: 'skip' }), key: 'skipping' })
    await w.windOnly(at('2026-12-26T12:00'))
    await w.wind(at('2026-12-27T00:00'))
    expect(await w.runs()).toEqual(['2026-12-24 10:00 1'])
    expect(await w.planned()).toEqual(['2027-12-24 10:00', '2027-12-24 10:00'])
  })

  it('overdue when it is published anew is not lost', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([occasion('christmas')]))
    await w.windOnly(at('2026-12-25T10:00'))
    await w.publish(festive([occasion('christmas')], { shift: { kind: 'after', days: 5 } }))
    await w.wind(at('2026-12-31T00:00'))
    expect(await w.runs()).toEqual(['2026-12-25 10:00 1', '2026-12-30 10:00 1'])
  })

  it('takes nobody a second time where the journey never lets in twice, and newcomers only where told', async () => {
    await w.member({ name: 'ann' })
    const days = [occasion('christmas'), occasion('new-year')]
    await w.publish(festive(days, {}, { reentry: { rule: 'never' } }))
    await w.publish({ ...festive(days, { take: 'new', time: '11:00' }), key: 'new' })
    await w.wind(at('2026-12-26T00:00'))
    await w.member({ name: 'bob' })
    await w.wind(at('2027-01-02T00:00'))
    expect(await w.runs()).toEqual([
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
    await w.write([2027], off('春节', '2027-02-06'))
    expect(await warnings(byDaysOff)).toEqual([])
  })
})

describe.each(driverNames)('holidays under the %s driver', (name) => {
  it('are entered on while the clock is wound', async () => {
    await w.members([{ name: 'ann' }, { name: 'bob' }])
    await w.publish(festive([occasion('christmas'), { kind: 'solar-term', term: 'winter-solstice' }]))
    const driver = await (await testDriver(name, w.url)).start(w.engine)
    try {
      await wind(w.engine.store, w.tenant, w.now + 6 * DAY)
      expect(await w.runs()).toEqual(['2026-12-22 10:00 2', '2026-12-25 10:00 2'])
      expect(await w.states()).toEqual({ completed: 4 })
    } finally {
      await driver.stop()
    }
  })
})
