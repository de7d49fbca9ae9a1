import { describe, expect, it } from 'vitest'
import { visit } from '../testing.ts'
import { definition } from './node.ts'

const PEOPLE = 100_000
const half = {
  by: 'percent',
  arms: [
    { id: 'a', name: 'A', percent: 50 },
    { id: 'b', name: 'B', percent: 50 },
  ],
}
const quota = (...firsts: number[]) => ({
  by: 'quota',
  quotas: firsts.map((first, i) => ({ id: 'abc'.charAt(i), name: 'x', first })),
})
const bodyOf = (member: number, settings: object = half, stored?: string) => {
  const decision = visit(definition, settings, { chanceKey: `${member}/1/split`, facts: { stored } })
  return decision.do === 'perform' ? decision.body : undefined
}
const codes = (settings: object) => definition.check?.(definition.settings.parse(settings)).map((p) => p.code)
const outcomes = (settings: object) => definition.outcomes(definition.settings.parse(settings))

describe('a splitter by percent', () => {
  it.each([[[50, 50]], [[10, 30, 60]], [[0.5, 99.5]], [[0, 100]], [Array.from({ length: 20 }, () => 5)]])(
    'splits 100,000 members by %j, each arm within four standard deviations',
    (percents) => {
      const arms = percents.map((percent, i) => ({ id: `a${i}`, name: 'x', percent }))
      const tally = new Map<unknown, number>()
      for (let member = 1; member <= PEOPLE; member++) {
        const arm = bodyOf(member, { by: 'percent', arms })?.arm
        tally.set(arm, (tally.get(arm) ?? 0) + 1)
      }
      for (const { id, percent } of arms) {
        const share = percent / 100
        const apart = Math.abs((tally.get(id) ?? 0) - PEOPLE * share)
        expect(apart).toBeLessThanOrEqual(4 * Math.sqrt(PEOPLE * share * (1 - share)))
      }
    },
  )

  it('sends a member the same way every time, and another way once its mark is changed', () => {
    const ways = Array.from({ length: 100 }, (_, member) => bodyOf(member)?.arm)
    expect(Array.from({ length: 100 }, (_, member) => bodyOf(member)?.arm)).toEqual(ways)
    expect(Array.from({ length: 100 }, (_, member) => bodyOf(member, { ...half, salt: 'x' })?.arm)).not.toEqual(ways)
  })

  it('keeps the stored arm while it exists', () => {
    const arms = [
      { id: 'a', name: 'A', percent: 0 },
      { id: 'b', name: 'B', percent: 100 },
    ]
    expect(bodyOf(1, { ...half, arms }, 'a')).toEqual({ arm: 'a' })
    expect(bodyOf(1, { ...half, arms }, 'gone')).toEqual({ arm: 'b' })
  })

  it('asks for percents that add up, and ids of their own', () => {
    const [a, b] = half.arms
    expect(codes({ ...half, arms: [a, { ...b, percent: 49 }] })).toEqual(['not-100'])
    expect(codes({ ...half, arms: [a, { ...b, id: 'a' }] })).toEqual(['arm-repeated'])
    expect(codes(half)).toEqual([])
  })
})

describe('a splitter by quota', () => {
  it('has a way for those who find it full', () => {
    expect(outcomes(quota(100, 5))).toEqual(['arm:a', 'arm:b', 'else'])
    expect(outcomes(half)).toEqual(['arm:a', 'arm:b'])
  })

  it.each([
    ['who comes first', 0, {}, 'arm:a'],
    ['who comes last into the first', 99, {}, 'arm:a'],
    ['who finds the first full', 100, {}, 'arm:b'],
    ['who finds all full', 105, {}, 'else'],
    ['who was there before', 105, { stored: 'a' }, 'arm:a'],
    ['who was turned away before', 0, { stored: '' }, 'else'],
  ])('is rehearsed with one %s', (_title, before, body, outcome) => {
    const rehearsal = definition.rehearse?.(definition.settings.parse(quota(100, 5)), body, {
      ...{
        at: 1,
        zone: 'UTC',
        arrives: () => true,
        isRefunded: () => false,
        taken: () => 0,
        counted: () => Array.from({ length: before }, () => 1),
      },
    })
    expect(rehearsal?.goes).toMatchObject({ outcome })
  })

  it('asks for ids of their own', () => {
    const twice = { by: 'quota', quotas: [...quota(1).quotas, ...quota(2).quotas] }
    expect(codes(twice)).toEqual(['arm-repeated'])
  })
})

describe('a splitter', () => {
  it.each([
    { by: 'percent', arms: half.arms.slice(1) },
    { by: 'percent', arms: Array.from({ length: 31 }, (_, i) => ({ id: `a${i}`, name: 'x', percent: 1 })) },
    { by: 'quota', quotas: [] },
    quota(0),
    { by: 'quota', arms: half.arms },
    { by: 'turn' },
  ])('refuses %j', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))
})
