import { describe, expect, it } from 'vitest'
import { issuesIn } from '../say.ts'
import { budgetWords } from './budgets.locale.ts'
import { amountOf, Budgets, isNearlySpent, partsOf, stoppedBy } from './budgets.ts'

describe('budgets', () => {
  it.each([
    [[{ of: 'points', most: 0.5 }], 'whole number', '整数'],
    [[{ of: 'money', most: 0.005 }], 'two decimals', '两位小数'],
    [
      [
        { of: 'points', most: 1 },
        { of: 'points', most: 2 },
      ],
      'same kind',
      '同一种',
    ],
  ])('refuse %j, and say how to mend it', (budgets, en, zh) => {
    expect(issuesIn('en', Budgets, budgets)[0]?.message).toContain(en)
    expect(issuesIn('zh-CN', Budgets, budgets)[0]?.message).toContain(zh)
  })

  it('of money are counted in parts that lose nothing', () => {
    for (const amount of [0.01, 0.1, 1.15, 4.35, 99_999_999_999.99])
      expect(amountOf('money', partsOf('money', amount))).toBe(amount)
    expect([partsOf('money', 0.0125), partsOf('points', 7)]).toEqual([125, 7])
  })

  it('have room for the whole of what is taken, or for none of it', () => {
    const budgets = [
      { of: 'messages', most: 10, spent: 9 },
      { of: 'money', most: 500, spent: 400 },
    ] as const
    expect(stoppedBy(budgets, { messages: 1, money: 100 })).toBeUndefined()
    expect(stoppedBy(budgets, { messages: 1, money: 101 })?.of).toBe('money')
    expect(stoppedBy(budgets, {})).toBeUndefined()
  })

  it('that are over already refuse nobody who takes nothing', () => {
    expect(stoppedBy([{ of: 'points', most: 10, spent: 20 }], { points: 0 })).toBeUndefined()
  })

  it('are nearly spent at four fifths', () => {
    expect([79, 80].map((spent) => isNearlySpent({ most: 100, spent }))).toEqual([false, true])
  })

  it('are told as people read them, whatever was stored', () => {
    expect(budgetWords({ of: 'points', most: 10_000 }, 'zh-CN')).toBe('预算「积分 10,000」不够')
    expect(budgetWords({ of: 'points', most: 10_000 }, 'en')).toBe('the budget of 10,000 (points) has no room')
    expect(budgetWords({ of: 'else', most: 1 }, 'en')).toBeUndefined()
  })
})
