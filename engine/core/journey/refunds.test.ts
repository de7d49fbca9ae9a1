import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueBack, isRefunded, orderOf, RefundRules, refundOf } from './refunds.ts'

const rules = RefundRules.parse({})
const told = (properties: object, name = 'order refunded') =>
  refundOf(rules, { name, properties: { orderId: 'A1', ...properties }, id: 'm1' })

describe('a refund', () => {
  it.each(['order refunded', 'Order Refunded'])('is told by “%s”, until the workspace names other events', (name) => {
    expect(told({ refundId: 'R1', amount: 9.9 }, name)).toEqual({ order: 'A1', refund: 'R1', amount: 99_000 })
    const own = RefundRules.parse({
      events: ['returned'],
      order: 'event.sale.no',
      refund: 'event.no',
      amount: 'event.sum',
    })
    const properties = { sale: { no: 7 }, no: 8, sum: '1.5' }
    expect(refundOf(own, { name, properties, id: 'm1' })).toBeUndefined()
    expect(refundOf(own, { name: 'returned', properties, id: 'm1' })).toEqual({
      order: '7',
      refund: '8',
      amount: 15_000,
    })
  })

  it('reads the names that Segment has', () => {
    expect(refundOf(rules, { name: 'Order Refunded', properties: { order_id: 'A1', total: 30 }, id: 'm1' })).toEqual({
      ...{ order: 'A1', refund: 'm1', amount: 300_000 },
    })
  })

  it('has the id of its event where it has none, and is of the whole order where it names no amount', () => {
    expect(told({})).toEqual({ order: 'A1', refund: 'm1', amount: null })
    expect(told({ amount: null })).toEqual({ order: 'A1', refund: 'm1', amount: null })
  })

  it.each([-1, 'much', '', true, 1e15, [5], { value: 5 }])('is none with the amount %j', (amount) => {
    expect(told({ amount })).toBeUndefined()
  })

  it.each([undefined, '', ' ', null, true, 'x'.repeat(201)])('is none with the order %j', (orderId) => {
    expect(told({ orderId })).toBeUndefined()
  })
})

describe('the order behind a reward', () => {
  it.each([
    [
      { orderId: 'A1', amount: 12.5 },
      { id: 'A1', amount: 125_000 },
    ],
    [
      { order_id: 17, total: '8' },
      { id: '17', amount: 80_000 },
    ],
    [
      { orderId: 'A1', amount: 'much' },
      { id: 'A1', amount: null },
    ],
    [{ amount: 5 }, undefined],
    [undefined, undefined],
  ])('of %j is %j', (event, order) => expect(orderOf({}, event)).toEqual(order))

  it('is read where the settings say, and nowhere else', () => {
    const setting = { id: 'event.sale', amount: 'event.paid' }
    expect(orderOf(setting, { orderId: 'A1', sale: 'B2', amount: 5, paid: 4 })).toEqual({ id: 'B2', amount: 40_000 })
    expect(orderOf(setting, { orderId: 'A1', amount: 5 })).toBeUndefined()
  })
})

describe('what is due back', () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 }).map((n) => n * 100)
  const points = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
  const steps = (given: number, order: number | null, refunds: readonly (number | null)[]) =>
    refunds.map((_, i) => dueBack(given, order, refunds.slice(0, i + 1)) - dueBack(given, order, refunds.slice(0, i)))

  it('of refunds that make up the order, in whatever parts, is exactly what was given, and no part is below 0', () => {
    const parts = cents.chain((order) =>
      fc.record({
        order: fc.constant(order),
        cuts: fc.array(fc.integer({ min: 0, max: order }), { maxLength: 12 }),
        given: points,
      }),
    )
    fc.assert(
      fc.property(parts, ({ order, cuts, given }) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), order]
        const refunds = edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0))
        const due = steps(given, order, refunds)
        expect(due.every((part) => part >= 0)).toBe(true)
        expect(due.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(given))
      }),
      { numRuns: 1_000, seed: 20_261_127 },
    )
  })

  it('of any refunds is never more than was given, and off their part by less than one point', () => {
    const any = fc.record({
      order: cents,
      refunds: fc.array(cents, { maxLength: 8 }),
      given: fc.integer({ min: 1, max: 1e9 }),
    })
    fc.assert(
      fc.property(any, ({ order, refunds, given }) => {
        const back = dueBack(given, order, refunds)
        const refunded = refunds.reduce((sum, amount) => sum + amount, 0)
        expect(back).toBeLessThanOrEqual(given)
        expect(Math.abs(back - (given * Math.min(refunded, order)) / order)).toBeLessThan(1.001)
        expect(isRefunded(order, refunds)).toBe(refunds.length > 0 && refunded >= order)
      }),
      { numRuns: 1_000, seed: 20_261_127 },
    )
  })

  it('is everything where the refund is of the whole, or nobody knows what the order was', () => {
    expect(steps(10, 500, [100, null, 100])).toEqual([2, 8, 0])
    expect(steps(10, null, [1, 1])).toEqual([10, 0])
    expect(steps(10, 0, [0])).toEqual([10])
    expect(steps(10, 30, [])).toEqual([])
  })
})
