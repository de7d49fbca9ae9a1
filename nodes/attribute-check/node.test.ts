import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const over = (op: string, value?: unknown) => ({
  rule: { field: 'member.spend', op, ...(value !== undefined && { value }) },
})

describe('an attribute check', () => {
  it.each([
    [over('gte', 100), 100, 'yes'],
    [over('gte', 100), 99.5, 'no'],
    [over('gte', 100), '100', 'no'],
    [over('eq', 'x'), undefined, 'no'],
    [over('neq', 'x'), undefined, 'no'],
    [over('empty'), undefined, 'yes'],
    [over('in', ['x', 5]), 5, 'yes'],
  ])('%j with %j: %s', (settings, value, outcome) => {
    expect(visit(definition, settings, { facts: { 'member.spend': value } })).toMatchObject({ do: 'leave', outcome })
  })

  it('says what it was decided by', () => {
    const decision = visit(definition, over('gt', 1), { facts: { 'member.spend': 7 } })
    expect(decision).toEqual({ do: 'leave', outcome: 'yes', because: { 'member.spend': 7 } })
  })

  it('says so of tags too', () => {
    const rule = { field: 'tags', op: 'has', value: 'vip' }
    const decision = visit(definition, { rule }, { facts: { 'tag:vip': true } })
    expect(decision).toEqual({ do: 'leave', outcome: 'yes', because: { 'tag:vip': true } })
  })

  it.each([
    ['a'.repeat(64), { 'member.spend': 'a'.repeat(64) }],
    [`${'a'.repeat(63)}😀`, {}],
    [['a list'], {}],
  ])('repeats %j only where it is short', (value, because) => {
    expect(visit(definition, over('not-empty'), { facts: { 'member.spend': value } })).toMatchObject({ because })
    expect(visit(definition, over('empty'), { facts: { 'member.spend': value } })).toEqual({
      do: 'leave',
      outcome: 'no',
      because,
    })
  })

  it('leaves events to the event check', () => {
    const rule = { events: { event: 'order' } }
    expect(definition.check?.(definition.settings.parse({ rule })).map((p) => p.code)).toEqual(['asks-events'])
  })
})
