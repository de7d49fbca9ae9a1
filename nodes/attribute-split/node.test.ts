import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const branch = (id: string, least: number) => ({
  id,
  name: id,
  rule: { field: 'member.spend', op: 'gte', value: least },
})
const tiers = { branches: [branch('gold', 1000), branch('silver', 100)] }

describe('an attribute split', () => {
  it.each([
    [2000, 'branch:gold'],
    [1000, 'branch:gold'],
    [500, 'branch:silver'],
    [5, 'else'],
    [undefined, 'else'],
  ])('%s takes the first branch that fits: %s', (spend, outcome) => {
    expect(visit(definition, tiers, { facts: { 'member.spend': spend } })).toMatchObject({ outcome })
  })

  it('says what it was decided by, long texts aside', () => {
    const rules = [
      { field: 'member.bio', op: 'not-empty' },
      { field: 'tags', op: 'has', value: 'vip' },
      { field: 'event.amount', op: 'gt', value: 1 },
    ]
    const facts = { 'member.bio': `${'a'.repeat(63)}😀`, 'tag:vip': true, event: { amount: 5 } }
    const settings = { branches: [{ id: 'x', name: 'x', rule: { all: rules } }, branch('silver', 100)] }
    expect(visit(definition, settings, { facts })).toEqual({
      do: 'leave',
      outcome: 'branch:x',
      because: { 'tag:vip': true, 'event.amount': 5 },
    })
  })

  it('leaves events to the event check', () => {
    const rule = { any: [{ events: { event: 'order' } }] }
    const asking = definition.settings.parse({ branches: [{ id: 'x', name: 'x', rule }] })
    expect(definition.check?.(asking).map((p) => p.code)).toEqual(['asks-events'])
  })

  it('orders its outcomes as its branches', () => {
    expect(definition.outcomes(definition.settings.parse(tiers))).toEqual(['branch:gold', 'branch:silver', 'else'])
  })

  it('refuses two branches of one id', () => {
    const twice = definition.settings.parse({ branches: [branch('gold', 1), branch('gold', 2)] })
    expect(definition.check?.(twice).map((p) => p.code)).toEqual(['branch-repeated'])
  })
})
