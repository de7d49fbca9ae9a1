import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Given, giveSlots, type Rate } from './rate.ts'

const AT = Date.parse('2026-03-02T00:00:00Z')
const perMinute = (amount: number): Rate => ({ amount, unit: 'minute' })

describe('a gate gives slots', () => {
  it('evenly, the first at once', () => {
    const { slots } = giveSlots(undefined, perMinute(60), [AT, AT, AT])
    expect(slots).toEqual([AT, AT + 1_000, AT + 2_000])
  })

  it('on from the last one that was given', () => {
    const { given } = giveSlots(undefined, perMinute(60), [AT, AT])
    expect(giveSlots(given, perMinute(60), [AT + 500, AT + 500]).slots).toEqual([AT + 2_000, AT + 3_000])
  })

  it('at once where nobody came for a while: what was not asked for is not made up for', () => {
    const { given } = giveSlots(undefined, perMinute(60), [AT])
    expect(giveSlots(given, perMinute(60), [AT + 90_000, AT + 90_000]).slots).toEqual([AT + 90_000, AT + 91_000])
  })

  it('at whole milliseconds without drifting: a minute later exactly as many', () => {
    const { slots } = giveSlots(
      undefined,
      perMinute(7),
      Array.from({ length: 7_001 }, () => AT),
    )
    expect(slots.at(-1)).toBe(AT + 1_000 * 60_000)
    expect(slots[1]).toBe(AT + 8_572)
  })

  it('at a new rate from the slot that was next at the old', () => {
    const { given } = giveSlots(undefined, perMinute(1), [AT])
    expect(giveSlots(given, { amount: 3_600, unit: 'hour' }, [AT, AT]).slots).toEqual([AT + 60_000, AT + 61_000])
  })

  it('never before an arrival, and never more in a unit than it may', () => {
    const rates = fc.record({
      amount: fc.integer({ min: 1, max: 200 }),
      unit: fc.constantFrom<Rate['unit']>('minute', 'hour'),
    })
    const batches = fc.array(fc.array(fc.nat(200_000), { minLength: 1, maxLength: 40 }), { maxLength: 6 })
    fc.assert(
      fc.property(rates, batches, (rate, given) => {
        let before: Given | undefined
        const all: number[] = []
        for (const batch of given) {
          const arrivals = batch.map((ms) => AT + ms).sort((a, b) => a - b)
          const answer = giveSlots(before, rate, arrivals)
          before = answer.given
          answer.slots.forEach((slot, i) => {
            expect(slot).toBeGreaterThanOrEqual(arrivals[i] ?? 0)
          })
          all.push(...answer.slots)
        }
        const unit = rate.unit === 'minute' ? 60_000 : 3_600_000
        all.forEach((slot, i) => {
          expect(all[i + rate.amount] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(slot + unit)
        })
      }),
    )
  })
})
