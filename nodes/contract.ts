import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { id } from '../engine/core/ids.ts'
import type { FactRequest } from '../engine/core/journey/facts.ts'
import type { NodeDefinition, VisitContext } from '../engine/core/journey/node.ts'
import { shapeOf, wordingOf } from '../engine/core/journey/settings-shape.ts'
import { IN_BOTH_LANGUAGES, sentencesOf } from '../engine/testing/sentences.ts'
import type { NodeLocale, NodeText } from './locale.ts'
import { AT, contextOf } from './testing.ts'

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
    winner: undefined,
    reach: { reachable: true },
    calendar: { days: {}, years: [2026] },
    'quiet-hours': undefined,
    membership: { holds: true, computedAt: AT },
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

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

/** A node type as its folder and its lines in the registries have it. */
export interface Subject {
  readonly definition: NodeDefinition
  readonly hasEffect: boolean
  readonly locale: NodeLocale | undefined
  /** The text of its `node.ts`. */
  readonly source: string
  /** Settings that take other ways through the node than its defaults do. */
  readonly others: readonly object[]
}

/** Tests what every node type promises. */
export function holdsTheContract({ definition: d, hasEffect, locale, source, others }: Subject): void {
  const samples = [d.defaults, ...others]

  describe.each(samples)(`${d.type} with %j`, (given) => {
    const settings = freeze(d.settings.parse(given))
    const requests = d.facts(settings)
    const facts = freeze(
      Object.fromEntries(Object.entries(requests).map(([name, request]) => [name, answerTo(request)])),
    )

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
      expect(Object.keys(locale?.en.outcomes ?? {})).toEqual(expect.arrayContaining(fixed))
    })

    it('may be blocked where it sends', () => {
      expect(d.sends?.(settings) !== undefined).toBe(d.category === 'message')
      if (d.sends) expect(d.outcomes(settings)).toContain('blocked')
    })

    it('says in one sentence of every language why a member left by an outcome, whatever was stored', () => {
      for (const outcome of d.outcomes(settings)) {
        const told = (language: 'zh-CN' | 'en') => locale?.[language].explain({ outcome, because: {}, settings }) ?? ''
        expect(told('zh-CN')).toMatch(/^[^。！!]+。$/)
        expect(told('en')).toMatch(/^[^!]+[^.]\.$/)
        expect(told('zh-CN') + told('en')).not.toMatch(/undefined|NaN|\[object/)
      }
    })

    it('says in one sentence of every language how far a wait has come, whatever was stored, if it tells that at all', () => {
      for (const language of ['zh-CN', 'en'] as const) {
        const told = locale?.[language].soFar?.({ because: {}, settings })
        expect(told !== undefined).toBe(d.soFar !== undefined)
        if (told !== undefined) expect(told).toMatch(language === 'en' ? /^[^!]+[^.]\.$/ : /^[^。！!]+。$/)
        expect(told ?? '').not.toMatch(/undefined|NaN|\[object/)
      }
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
        if (decision.do === 'perform') expect(hasEffect).toBe(true)
      })

      it('rehearses what it performs: out by an outcome it has, or on to wait', () => {
        const decision = d.decide(settings, facts as never, context) // facts as their loaders answer
        if (decision.do !== 'perform') return
        for (const is of [true, false]) {
          const rehearsed = d.rehearse?.(settings, decision.body, {
            at: context.at,
            zone: 'UTC',
            arrives: () => is,
            isRefunded: () => is,
            counted: () => [],
            taken: () => 0,
          })
          if (rehearsed?.goes.do === 'leave') expect(d.outcomes(settings)).toContain(rehearsed.goes.outcome)
          else expect(rehearsed?.goes.do).toBe('park')
        }
      })
    })
  })

  describe(d.type, () => {
    const schema = z.toJSONSchema(d.settings, { io: 'input' })

    it('publishes a JSON Schema', () => expect(schema).toHaveProperty('$schema'))

    it('says what it refuses in both languages', () => {
      for (const said of sentencesOf(d.settings)) expect(said).toEqual(IN_BOTH_LANGUAGES)
    })

    it('has an effect where it rehearses one', () => expect(hasEffect).toBe(d.rehearse !== undefined))

    it('says the same in both languages, in names that fit', () => {
      const keys = ({ fields, outcomes, problems, hints, choiceHints, units }: Partial<NodeText> = {}) =>
        [fields, outcomes, problems, hints, choiceHints, units].map((texts = {}) => sorted(Object.keys(texts)))
      expect(keys(locale?.['zh-CN'])).toEqual(keys(locale?.en))
      expect(locale?.['zh-CN'].name.length).toBeLessThanOrEqual(8)
      expect(locale?.en.name.length).toBeLessThanOrEqual(16)
    })

    it.each(['zh-CN', 'en'] as const)('labels its settings and their choices in %s, and nothing else', (language) => {
      const wording = wordingOf(shapeOf(d.settings))
      const {
        fields = {},
        choices = {},
        items = {},
        hints = {},
        choiceHints = {},
        units = {},
      } = locale?.[language] ?? {}
      expect(sorted(Object.keys(fields))).toEqual(sorted(wording.fields))
      expect(Object.keys(fields)).toEqual(expect.arrayContaining([...Object.keys(hints), ...Object.keys(units)]))
      expect(sorted(Object.keys(items))).toEqual(sorted(wording.items))
      for (const [path, texts] of Object.entries(choiceHints))
        expect(Object.keys(choices[path] ?? {})).toEqual(expect.arrayContaining(Object.keys(texts)))
      const named = Object.entries(choices).map(([path, words]) => [path, sorted(Object.keys(words))])
      expect(Object.fromEntries(named)).toEqual(
        Object.fromEntries([...wording.choices].map(([path, values]) => [path, sorted(values)])),
      )
    })

    it('explains every problem it finds, and no other', () => {
      const codes = [...source.matchAll(/\bcode: '([^']+)'/g)].map(([, code = '']) => code)
      expect(sorted(Object.keys(locale?.en.problems ?? {}))).toEqual(sorted(codes))
    })

    it('says only outcomes that some settings have', () => {
      const had = samples.flatMap((given) => d.outcomes(d.settings.parse(given)))
      expect(had).toEqual(expect.arrayContaining(Object.keys(locale?.en.outcomes ?? {})))
    })
  })
}
