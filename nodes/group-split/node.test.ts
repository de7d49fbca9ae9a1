import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const branch = (id: string, more: object) => ({ id, name: id, ...more })
const settings = {
  branches: [branch('a', { computed: ['big'] }), branch('b', { segments: ['vip'], groups: ['list'] })],
}
const answers = (big: boolean, vip: boolean, list: boolean) => ({
  facts: {
    'segment-set/big': { holds: big, computedAt: AT - 1_000 },
    'segment/vip': { holds: vip },
    'group/list': { holds: list },
  },
})

describe('a group split', () => {
  it.each([
    [answers(true, true, true), 'branch:a', { in: 'big', age: 1_000 }],
    [answers(false, true, true), 'branch:b', { in: 'vip' }],
    [answers(false, false, true), 'branch:b', { in: 'list' }],
    [answers(false, false, false), 'else', { age: 1_000 }],
  ])('lets whoever is in several go by the first: %j to %s', (given, outcome, because) => {
    expect(visit(definition, settings, given)).toEqual({ do: 'leave', outcome, because })
  })

  it.each([
    [[branch('a', { segments: ['vip'] }), branch('a', { groups: ['list'] })], ['branch-repeated']],
    [[branch('a', { segments: ['vip'] }), branch('b', {})], ['nobody-chosen']],
  ])('finds what is wrong with %j', (branches, codes) => {
    expect(definition.check?.(definition.settings.parse({ branches })).map((p) => p.code)).toEqual(codes)
  })
})
