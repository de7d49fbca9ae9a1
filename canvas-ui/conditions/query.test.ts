import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeRule, type DraftRule, type LeafDraft } from './draft.ts'
import { draftOf, queryOf } from './query.ts'

const numbered = () => {
  let n = 0
  return () => String(n++)
}
const there = (draft: DraftRule) => draftOf(queryOf(draft, numbered()))

const leaf: fc.Arbitrary<LeafDraft> = fc.oneof(
  fc.record({ field: fc.constant('member.city'), op: fc.constantFrom('empty', 'not-empty') }),
  fc.record({ field: fc.constant('member.city'), op: fc.constantFrom('eq', 'neq'), value: fc.string() }),
  fc.record({
    field: fc.constant('member.n'),
    op: fc.constant('between'),
    value: fc.tuple(fc.integer(), fc.integer()),
  }),
  fc.record({ field: fc.constant('tags'), op: fc.constantFrom('has', 'has-not'), value: fc.string({ minLength: 1 }) }),
  fc.record({ field: fc.constant('points.spendable'), op: fc.constant('gte'), value: fc.integer() }),
) as fc.Arbitrary<LeafDraft>
/** As somebody leaves a row for a moment. */
const unfinished: fc.Arbitrary<LeafDraft> = fc.constantFrom<LeafDraft>(
  { field: '', op: 'eq' },
  { field: 'member.n', op: 'between', value: [1, null] },
)
const drafts = (leaves: fc.Arbitrary<LeafDraft>): fc.Arbitrary<DraftRule> =>
  fc.letrec<{ rule: DraftRule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaves,
      fc.record({
        events: fc.record({
          event: fc.constantFrom('order', 'view'),
          atLeast: fc.integer({ min: 1, max: 9 }),
          did: fc.boolean(),
          window: fc.constantFrom({ kind: 'ever' }, { kind: 'last', duration: { amount: 3, unit: 'day' } } as const),
        }),
      }) as fc.Arbitrary<DraftRule>,
      fc.record({ all: fc.array(tie('rule'), { maxLength: 4 }) }),
      fc.record({ any: fc.array(tie('rule'), { maxLength: 4 }) }),
      fc.record({ not: tie('rule') }),
    ),
  })).rule

describe('a rule in the builder', () => {
  it('comes back as it went in, whatever its shape, complete or not', () => {
    fc.assert(
      fc.property(drafts(fc.oneof(leaf, unfinished)), (draft) => {
        expect(there(draft)).toEqual(draft)
      }),
    )
  })

  it('means the same to the server when it is complete', () => {
    fc.assert(
      fc.property(drafts(leaf), (draft) => {
        expect(completeRule(there(draft))).toEqual(completeRule(draft))
      }),
    )
  })

  it('gives every row and group an id of its own', () => {
    fc.assert(
      fc.property(drafts(leaf), (draft) => {
        const ids: (string | undefined)[] = []
        const walk = (group: ReturnType<typeof queryOf>) => {
          ids.push(group.id)
          for (const part of group.rules) 'rules' in part ? walk(part) : ids.push(part.id)
        }
        walk(queryOf(draft, numbered()))
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('that was one condition becomes a group when another is added', () => {
    const one = { field: 'member.city', op: 'eq', value: '上海' } as const
    const group = queryOf({ not: one }, numbered())
    const grown = { ...group, rules: [...group.rules, ...queryOf({ all: [one] }, numbered()).rules] }
    expect(draftOf(grown)).toEqual({ not: { all: [one, one] } })
  })

  it('that lost its one condition holds nothing', () => {
    const group = queryOf({ field: 'tags', op: 'has', value: 'vip' }, numbered())
    expect(draftOf({ ...group, rules: [] })).toEqual({ all: [] })
  })
})
