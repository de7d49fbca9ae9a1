import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { id } from '../engine/core/ids.ts'
import type { FactRequest } from '../engine/core/journey/facts.ts'
import type { VisitContext } from '../engine/core/journey/node.ts'
import { registry } from './definitions.ts'
import { effects } from './effects.ts'
import { locales } from './locales.ts'
import { AT, contextOf } from './testing.ts'

const day = { amount: 1, unit: 'day' }
const events = [{ event: 'order', filter: { field: 'event.amount', op: 'gt', value: 1 } }]

/** Settings that take other ways through a node than its defaults do. */
const others: Readonly<Record<string, readonly object[]>> = {
  'ab-test': [
    {
      arms: [
        { id: 'a', name: 'A', percent: 90 },
        { id: 'b', name: 'B', percent: 10, control: true },
      ],
    },
  ],
  'attribute-check': [{ rule: { any: [{ field: 'tags', op: 'has', value: 'vip' }, { not: { all: [] } }] } }],
  'event-check': [
    { events, did: false, judge: { kind: 'wait', for: day } },
    { events, window: { kind: 'last', duration: day }, judge: { kind: 'wait-until', local: '2026-03-09T10:00' } },
  ],
  'trigger-event': [{ events, member: { field: 'tags', op: 'has', value: 'vip' }, dedupe: 'event.id', tolerance: day }],
  wait: [
    { kind: 'until', local: '2026-03-08T10:00' },
    { kind: 'until', local: '2026-03-06T10:00', pastDue: 'expired' },
    { kind: 'event', events, timeout: day },
  ],
}

/** On arrival, woken by an event, and woken by its time long after. */
const visits: readonly Partial<VisitContext>[] = [
  {},
  {
    at: AT + 5,
    step: 1,
    stimulus: { event: id(9), name: 'order', at: AT + 5, receivedAt: AT + 5, properties: { amount: 2 } },
  },
  { at: AT + 99 * 86_400_000, step: 1, due: true },
]

/** An answer of each kind that every node must be able to take. */
const answerTo = (request: FactRequest): unknown =>
  ({
    attribute: 'x',
    tag: true,
    points: 7,
    'entry-data': { amount: 10 },
    events: { counts: request.kind === 'events' ? request.matches.map(() => 0) : [] },
    arm: undefined,
    reach: { reachable: true },
  })[request.kind]

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) freeze(part)
  return value
}

/** The value with a key too many: once for every object in it. */
const surprised = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((part, i) => surprised(part).map((bad) => value.with(i, bad)))
  const inside = Object.entries(value).flatMap(([key, part]) =>
    surprised(part).map((bad) => ({ ...value, [key]: bad })),
  )
  return [{ ...value, surprise: 1 }, ...inside]
}

/** Names of the settings of every shape that a schema allows. */
const fieldsOf = ({ properties = {}, anyOf = [], oneOf = [] }: z.core.JSONSchema.BaseSchema): string[] => [
  ...Object.keys(properties),
  ...[...anyOf, ...oneOf].flatMap((shape) => (typeof shape === 'object' ? fieldsOf(shape) : [])),
]
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

const samples = [...registry.values()].flatMap((d) =>
  [d.defaults, ...(others[d.type] ?? [])].map((settings) => [d.type, settings, d] as const),
)

describe.each(samples)('%s with %j', (type, given, d) => {
  const settings = freeze(d.settings.parse(given))
  const requests = d.facts(settings)
  const facts = freeze(Object.fromEntries(Object.entries(requests).map(([name, request]) => [name, answerTo(request)])))

  it('keeps its settings through JSON', () => {
    expect(d.settings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
    expect(d.check?.(settings) ?? []).toEqual([])
  })

  it('refuses settings it does not know, however deep', () => {
    for (const bad of surprised(settings)) expect([bad, d.settings.safeParse(bad).success]).toEqual([bad, false])
  })

  it('names each outcome once, and says it in every language', () => {
    const outcomes = d.outcomes(settings)
    expect(outcomes.length).toBeGreaterThan(0)
    expect(new Set(outcomes).size).toBe(outcomes.length)
    const fixed = outcomes.filter((outcome) => !outcome.includes(':'))
    expect(Object.keys(locales.get(type)?.en.outcomes ?? {})).toEqual(expect.arrayContaining(fixed))
  })

  describe.each(visits)('visited at %j', (moment) => {
    const context = freeze(contextOf(moment))

    it('asks for every fact it reads', () => {
      const watched = new Proxy(facts, {
        get: (target, name) => {
          if (typeof name === 'string' && !(name in requests))
            throw new Error(`reads "${name}", which it did not ask for`)
          return Reflect.get(target, name)
        },
      })
      expect(() => d.decide(settings, watched as never, context)).not.toThrow() // facts as their loaders answer
    })

    it('decides the same twice, and changes nothing', () => {
      const decide = () => d.decide(settings, facts as never, context) // facts as their loaders answer
      expect(decide()).toEqual(decide())
    })

    it('leaves by an outcome it has, or performs an effect it has', () => {
      const decision = d.decide(settings, facts as never, context) // facts as their loaders answer
      if (decision.do === 'leave') expect(d.outcomes(settings)).toContain(decision.outcome)
      if (decision.do === 'perform') expect(effects.has(type)).toBe(true)
    })
  })
})

describe.each([...registry.values()].map((d) => [d.type, d] as const))('%s', (type, d) => {
  const locale = locales.get(type)
  const schema = z.toJSONSchema(d.settings, { io: 'input' })

  it('publishes a JSON Schema', () => expect(schema).toHaveProperty('$schema'))

  it('has an effect where it says so', () => expect(effects.has(type)).toBe(d.hasEffect ?? false))

  it('says the same in both languages, in names that fit', () => {
    const keys = ({ fields = {}, outcomes = {}, problems = {} } = {}) =>
      [fields, outcomes, problems].map((texts) => sorted(Object.keys(texts)))
    expect(keys(locale?.['zh-CN'])).toEqual(keys(locale?.en))
    expect(locale?.['zh-CN'].name.length).toBeLessThanOrEqual(8)
    expect(locale?.en.name.length).toBeLessThanOrEqual(16)
  })

  it('labels its settings, and nothing else', () => {
    expect(sorted(Object.keys(locale?.en.fields ?? {}))).toEqual(sorted(fieldsOf(schema)))
  })

  it('explains every problem it finds, and no other', () => {
    const source = readFileSync(new URL(`${type}/node.ts`, import.meta.url), 'utf8')
    const codes = [...source.matchAll(/\bcode: '([^']+)'/g)].map(([, code = '']) => code)
    expect(sorted(Object.keys(locale?.en.problems ?? {}))).toEqual(sorted(codes))
  })

  it('says only outcomes that some settings have', () => {
    const had = samples.flatMap(([of, given]) => (of === type ? d.outcomes(d.settings.parse(given)) : []))
    expect(had).toEqual(expect.arrayContaining(Object.keys(locale?.en.outcomes ?? {})))
  })
})
