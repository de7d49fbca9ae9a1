import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, type FestiveWorkspace, festive, festiveWorkspace, holiday, occasion, off } from '../testing/festivals.ts'

let w: FestiveWorkspace
beforeEach(async () => {
  w = await festiveWorkspace('2026-12-20T00:00')
})
afterEach(() => w.close())

describe('holidays that are written', () => {
  it('move a planned fire that goes by them, earlier or later, and no other', async () => {
    await w.publish(festive([holiday('spring-festival', 'last-workday')]))
    await w.publish({ ...festive([holiday('spring-festival')]), key: 'by-the-moon' })
    expect(await w.planned()).toEqual(['2027-02-06 10:00', '2027-02-06 10:00'])
    await w.write([2027], off('春节', '2027-02-05', '2027-02-06', '2027-02-08', '2027-02-09'))
    expect(await w.planned()).toEqual(['2027-02-04 10:00', '2027-02-06 10:00'])
    await w.write([2027], off('春节', '2027-02-06', '2027-02-08'))
    expect(await w.planned()).toEqual(['2027-02-05 10:00', '2027-02-06 10:00'])
    await w.wind(at('2027-02-10T00:00'))
    expect(await w.runs()).toEqual(['2027-02-05 10:00 0', '2027-02-06 10:00 0'])
  })

  it('move a fire by workdays too, of a paused journey as well', async () => {
    const daily = festive([])
    const firing = { kind: 'recurring', rule: { every: 'workday' }, time: '10:00' }
    const [start, end] = daily.nodes
    const nodes = [{ ...start, type: 'trigger-audience', settings: { include: ['all'], firing } }, end]
    await w.wind(at('2026-12-31T12:00'))
    await w.publish({ ...daily, nodes })
    expect(await w.planned()).toEqual(['2027-01-01 10:00'])
    await w.control('feast', 'pause')
    await w.write([2027], off('元旦', '2027-01-01'))
    expect(await w.planned()).toEqual(['2027-01-04 10:00'])
  })

  it('leave a fire that is due, give a stopped journey none, and run none twice', async () => {
    const days = [holiday('new-year', 'first-day-off')]
    await w.publish(festive(days))
    await w.publish({ ...festive(days), key: 'stopped' })
    await w.control('stopped', 'stop')
    await w.drain()
    await w.windOnly(at('2027-01-01T10:00'))
    await w.write([2027], off('元旦', '2027-01-01'))
    expect(await w.planned()).toEqual(['2027-01-01 10:00'])
    await w.drain()
    await w.write([2027], off('元旦', '2027-01-01'))
    await w.wind(at('2027-01-02T00:00'))
    expect(await w.runs()).toEqual(['2027-01-01 10:00 0'])
    expect(await w.planned()).toEqual(['2028-01-01 10:00'])
  })

  it('let a journey that is published at the same time plan by them', async () => {
    const days = [holiday('spring-festival', 'last-workday')]
    await Promise.all(
      Array.from({ length: 6 }, (_, n) => w.publish({ ...festive(days), key: `feast-${n}` })).concat(
        w.write([2027], off('春节', '2027-02-05', '2027-02-06')) as never,
      ),
    )
    expect(new Set(await w.planned())).toEqual(new Set(['2027-02-04 10:00']))
  })

  it('run once for a holiday whose days off become known after its festival stood in for them', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([holiday('spring-festival', 'first-workday')]))
    await w.wind(at('2027-02-06T12:00'))
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08'))
    expect(await w.planned()).toEqual(['2028-01-26 10:00'])
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'))
    await w.publish(festive([holiday('spring-festival', 'first-workday')], { time: '18:00' }))
    await w.wind(at('2027-03-01T00:00'))
    expect(await w.runs()).toEqual(['2027-02-06 10:00 1'])
    await w.wind(at('2028-02-01T00:00'))
    expect(await w.runs()).toEqual(['2027-02-06 10:00 1', '2028-01-26 18:00 1'])
  })

  it('run for what else is on the day, and for each day of a holiday that is asked for', async () => {
    await w.member({ name: 'ann' })
    const days = [holiday('spring-festival', 'first-workday'), holiday('spring-festival'), occasion('valentines')]
    await w.publish(festive(days))
    await w.wind(at('2027-02-06T12:00'))
    const february = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => `2027-02-${String(from + n).padStart(2, '0')}`)
    await w.write([2027], off('春节', ...february(5, 12)))
    await w.wind(at('2027-03-01T00:00'))
    // The first workday after it is 15 February: that has been.
    expect(await w.runs()).toEqual(['2027-02-06 10:00 1', '2027-02-14 10:00 1'])
  })

  it('run for a holiday of which a fire was only due when its days off became known', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([holiday('spring-festival', 'first-workday')]))
    await w.windOnly(at('2027-02-06T10:00'))
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08'))
    await w.publish(festive([holiday('spring-festival', 'first-workday')], { time: '12:00' }))
    await w.wind(at('2027-03-01T00:00'))
    expect(await w.runs()).toEqual(['2027-02-06 10:00 1'])
  })

  it('run on the days off where the festival that stood in for them was passed over', async () => {
    await w.member({ name: 'ann' })
    await w.publish(festive([holiday('spring-festival', 'first-workday')], { missed: 'skip' }))
    await w.windOnly(at('2027-02-06T12:00'))
    await w.drain()
    await w.write([2027], off('春节', '2027-02-05', '2027-02-08'))
    await w.wind(at('2027-03-01T00:00'))
    expect(await w.runs()).toEqual(['2027-02-09 10:00 1'])
  })

  it('run once for a holiday, whatever is written of it, and whenever', async () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`)
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 12 }) }) },
      { weight: 4, arbitrary: fc.record({ off: fc.uniqueArray(day, { minLength: 1, maxLength: 9 }) }) },
      { weight: 1, arbitrary: fc.record({ on: fc.constant('anew') }) },
    )
    const kinds = fc.constantFrom('first-day-off', 'last-day-off', 'last-workday', 'first-workday')
    const steps = fc.array(step, { minLength: 4, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(kinds, steps, async (on, moves) => {
        await w.close()
        w = await festiveWorkspace('2027-01-25T00:00')
        const journey = festive([holiday('spring-festival', on)])
        await w.publish(journey)
        for (const move of moves) {
          if ('days' in move) await w.wind(w.now + move.days * 86_400_000)
          else if ('off' in move) await w.write([2027], off('春节', ...move.off))
          else await w.publish(journey)
        }
        await w.wind(at('2027-04-15T00:00'))
        expect((await w.runs()).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 4 },
    )
  }, 240_000)
})
