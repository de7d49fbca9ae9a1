import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { atLocal } from '../time/zone.ts'
import { evaluate, matchesEvent } from './evaluate.ts'
import { Rule } from './rule.ts'

const ZONE = 'Asia/Shanghai'
const AT = atLocal('2026-03-30T12:00', ZONE)
const MOMENT = { at: AT, zone: ZONE }
const DAY = { amount: 1, unit: 'day' }

/** One of every JSON type, and nothing at all. */
const KINDS: (Json | undefined)[] = [undefined, null, true, 3, 'text', ['a'], { a: 1 }]

const asks = (op: string, value: unknown, held: Json | undefined) =>
  evaluate(
    Rule.parse({ field: 'member.a', op, ...(value === undefined ? {} : { value }) }),
    { 'member.a': held },
    MOMENT,
  )

describe('an operator', () => {
  it.each<[op: string, value: unknown, holds: Json[], fails: Json[]]>([
    ['empty', undefined, ['', []], [0, false, 'a', ['a'], {}]],
    ['not-empty', undefined, [0, false, 'a', ['a'], {}], ['', []]],
    ['eq', 'a', ['a'], ['A', 'a ', '', ['a']]],
    ['eq', 0.3, [0.3], [0.1 + 0.2, '0.3']],
    ['eq', false, [false], [true, 0, 'false']],
    ['neq', 'a', ['b', 'A', ''], ['a', 1, true, ['b']]],
    ['neq', 1, [2, 1.5], [1, '2', true]],
    ['in', ['a', 1, true], ['a', 1, true], ['1', 'true', false, 0, ['a']]],
    ['gt', 1, [1.1], [1, 0, '2']],
    ['gte', 1, [1, 2], [0.9, '1']],
    ['lt', 1, [0.9, -1], [1, 2, '0']],
    ['lte', 1, [1, 0], [1.1, '1']],
    ['between', [1, 2], [1, 1.5, 2], [0.9, 2.1, '1']],
    ['contains', '%', ['5%', '%'], ['5', '', ['%']]],
    ['contains', '_b', ['a_b'], ['aab', 'A_B']],
    ['starts-with', 'a_', ['a_b'], ['aab', 'A_b', 'ba_']],
    ['on', '2026-03-30', ['2026-03-30', '2026-03-29T16:00:00Z'], ['2026-03-29', '2026-03-30T16:00:00Z', 'x']],
    [
      'before',
      '2026-03-30',
      ['2026-03-29', '2026-03-29T15:59:59Z'],
      ['2026-03-30', '2026-02-30', '2026-03-29T16:00:00Z'],
    ],
    [
      'after',
      '2026-03-30',
      ['2026-03-31', '9999-12-31T23:59:59-14:00'],
      ['2026-03-30', '2026-04-31', '2026-03-31T01:00'],
    ],
    [
      'within-last',
      DAY,
      ['2026-03-30', '2026-03-29T12:00:00+08:00', '2026-03-30T12:00:00+08:00'],
      ['2026-03-29', '2026-03-29T11:59:59+08:00', '2026-03-30T12:00:01+08:00', 'x'],
    ],
  ])('%s %j holds for %j and not for %j', (op, value, holds, fails) => {
    expect(holds.filter((held) => !asks(op, value, held))).toEqual([])
    expect(fails.filter((held) => asks(op, value, held))).toEqual([])
  })

  it.each<[op: string, value: unknown, type: string]>([
    ['eq', 'x', 'string'],
    ['neq', 'x', 'string'],
    ['neq', 1, 'number'],
    ['neq', false, 'boolean'],
    ['gt', -1e9, 'number'],
    ['gte', -1e9, 'number'],
    ['lt', 1e9, 'number'],
    ['lte', 1e9, 'number'],
    ['between', [-1e9, 1e9], 'number'],
    ['contains', 'e', 'string'],
    ['starts-with', 't', 'string'],
    ['on', '2026-03-30', 'string'],
    ['before', '9999-01-01', 'string'],
    ['after', '0001-01-01', 'string'],
    ['within-last', { amount: 24, unit: 'month' }, 'string'],
  ])('%s %j is false of what is missing, null, or not a %s', (op, value, type) => {
    const others = KINDS.filter((held) => typeof held !== type)
    expect(others.filter((held) => asks(op, value, held))).toEqual([])
  })

  it('empty holds for what is missing and for null, and not-empty for neither', () => {
    expect(KINDS.filter((held) => asks('empty', undefined, held))).toEqual([undefined, null])
    expect(KINDS.filter((held) => asks('not-empty', undefined, held))).toEqual([true, 3, 'text', ['a'], { a: 1 }])
  })

  it('of tags asks whether the tag is held', () => {
    const tag = (op: string, facts: Record<string, unknown>) =>
      evaluate(Rule.parse({ field: 'tags', op, value: 'vip' }), facts, MOMENT)
    expect([tag('has', { 'tag:vip': true }), tag('has', { 'tag:vip': false }), tag('has', {})]).toEqual([
      true,
      false,
      false,
    ])
    expect([tag('has-not', { 'tag:vip': true }), tag('has-not', { 'tag:vip': false })]).toEqual([false, true])
  })

  it('of points compares the balance', () => {
    const rule = Rule.parse({ field: 'points.growth', op: 'gte', value: 10 })
    expect(evaluate(rule, { 'points.growth': 10 }, MOMENT)).toBe(true)
    expect(evaluate(rule, { 'points.growth': 9 }, MOMENT)).toBe(false)
  })
})

describe('a group', () => {
  const yes = { field: 'member.a', op: 'eq', value: 1 }
  const no = { field: 'member.a', op: 'eq', value: 2 }
  it.each<[object, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ all: [] }, true],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ any: [] }, false],
    [{ not: no }, true],
    [{ not: { field: 'member.missing', op: 'eq', value: 1 } }, true],
  ])('%j is %s', (rule, expected) => {
    expect(evaluate(Rule.parse(rule), { 'member.a': 1 }, MOMENT)).toBe(expected)
  })

  it('numbers its event conditions in walking order, whatever the answers before them', () => {
    const [did, didNot] = [{ events: { event: 'x' } }, { events: { event: 'x', did: false, atLeast: 2 } }]
    const rule = Rule.parse({ all: [{ any: [did, did] }, { not: { all: [no, did] } }, didNot] })
    const answer = (...counts: number[]) =>
      evaluate(rule, Object.fromEntries(counts.map((n, i) => [`events:${i}`, { counts: [n] }])), MOMENT)
    expect(answer(1, 2, 2, 1)).toBe(true)
    expect(answer(0, 1, 2, 1)).toBe(true)
    expect(answer(0, 0, 2, 1)).toBe(false)
    expect(answer(1, 1, 1, 2)).toBe(false)
  })
})

describe('an event filter', () => {
  const matches = (field: string, properties: Record<string, Json>) =>
    matchesEvent(Rule.parse({ field, op: 'not-empty' }), properties, MOMENT)

  it('follows own properties along a path, never a prototype or an index', () => {
    expect(matches('event.order.city', { order: { city: 'x' } })).toBe(true)
    expect(matches('event.order.city', { 'order.city': 'x' })).toBe(false)
    expect(matches('event.constructor', {})).toBe(false)
    expect(matches('event.constructor.name', {})).toBe(false)
    expect(matches('event.items.length', { items: ['x'] })).toBe(false)
    expect(matches('event.name.length', { name: 'x' })).toBe(false)
  })

  it('that is absent asks nothing', () => expect(matchesEvent(undefined, {}, MOMENT)).toBe(true))
})
