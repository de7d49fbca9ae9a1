import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { ruleFacts } from './facts.ts'
import type { Rule } from './rule.ts'
import { partsOf, unmetPlaces } from './unmet.ts'

const MOMENT = { at: Date.parse('2026-03-29T16:30:00Z'), zone: 'UTC' }
const leaf = fc.oneof(
  fc.record({ field: fc.constant('member.n'), op: fc.constant('gte' as const), value: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    events: fc.record({
      event: fc.constantFrom('a', 'b'),
      window: fc.constant({ kind: 'ever' as const }),
      did: fc.boolean(),
      atLeast: fc.integer({ min: 1, max: 3 }),
    }),
  }),
)
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))
const done = fc.record({ n: fc.integer({ min: 0, max: 4 }), a: fc.nat({ max: 3 }), b: fc.nat({ max: 3 }) })

/** The facts that a rule asks for, of a member who did `a` and `b` so often. */
function factsFor(asked: Rule, member: { n: number; a: number; b: number }) {
  const found = Object.entries(ruleFacts(asked)).map(([name, request]) => {
    const of = request.kind === 'events' ? request.matches[0]?.event : undefined
    return [name, of === undefined ? member.n : { counts: [member[of === 'a' ? 'a' : 'b']] }]
  })
  return Object.fromEntries(found)
}

it('the parts that are not met are those that do not hold alone, and there are none where the whole rule holds', () => {
  fc.assert(
    fc.property(rule, done, (asked, member) => {
      const places = unmetPlaces(asked, factsFor(asked, member), MOMENT)
      const alone = partsOf(asked).flatMap((part, place) =>
        evaluate(part, factsFor(part, member), MOMENT) ? [] : [place],
      )
      expect(places).toEqual(alone)
      expect(places.length === 0).toBe(evaluate(asked, factsFor(asked, member), MOMENT))
    }),
  )
})
