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

  it('orders its outcomes as its branches', () => {
    expect(definition.outcomes(definition.settings.parse(tiers))).toEqual(['branch:gold', 'branch:silver', 'else'])
  })

  it('refuses two branches of one id', () => {
    const twice = definition.settings.parse({ branches: [branch('gold', 1), branch('gold', 2)] })
    expect(definition.check?.(twice).map((p) => p.code)).toEqual(['branch-repeated'])
  })
})
