import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registry } from '../../../nodes/definitions.ts'
import { node, planOf, START } from '../../testing/simulated.ts'
import { OVER_BUDGET } from '../budgets/budgets.ts'
import { FOLLOWS_MAIN } from '../journey/compile.ts'
import { passageOf } from '../path-test/coverage.ts'
import { runPathTest } from '../path-test/run.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Rule } from '../rules/rule.ts'
import { casesOf } from './search.ts'
import { witnessesOf } from './witness.ts'

const ZONE = 'Asia/Shanghai'
const entrance = node('start', 'trigger-event', { events: [{ event: 'ordered' }] })
const edge = (text: string) => {
  const [from = '', outcome = '', to = ''] = text.split(' ')
  return [from, outcome, to] as const
}
const drawnOf = (nodes: readonly object[], edges: readonly string[], settings: object = {}) =>
  planOf(nodes, edges.map(edge), settings)

/** A journey of one node, all of whose outcomes are drawn. */
function planOfOne(type: string, settings: object, more: object = {}) {
  const definition = registry.get(type)
  if (!definition) throw new Error(type)
  const outcomes = definition.outcomes(definition.settings.parse(settings))
  const drawn = [...new Set([...outcomes, ...('onError' in more ? ['failed'] : [])])]
  return drawnOf(
    [entrance, { ...node('it', type, settings), ...more }, node('end', 'end')],
    ['start next it', ...drawn.map((outcome) => `it ${outcome} end`)],
    drawn.includes(OVER_BUDGET) ? { budgets: [{ of: 'points', most: 1_000_000 }] } : {},
  )
}

/** Outcomes that no member can be made to take: an inbox takes what it is sent. */
const NEVER: Readonly<Record<string, readonly string[]>> = { 'send-inbox': ['it.failed'] }

const day = { amount: 1, unit: 'day' }
const rule = (field: string, op: string, value?: unknown) => ({ field, op, ...(value === undefined ? {} : { value }) })
const SAMPLES: [string, object, object?][] = [
  ['attribute-check', { rule: rule('member.city', 'eq', '上海') }],
  ['attribute-check', { rule: { all: [rule('tags', 'has', 'vip'), { any: [rule('points.growth', 'gt', 9)] }] } }],
  ['attribute-check', { rule: { not: rule('event.item.price', 'between', [10, 20]) } }],
  [
    'attribute-split',
    {
      branches: [
        { id: 'a', name: 'a', rule: rule('event.amount', 'gte', 1000) },
        { id: 'b', name: 'b', rule: rule('event.amount', 'gte', 200) },
        { id: 'c', name: 'c', rule: rule('member.born', 'before', '2000-01-01') },
      ],
    },
  ],
  ['event-check', { events: [{ event: 'paid' }], atLeast: 3, judge: { kind: 'wait', for: day } }],
  [
    'event-check',
    {
      events: [{ event: 'paid', filter: rule('event.by', 'in', ['card']) }, { event: 'sent' }],
      match: 'all',
      did: false,
      judge: { kind: 'wait', for: day },
    },
  ],
  ['time-check', { hours: { kind: 'between', from: '22:00', to: '02:00' }, weekdays: ['SU'] }],
  ['time-check', { dates: { from: '2027-01-01', to: '2027-01-02' }, zone: 'America/New_York' }],
  ['time-check', { days: 'workday' }],
  [
    'ab-test',
    {
      arms: [
        { id: 'a', name: 'a', percent: 96 },
        { id: 'b', name: 'b', percent: 4, control: true },
      ],
    },
  ],
  ['wait', { kind: 'event', events: [{ event: 'paid', filter: rule('event.ok', 'eq', true) }], timeout: day }],
  ['wait', { kind: 'until', local: '2026-06-01T10:00', pastDue: 'expired' }],
  ['wait', { kind: 'date', attribute: 'visit', pastDue: 'expired' }],
  ['wait', { kind: 'anniversary', attribute: 'birthday' }],
  ['send-inbox', { title: 'for {{member.name}}', body: 'x' }],
  ['send-email', { account: 'main', subject: 's', text: 'on {{event.day}}' }],
  ['grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 1 } }, { onError: 'failed' }],
  ['tag-member', { kind: 'add', tags: ['a'] }],
  ['group-check', { groups: ['list'], computed: ['rich'] }],
  [
    'group-split',
    {
      branches: [
        { id: 'a', name: 'a', segments: ['rich'] },
        { id: 'b', name: 'b', computed: ['rich'] },
        { id: 'c', name: 'c', groups: ['list'] },
      ],
    },
  ],
  ['count-check', { scope: 'node', bound: 5_000_000 }],
  ['count-check', { scope: 'journey', bound: 3, window: { kind: 'day' } }],
  ['count-check', { scope: 'member', bound: 2, window: { kind: 'last', duration: day } }],
  ['count-check', { scope: 'name', name: 'gift', bound: 1, window: { kind: 'month' } }],
  [
    'splitter',
    {
      by: 'quota',
      quotas: [
        { id: 'a', name: 'a', first: 1_000_000 },
        { id: 'b', name: 'b', first: 50 },
      ],
    },
  ],
  ['rate-gate', { amount: 1, unit: 'hour' }],
]

describe('the search for cases', () => {
  it.each(SAMPLES)('leaves a node by every outcome: %s %j', (type, settings, more) => {
    const plan = planOfOne(type, settings, more)
    const { tests, unreached } = casesOf(plan, { startsAt: START })
    expect(unreached.map((one) => passageOf(one.edge))).toEqual(NEVER[type] ?? [])
    for (const test of tests) expect(runPathTest(plan, test).differences).toEqual([])
  })

  const halves = (id: string, amount: number) =>
    node(id, 'attribute-check', { rule: rule('event.amount', 'gte', amount) })

  it('says of an edge that it did not reach who came there, and how they left', () => {
    const plan = drawnOf(
      [entrance, halves('big', 200), halves('small', 100), node('tag', 'tag-member', { kind: 'add', tags: ['a'] })],
      ['start next big', 'big yes small', 'big no tag', 'small yes tag', 'small no tag'],
    )
    const { unreached } = casesOf(plan, { startsAt: START })
    expect(unreached).toEqual([
      { edge: { from: 'small', outcome: 'no', to: 'tag' }, why: 'left-otherwise', ways: ['small.yes'] },
    ])
  })

  it('makes cases only for what is not covered, the same ones each time', () => {
    const plan = planOfOne('attribute-check', { rule: rule('member.city', 'eq', '上海') })
    const covered = new Set(['start.next', 'it.no'])
    const found = casesOf(plan, { startsAt: START, covered })
    expect(found.tests).toMatchObject([{ name: 'it.yes', member: { attributes: { city: '上海' } } }])
    expect(casesOf(plan, { startsAt: START, covered })).toEqual(found)
    expect(casesOf(plan, { startsAt: START, covered: new Set([...covered, 'it.yes']) })).toMatchObject({ plays: 0 })
  })

  it('begins while the journey takes people, with somebody who is not held out', () => {
    const window = { from: '2026-09-01T00:00:00Z', until: '2026-10-01T00:00:00Z' }
    const nodes = [entrance, node('end', 'end')]
    const { tests, unreached } = casesOf(drawnOf(nodes, ['start next end'], { window, holdout: 90 }), {
      startsAt: START,
    })
    expect([tests[0]?.clock, unreached]).toEqual(['2026-09-01T08:00', []])
  })

  it('names outcomes that follow the main one as any other, where they are drawn', () => {
    expect(FOLLOWS_MAIN.has('blocked')).toBe(true)
    const plan = planOfOne('send-email', { account: 'main', subject: 's', text: 't' })
    expect(casesOf(plan, { startsAt: START }).unreached).toEqual([])
  })
})

describe('a witness', () => {
  const words = fc.constantFrom('a', 'ab', '上海')
  const numbers = fc.integer({ min: -3, max: 3 })
  const field = fc.constant('member.a')
  const leaf: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ field, op: fc.constantFrom('empty', 'not-empty') }),
    fc.record({ field, op: fc.constantFrom('eq', 'neq'), value: fc.oneof(words, numbers, fc.boolean()) }),
    fc.record({ field, op: fc.constant('in'), value: fc.array(fc.oneof(words, numbers), { minLength: 1 }) }),
    fc.record({ field, op: fc.constantFrom('gt', 'gte', 'lt', 'lte'), value: numbers }),
    fc.record({ field, op: fc.constantFrom('contains', 'starts-with'), value: words }),
    fc.record({ field, op: fc.constantFrom('on', 'before', 'after'), value: fc.constant('2026-03-29') }),
    fc.record({ field, op: fc.constant('within-last'), value: fc.constant({ amount: 2, unit: 'month' }) }),
  ) as fc.Arbitrary<Rule>

  it('of one condition meets it, and one against it does not', () => {
    fc.assert(
      fc.property(leaf, fc.boolean(), (condition, holds) => {
        const [witness] = witnessesOf(condition, { at: START, zone: ZONE }, holds)
        if (!witness) throw new Error('nobody')
        expect(evaluate(condition, Object.fromEntries(witness.fields), { at: START, zone: ZONE })).toBe(holds)
      }),
    )
  })
})
