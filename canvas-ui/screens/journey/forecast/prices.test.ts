import { expect, it } from 'vitest'
import { costOf } from './prices.ts'

it('costs what has a price', () => {
  const prices = { 'message/email': 0.02, points: 1.5 }
  expect(costOf({ email: 500, inbox: 300 }, { spendable: 2_000 }, prices)).toBe(500 * 0.02 + 20 * 1.5)
})

it('is not known where nothing has a price', () => {
  expect(costOf({ inbox: 300 }, {}, { points: 1 })).toBeNull()
})
