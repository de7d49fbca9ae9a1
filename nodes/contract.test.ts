import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FactRequest } from '../engine/core/journey/facts.ts'
import { registry } from './definitions.ts'
import { effects } from './effects.ts'
import { locales } from './locales.ts'
import { visit } from './testing.ts'

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

describe.each([...registry.values()].map((d) => [d.type, d] as const))('%s', (type, d) => {
  const settings = d.settings.parse(d.defaults)
  const requests = d.facts(settings)
  const facts = Object.fromEntries(Object.entries(requests).map(([name, request]) => [name, answerTo(request)]))

  it('keeps its defaults through JSON', () => {
    expect(d.settings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
    expect(d.check?.(settings) ?? []).toEqual([])
  })

  it('refuses settings it does not know', () => {
    expect(d.settings.safeParse({ ...(settings as object), surprise: 1 }).success).toBe(false)
  })

  it('publishes a JSON Schema', () => expect(z.toJSONSchema(d.settings, { io: 'input' })).toHaveProperty('$schema'))

  it('names each outcome once', () => {
    const outcomes = d.outcomes(settings)
    expect(outcomes.length).toBeGreaterThan(0)
    expect(new Set(outcomes).size).toBe(outcomes.length)
  })

  it('asks for every fact it reads', () => {
    const watched = new Proxy(facts, {
      get: (target, name) => {
        if (typeof name === 'string' && !(name in requests))
          throw new Error(`reads "${name}", which it did not ask for`)
        return Reflect.get(target, name)
      },
    })
    expect(() => visit(d, d.defaults, { facts: watched })).not.toThrow()
  })

  it('decides the same twice, and changes nothing', () => {
    freeze(settings)
    expect(visit(d, settings, { facts: freeze(facts) })).toEqual(visit(d, settings, { facts }))
  })

  it('leaves by an outcome it has', () => {
    const decision = visit(d, settings, { facts })
    if (decision.do === 'leave') expect(d.outcomes(settings)).toContain(decision.outcome)
    if (decision.do === 'perform') expect(effects.has(type)).toBe(true)
    expect(effects.has(type)).toBe(d.hasEffect ?? false)
  })

  it('speaks both languages', () => {
    const locale = locales.get(type)
    const keys = (language: 'zh-CN' | 'en') => {
      const { fields, outcomes, problems } = locale?.[language] ?? { fields: {}, outcomes: {}, problems: {} }
      return [fields, outcomes, problems].map((texts) => Object.keys(texts).sort())
    }
    expect(keys('zh-CN')).toEqual(keys('en'))
    expect(locale?.['zh-CN'].name.length).toBeLessThanOrEqual(8)
    expect(locale?.en.name.length).toBeLessThanOrEqual(16)
    for (const outcome of d.outcomes(settings)) {
      if (!outcome.includes(':')) expect(locale?.en.outcomes).toHaveProperty([outcome])
    }
    for (const field of Object.keys(settings as object)) expect(locale?.en.fields).toHaveProperty([field])
  })
})
