import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountWindow, countsFrom } from './count-window.ts'
import { type Slots, takePlaces } from './places.ts'

const START = Date.parse('2026-03-02T00:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const hour: CountWindow = { kind: 'last', duration: { amount: 1, unit: 'hour' } }
const of = (window: CountWindow, bound: number) => ({ window, bound, zone: 'UTC' })
const many = (n: number, at: number) => Array.from({ length: n }, () => at)
const count = (within: readonly boolean[]) => within.filter(Boolean).length

describe('places in a counter that everyone shares', () => {
  it('go to those who come first; a batch that partly fits lets exactly as many in', () => {
    const { within, slots } = takePlaces([], of({ kind: 'ever' }, 3), many(5, START))
    expect(within).toEqual([true, true, true, false, false])
    expect(takePlaces(slots, of({ kind: 'ever' }, 4), many(2, START)).within).toEqual([true, false])
  })

  it('are there again when the day begins', () => {
    const { slots } = takePlaces([], of({ kind: 'day' }, 2), many(2, START + 23 * HOUR))
    expect(takePlaces(slots, of({ kind: 'day' }, 2), [START + 24 * HOUR - 1, START + 24 * HOUR]).within).toEqual([
      false,
      true,
    ])
  })

  it('slide: none is free before the whole length has passed, and all are a sixtieth of it later', () => {
    const { slots } = takePlaces([], of(hour, 2), many(2, START + 30_000))
    expect(takePlaces(slots, of(hour, 2), [START + HOUR + 29_999]).within).toEqual([false])
    expect(takePlaces(slots, of(hour, 2), [START + HOUR + 30_000 + MINUTE]).within).toEqual([true])
  })

  it('are not taken by those who find none: the next hour has all of them', () => {
    const crowd = takePlaces([], of(hour, 2), many(100, START))
    expect(count(takePlaces(crowd.slots, of(hour, 2), many(9, START + HOUR + MINUTE)).within)).toBe(2)
  })

  it('of a time that is over are not given to those who are judged late', () => {
    const { slots } = takePlaces([], of({ kind: 'day' }, 1), [START + 25 * HOUR])
    expect(takePlaces(slots, of({ kind: 'day' }, 1), [START + HOUR]).within).toEqual([false])
  })

  it('keep no more slots than the window has parts', () => {
    let slots: Slots = []
    for (let at = START; at < START + 5 * HOUR; at += 7_000) slots = takePlaces(slots, of(hour, 10_000), [at]).slots
    expect(slots.length).toBeLessThanOrEqual(62)
  })

  it('are never more than the bound in any window, whatever the order in which arrivals are judged', () => {
    const windows = fc.constantFrom<CountWindow>(
      { kind: 'ever' },
      { kind: 'day' },
      hour,
      { kind: 'last', duration: { amount: 7, unit: 'minute' } },
      { kind: 'last', duration: { amount: 1, unit: 'month' } },
    )
    const minutes = fc.array(fc.array(fc.nat(3_000), { minLength: 1, maxLength: 8 }), { maxLength: 12 })
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 4 }), minutes, (window, bound, batches) => {
        let slots: Slots = []
        const taken: number[] = []
        let clock = 0
        for (const batch of batches) {
          const arrivals = batch.map((minute) => START + minute * MINUTE).sort((a, b) => a - b)
          const answer = takePlaces(slots, of(window, bound), arrivals)
          slots = answer.slots
          arrivals.forEach((at, i) => {
            clock = Math.max(clock, at)
            // In the counter's own time, which never goes back.
            if (answer.within[i]) taken.push(clock)
          })
        }
        for (const at of taken) {
          const since = countsFrom(window, at, 'UTC')
          expect(taken.filter((other) => other >= since && other <= at).length).toBeLessThanOrEqual(bound)
        }
      }),
    )
  })
})
