import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AT, visit } from '../testing.ts'
import { definition } from './node.ts'

const HOUR = 3_600_000
const END = AT + 2 * HOUR
const wait = { kind: 'wait', for: { amount: 2, unit: 'hour' } }
const branch = (id: string, more: object = {}) => ({ id, name: id, events: [{ event: id }], ...more })
const ab = [branch('a'), branch('b')]

/** Judges with so many events found of each branch. */
const judged = (branches: readonly { id: string }[], counts: readonly number[], more: object = {}, judge?: object) =>
  visit(
    definition,
    { branches, ...(judge ? { judge } : {}) },
    {
      facts: Object.fromEntries(branches.map(({ id }, i) => [id, { counts: [counts[i] ?? 0] }])),
      ...more,
    },
  )
const out = (...given: Parameters<typeof judged>) => {
  const decision = judged(...given)
  return decision.do === 'leave' ? decision.outcome : decision
}
const waits = { do: 'park', until: END, step: 1 }
const due = { at: END, due: true }
const didNotA = branch('a', { did: false })
const opensInTime = branch('a', { window: { kind: 'between', from: '2026-03-07', to: '2026-03-09' } })
const tooLate = branch('a', { window: { kind: 'between', from: '2026-03-08', to: '2026-03-09' } })

describe('an event split', () => {
  it.each([
    ['the first that holds', ab, [1, 1], 'branch:a'],
    ['a later one where those before do not hold', ab, [0, 1], 'branch:b'],
    ['else where none holds', ab, [0, 0], 'else'],
    ['did not', [didNotA, branch('b')], [0, 1], 'branch:a'],
    ['did, where it asks for did not', [didNotA, branch('b')], [1, 1], 'branch:b'],
    ['often enough', [branch('a', { atLeast: 3 }), branch('b')], [3, 0], 'branch:a'],
    ['not often enough', [branch('a', { atLeast: 3 }), branch('b')], [2, 1], 'branch:b'],
  ])('judges at once: %s', (_title, branches, counts, outcome) => {
    expect(out(branches, counts)).toBe(outcome)
  })

  it.each([
    ['leaves the moment the first holds', ab, [1, 0], {}, 'branch:a'],
    ['holds a later one back while the first may still come true', ab, [0, 1], {}, waits],
    ['lets the first overtake a later one that came true before', ab, [1, 1], { at: AT + HOUR }, 'branch:a'],
    ['takes the later one at the deadline', ab, [0, 1], due, 'branch:b'],
    ['takes else at the deadline', ab, [0, 0], due, 'else'],
    ['waits while “did not” may still be spoilt', [didNotA, branch('b')], [0, 1], {}, waits],
    ['goes on to the next the moment “did not” is spoilt', [didNotA, branch('b')], [1, 1], {}, 'branch:b'],
    ['holds “did not” to be true at the deadline', [didNotA, branch('b')], [0, 1], due, 'branch:a'],
    ['leaves by else early where every branch is spoilt', [didNotA], [1], {}, 'else'],
    ['does not wait for a window that opens after the deadline', [tooLate, branch('b')], [0, 1], {}, 'branch:b'],
    ['waits for a window that opens before it', [opensInTime, branch('b')], [0, 1], {}, waits],
  ])('while waiting %s', (_title, branches, counts, more, expected) => {
    expect(out(branches, counts, more, wait)).toEqual(expected)
  })

  it('judges at once when the wait is already past', () => {
    expect(out(ab, [0, 1], {}, { kind: 'wait-until', local: '2026-03-07T11:59' })).toBe('branch:b')
  })

  it('keeps the counts of the branch that holds', () => {
    expect(judged(ab, [0, 2])).toEqual({ do: 'leave', outcome: 'branch:b', because: { counts: [2] } })
  })

  it('listens only while it may wait, for the events of all its branches', () => {
    const heard = (judge: object) => definition.listens?.(definition.settings.parse({ branches: ab, judge }))
    expect(heard({ kind: 'at-once' })).toEqual([])
    expect(heard(wait)).toEqual([{ event: 'a' }, { event: 'b' }])
  })

  it('never leaves early by another branch than at the deadline, whatever else still comes', () => {
    const branches = fc.array(fc.record({ did: fc.boolean(), atLeast: fc.integer({ min: 1, max: 3 }) }), {
      ...{ minLength: 1, maxLength: 5 },
    })
    const counts = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(branches, counts, (asked, found) => {
        const named = asked.map((one, i) => branch(`b${i}`, one) as { id: string })
        const early = out(
          named,
          found.map(([now]) => now),
          {},
          wait,
        )
        const late = out(
          named,
          found.map(([now, more]) => now + more),
          due,
          wait,
        )
        if (typeof early === 'string') expect(late).toBe(early)
      }),
    )
  })

  it.each([
    { branches: [] },
    { branches: [branch('A')] },
    { branches: [branch('a', { window: { kind: 'ever' } })] },
    { branches: Array.from({ length: 51 }, (_, i) => branch(`b${i}`)) },
    { branches: ab, judge: { kind: 'later' } },
  ])('refuses %#', (bad) => expect(definition.settings.safeParse(bad).success).toBe(false))

  it('asks for ids of their own, and counts no event twice', () => {
    const codes = (branches: object[]) =>
      definition.check?.(definition.settings.parse({ branches })).map((problem) => problem.code)
    expect(codes([branch('a'), branch('a')])).toEqual(['branch-repeated'])
    expect(codes([branch('a', { atLeast: 2, events: [{ event: 'x' }, { event: 'x' }] })])).toEqual(['event-repeated'])
  })
})
