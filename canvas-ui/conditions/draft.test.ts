import { describe, expect, it } from 'vitest'
import { type ConditionType, changedLeaf, completeRule, operatorsFor } from './draft.ts'

const TYPES: ConditionType[] = ['text', 'number', 'boolean', 'date', 'tags', 'points']
const FIELDS: Record<ConditionType, string> = {
  ...{ text: 'member.city', number: 'member.n', boolean: 'member.vip', date: 'member.birthday' },
  ...{ tags: 'tags', points: 'points.spendable' },
}

describe('a condition over a field', () => {
  it('keeps what was typed where the next operator can use it', () => {
    const change = (op: 'in' | 'eq' | 'between' | 'gt', before: unknown) =>
      changedLeaf({ field: 'member.n', op: 'eq', value: before }, { field: 'member.n', op, type: 'number' }).value
    expect(change('in', 5)).toEqual([5])
    expect(change('eq', [5, 6])).toBe(5)
    expect(change('between', 5)).toEqual([5, null])
    expect(change('gt', 'five')).toBeUndefined()
  })

  it('forgets a value of another type', () => {
    const before = { field: 'member.city', op: 'eq', value: '上海' } as const
    expect(changedLeaf(before, { field: 'member.n', op: 'eq', type: 'number' })).toEqual({
      field: 'member.n',
      op: 'eq',
    })
  })

  it.each(TYPES)('of type %s is offered only operators that make a rule the server takes', (type) => {
    const typed = { text: '上海', number: 3, points: 3, boolean: true, date: '2026-01-02', tags: 'vip' }[type]
    for (const op of operatorsFor(type, { inFilter: false })) {
      const field = FIELDS[type]
      const before = { field, op: 'eq', value: op === 'between' ? [typed, typed] : typed } as const
      const leaf = changedLeaf(before, { field, op, type })
      expect([op, completeRule(leaf)]).toEqual([op, leaf])
    }
  })

  it('of an event filter is never asked within-last, which filters do not know', () => {
    expect(operatorsFor('date', { inFilter: true })).not.toContain('within-last')
  })

  it('keeps an operator that it has though its field seems to be of another type', () => {
    expect(operatorsFor('text', { had: 'gt', inFilter: false })).toContain('gt')
  })
})

describe('a rule that is not complete', () => {
  it('is none yet', () => {
    expect(completeRule({ all: [{ field: 'member.city', op: 'eq' }] })).toBeUndefined()
    expect(completeRule({ field: 'member.n', op: 'between', value: [1, null] })).toBeUndefined()
  })
})
