import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { locale } from './locale.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000
const sets = { segments: ['vip'], computed: ['big'], groups: ['list'] }
const answers = (vip: boolean, big: boolean, list: boolean, computedAt: number | null = AT - 3 * HOUR) => ({
  facts: {
    'segment/vip': { holds: vip },
    'segment-set/big': { holds: big, computedAt },
    'group/list': { holds: list },
  },
})

describe('a group check', () => {
  it.each([
    [answers(true, true, true), 'yes', { in: 'vip' }, 'Was in “vip”.'],
    [answers(false, true, true), 'yes', { in: 'big', age: 3 * HOUR }, 'Was in “big”, as computed 3 hours ago.'],
    [answers(false, false, true), 'yes', { in: 'list' }, 'Was in “list”.'],
    [
      answers(false, false, false),
      'no',
      { age: 3 * HOUR },
      'Was not in “vip”, “big”, “list”, as computed 3 hours ago.',
    ],
    [
      answers(false, false, false, null),
      'no',
      { age: null },
      'Was not in “vip”, “big”, “list”; a segment was never computed.',
    ],
  ])('with %j: %s, because %j', (given, outcome, because, told) => {
    expect(visit(definition, sets, given)).toEqual({ do: 'leave', outcome, because })
    expect(locale.en.explain({ outcome, because, settings: { ...sets } })).toBe(told)
  })

  it('names what it needs', () => {
    const references = definition.references?.(definition.settings.parse(sets))
    expect(references).toEqual([
      { kind: 'segment', key: 'vip', field: 'segments' },
      { kind: 'segment-set', key: 'big', field: 'computed' },
      { kind: 'group', key: 'list', field: 'groups' },
    ])
  })

  it('wants somebody to ask for', () => {
    expect(definition.check?.(definition.settings.parse({})).map((p) => p.code)).toEqual(['nobody-chosen'])
  })
})
