import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ruleFacts } from './facts.ts'
import { Rule } from './rule.ts'

const LEAF = { field: 'member.a', op: 'empty' }
const IN_EVENT = { field: 'event.a', op: 'empty' }
const nested = (levels: number, leaf: object = LEAF): object =>
  levels === 1 ? leaf : { not: nested(levels - 1, leaf) }
const many = (n: number, leaf: object = LEAF) => ({ all: Array.from({ length: n }, () => leaf) })
const TOO_BIG = 'a rule has at most 6 levels and 100 conditions'
const UNSTORABLE = 'holds a character that cannot be stored'
const FILTER = (filter: object) => ({ events: { event: 'order', filter } })

describe('a rule', () => {
  it.each<[name: string, bad: unknown, why: string]>([
    ['seven levels', nested(7), TOO_BIG],
    ['seven levels, some in a filter', nested(4, FILTER(nested(3, IN_EVENT))), TOO_BIG],
    ['nesting without end', nested(5_000), TOO_BIG],
    ['101 conditions in two groups', { any: [many(60), many(41)] }, TOO_BIG],
    ['101 conditions, some in a filter', { all: [many(50), FILTER(many(50, IN_EVENT))] }, TOO_BIG],
    ['a group of 101', many(101), 'all: Too big'],
    ['a list of 501', { field: 'member.a', op: 'in', value: Array(501).fill(1) }, 'value: Too big'],
    ['an empty list', { field: 'member.a', op: 'in', value: [] }, 'value: Too small'],
    [
      'a text where a number belongs',
      { field: 'member.a', op: 'gt', value: '3' },
      'value: Invalid input: expected number',
    ],
    ['no value', { field: 'member.a', op: 'eq' }, 'value: Invalid input'],
    ['a value too many', { ...LEAF, value: 1 }, 'Unrecognized key: "value"'],
    ['an unknown operator', { field: 'member.a', op: 'like', value: 'a%' }, 'op: Invalid'],
    ['an unknown key', { ...LEAF, extra: true }, 'Unrecognized key: "extra"'],
    ['two shapes at once', { all: [], any: [] }, 'Unrecognized key: "any"'],
    ['no shape', { every: [] }, 'a rule is one of'],
    ['a text', 'city = 1', 'a rule is one of'],
    ['a fault deep inside', { all: [{ not: { field: 'member.a', op: 'gt' } }] }, 'not: value: Invalid input'],
    ['an unknown field', { field: 'password', op: 'empty' }, 'a field is member.<attribute>'],
    ['unknown points', { field: 'points.karma', op: 'gt', value: 1 }, 'a field is member.<attribute>'],
    ['a path through an attribute', { field: 'member.a.b', op: 'empty' }, 'a field is member.<attribute>'],
    ['a prototype', { field: 'event.__proto__', op: 'empty' }, 'a field is member.<attribute>'],
    ['a prototype inside', { field: 'event.a.__proto__.b', op: 'empty' }, 'a field is member.<attribute>'],
    ['an index', { field: 'event.items.0', op: 'empty' }, 'a field is member.<attribute>'],
    ['an empty step', { field: 'event.a..b', op: 'empty' }, 'a field is member.<attribute>'],
    ['NUL in a value', { field: 'member.a', op: 'eq', value: 'a\0' }, UNSTORABLE],
    ['NUL in a field', { field: 'member.a\0', op: 'empty' }, UNSTORABLE],
    ['NUL in an event', { events: { event: 'a\0' } }, UNSTORABLE],
    ['half a surrogate pair', { field: 'member.a', op: 'in', value: ['\ud83d'] }, UNSTORABLE],
    ['tags compared', { field: 'tags', op: 'eq', value: 'vip' }, 'tags are asked with has'],
    ['has without tags', { field: 'member.a', op: 'has', value: 'vip' }, 'tags are asked with has'],
    ['points searched', { field: 'points.growth', op: 'contains', value: '1' }, 'points are a number'],
    ['no such date', { field: 'member.a', op: 'on', value: '2026-02-30' }, 'Invalid ISO date'],
    ['the year 0', { field: 'member.a', op: 'on', value: '0000-01-01' }, 'the first year is 0001'],
    ['a filter over the member', FILTER(LEAF), 'an event filter asks event.* fields only'],
    ['a filter over events', FILTER({ events: { event: 'x' } }), 'an event filter asks event.* fields only'],
    [
      'a moving window in a filter',
      FILTER({ field: 'event.a', op: 'within-last', value: { amount: 1, unit: 'day' } }),
      'cannot ask within-last',
    ],
    ['never', { events: { event: 'x', atLeast: 0 } }, 'atLeast: Too small'],
  ])('with %s is refused, and told why', (_name, bad, why) => {
    const messages = Rule.safeParse(bad).error?.issues.map((issue) => [...issue.path, issue.message].join(': '))
    expect(messages?.join('; ')).toContain(why)
  })

  it.each<[name: string, good: unknown]>([
    ['six levels', nested(6)],
    ['100 conditions', { any: [many(60), many(40)] }],
    ['a list of 500', { field: 'member.a', op: 'in', value: Array(500).fill(1) }],
    ['wildcards as plain text', { field: 'member.a', op: 'contains', value: "100%_'\\" }],
    ['a whole surrogate pair', { field: 'member.爱好', op: 'eq', value: '🎉' }],
  ])('with %s is accepted as it is', (_name, good) => expect(Rule.parse(good)).toEqual(good))

  it('of an event means at least once, ever, unless it says otherwise', () => {
    expect(Rule.parse({ events: { event: ' order ' } })).toEqual({
      events: { event: 'order', atLeast: 1, did: true, window: { kind: 'ever' } },
    })
  })

  it.each(['input', 'output'] as const)('has a recursive JSON Schema for %s', (io) => {
    const schema = z.toJSONSchema(Rule, { io })
    expect(schema.$ref).toMatch(/^#\/\$defs\//)
    expect(JSON.stringify(schema)).toContain('"starts-with"')
  })

  it('asks for each fact once, and for its event conditions in walking order', () => {
    const city = { field: 'member.city', op: 'empty' }
    const window = { kind: 'last', duration: { amount: 3, unit: 'day' } }
    const rule = Rule.parse({
      all: [
        { events: { event: 'view', window } },
        { any: [city, { not: { events: { event: 'order', filter: IN_EVENT } } }, city] },
        { field: 'tags', op: 'has-not', value: 'vip' },
        { field: 'points.yearly', op: 'gt', value: 1 },
        IN_EVENT,
      ],
    })
    expect(ruleFacts(rule)).toEqual({
      'events:0': { kind: 'events', matches: [{ event: 'view' }], window },
      'member.city': { kind: 'attribute', name: 'city' },
      'events:1': { kind: 'events', matches: [{ event: 'order', filter: IN_EVENT }], window: { kind: 'ever' } },
      'tag:vip': { kind: 'tag', tag: 'vip' },
      'points.yearly': { kind: 'points', account: 'yearly' },
      event: { kind: 'entry-data' },
    })
  })
})
