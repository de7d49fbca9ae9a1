import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const half = {
  arms: [
    { id: 'a', name: 'A', percent: 50 },
    { id: 'b', name: 'B', percent: 50 },
  ],
}
const armOf = (member: number, settings: object = half, stored?: string) => {
  const decision = visit(definition, settings, { chanceKey: `${member}/1/ab`, facts: { stored } })
  return decision.do === 'perform' ? decision.body.arm : undefined
}
const codes = (settings: object) => definition.check?.(definition.settings.parse(settings)).map((p) => p.code)

describe('an A/B test', () => {
  it('splits 100,000 members evenly, within four standard deviations', () => {
    let a = 0
    for (let member = 1; member <= 100_000; member++) if (armOf(member) === 'a') a++
    expect(Math.abs(a - 50_000)).toBeLessThan(4 * Math.sqrt(25_000))
  })

  it('sends a member the same way every time', () => {
    for (let member = 1; member < 100; member++) expect(armOf(member)).toBe(armOf(member))
  })

  it('keeps the stored arm while it exists, whatever the percents are now', () => {
    const moved = {
      arms: [
        { id: 'a', name: 'A', percent: 0 },
        { id: 'b', name: 'B', percent: 100 },
      ],
    }
    expect(armOf(1, moved, 'a')).toBe('a')
    expect(armOf(1, moved, 'gone')).toBe('b')
  })

  it('gives newcomers the winner while it exists, and nobody who is in an arm', () => {
    const measured = {
      ...half,
      goal: { event: 'order', within: { amount: 1, unit: 'day' }, horizon: { amount: 1, unit: 'week' } },
    }
    const given = (facts: object, settings: object = measured) => {
      const decision = visit(definition, settings, { chanceKey: '1/1/ab', facts: { ...facts } })
      return decision.do === 'perform' ? decision.body.arm : undefined
    }
    const [mine, other] = armOf(1) === 'a' ? ['a', 'b'] : ['b', 'a']
    expect(given({ winner: other })).toBe(other)
    expect(given({ winner: other, stored: mine })).toBe(mine)
    expect(given({ winner: 'gone' })).toBe(mine)
    expect(given({ winner: other }, half)).toBe(mine)
  })

  it('begins anew where people are drawn otherwise or another thing is measured, and for nothing else', () => {
    const goal = { event: 'order', within: { amount: 1, unit: 'day' }, horizon: { amount: 1, unit: 'week' } }
    const designOf = (more: object, settings: object = half) =>
      definition.trial?.(definition.settings.parse({ ...settings, goal: { ...goal, ...more } }))?.design
    const same = designOf({})
    expect(designOf({ minimumSample: 5, winner: 'at-horizon', horizon: { amount: 2, unit: 'week' } })).toBe(same)
    const [a, b] = half.arms
    expect(designOf({}, { arms: [{ ...a, name: 'Z' }, b] })).toBe(same)
    expect(designOf({ event: 'visit' })).not.toBe(same)
    expect(designOf({ revenue: 'event.amount' })).not.toBe(same)
    expect(designOf({}, { ...half, salt: 'x' })).not.toBe(same)
    expect(definition.trial?.(definition.settings.parse(half))).toBeUndefined()
  })

  it('must last longer than its goal counts', () => {
    const lasting = (horizon: object) =>
      codes({ ...half, goal: { event: 'order', within: { amount: 7, unit: 'day' }, horizon } })
    expect(lasting({ amount: 1, unit: 'week' })).toEqual(['nobody-measured'])
    expect(lasting({ amount: 8, unit: 'day' })).toEqual([])
    expect(lasting({ amount: 1, unit: 'month' })).toEqual([])
  })

  it('asks for percents that add up, ids of their own, and one control', () => {
    const [a, b] = half.arms
    expect(codes({ arms: [a, { ...b, percent: 49 }] })).toEqual(['not-100'])
    expect(codes({ arms: [a, { ...b, id: 'a' }] })).toEqual(['arm-repeated'])
    expect(
      codes({
        arms: [
          { ...a, control: true },
          { ...b, control: true },
        ],
      }),
    ).toEqual(['two-controls'])
  })

  it('names the control arm', () => {
    const [a, b] = half.arms
    expect(definition.outcomes(definition.settings.parse({ arms: [a, { ...b, control: true }] }))).toEqual([
      'arm:a',
      'control',
    ])
  })
})
