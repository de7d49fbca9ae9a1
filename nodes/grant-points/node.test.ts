import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const rate = (more: object = {}) => ({ amount: { kind: 'rate', of: 'event.amount', perUnit: 1.5, ...more } })
const entry = (amount: unknown) => ({ facts: { entry: { amount } } })

describe('granting points', () => {
  it('gives a fixed number', () => {
    expect(visit(definition, { amount: { kind: 'fixed', points: 20 } })).toEqual({
      do: 'perform',
      body: { points: 20 },
    })
  })

  it.each([
    [3, 'down', 4],
    [3, 'nearest', 5],
  ])('computes from the event: %s rounded %s is %s', (amount, rounding, points) => {
    expect(visit(definition, rate({ rounding }), entry(amount))).toEqual({ do: 'perform', body: { points } })
  })

  it('writes nothing for nothing', () => {
    expect(visit(definition, rate(), entry(0))).toEqual({ do: 'leave', outcome: 'granted', because: { points: 0 } })
    expect(visit(definition, rate(), entry(-5))).toMatchObject({ do: 'leave' })
  })

  it.each([undefined, '10', null])('throws at an amount of %j, so that the member fails alone', (amount) => {
    expect(() => visit(definition, rate(), entry(amount))).toThrow('event.amount is not a number')
  })

  it.each([{ budget: 1 }, { amount: { kind: 'tier' } }, { amount: { kind: 'fixed', points: 0.5 } }])(
    'refuses %j',
    (bad) => {
      expect(definition.settings.safeParse({ amount: { kind: 'fixed', points: 1 }, ...bad }).success).toBe(false)
    },
  )
})
