import { describe, expect, it } from 'vitest'
import { IN_BOTH_LANGUAGES, sentencesOf } from '../../testing/sentences.ts'
import { node, planOf } from '../../testing/simulated.ts'
import { coverageOf } from './coverage.ts'
import { PathTest, PathTestFile } from './path-test.ts'
import { runPathTest } from './run.ts'

const plan = planOf(
  [
    node('order', 'trigger-event', { events: [{ event: 'ordered' }] }),
    node('big', 'attribute-check', { rule: { field: 'event.amount', op: 'gte', value: 200 } }),
    node('gift', 'grant-points', { amount: { kind: 'rate', of: 'event.amount', perUnit: 2 } }),
    node('day', 'wait', { kind: 'duration', duration: { amount: 1, unit: 'day' } }),
    node('end', 'end'),
  ],
  [
    ['order', 'next', 'big'],
    ['big', 'yes', 'gift'],
    ['big', 'no', 'day'],
    ['gift', 'granted', 'day'],
    ['day', 'done', 'end'],
  ],
)
const ordered = (amount: number, more: object = {}) => ({
  do: 'post',
  event: 'ordered',
  properties: { amount },
  ...more,
})
const run = (happenings: readonly object[], expected: object, more: object = {}) =>
  runPathTest(
    plan,
    PathTest.parse({ name: 'a test', clock: '2026-03-02T10:00', happenings, expect: expected, ...more }),
  )

describe('a path test', () => {
  it('passes where path and effects are as expected; of an effect only what is given is asked', () => {
    const path = ['order.next', 'big.yes', 'gift.granted', 'day.done', 'end.ended']
    const effects = [{ node: 'gift', do: 'points', amount: 598 }]
    const day = { do: 'wait', after: { amount: 1, unit: 'day' } }
    expect(run([ordered(299), day], { path, effects }).differences).toEqual([])
    expect(run([ordered(299), { do: 'wait', at: '2026-03-03T10:00' }], { path }).differences).toEqual([])
  })

  it('tells where the path parted, and what decided there', () => {
    const { differences } = run([ordered(150)], { path: ['order.next', 'big.yes', 'gift.granted', 'day'] })
    expect(differences).toMatchObject([
      { kind: 'path', index: 1, expected: 'big.yes', actual: { name: 'big.no', because: { 'event.amount': 150 } } },
    ])
  })

  it('tells an effect that is another, one too many and one too few', () => {
    const path = ['order.next', 'big.yes', 'gift.granted', 'day']
    const gift = { node: 'gift', do: 'points', account: 'spendable', amount: 400 }
    const other = { ...gift, amount: 401 }
    expect(run([ordered(200)], { path, effects: [other] }).differences).toMatchObject([
      { kind: 'effects', index: 0, expected: other, actual: gift },
    ])
    expect(run([ordered(200)], { path, effects: [] }).differences).toMatchObject([{ index: 0, actual: gift }])
    expect(run([ordered(200)], { path, effects: [gift, gift] }).differences).toMatchObject([
      { index: 1, expected: gift },
    ])
  })

  it('ends where the member waits, failed, or did not enter', () => {
    expect(run([ordered(1)], { path: ['order.next', 'big.no', 'day'] }).differences).toEqual([])
    expect(run([], { path: [] }).differences).toEqual([])
    const twice = { path: ['order.next', 'big.no', 'day'], refused: ['already-entered'] }
    expect(run([ordered(1), ordered(2)], twice).differences).toEqual([])
  })

  it('is refused in words where time goes back, or nothing runs', () => {
    const back = [ordered(1, { at: '2026-03-02T12:00' }), ordered(1, { at: '2026-03-02T11:00' })]
    expect(run(back, { path: [] }).differences).toEqual([{ kind: 'unplayable', why: 'backwards', happening: 1 }])
    const none = [{ do: 'run', node: 'big' }]
    expect(run(none, { path: [] }).differences).toEqual([{ kind: 'unplayable', why: 'no-run', happening: 0 }])
  })

  it('says what it refuses in both languages', () => {
    for (const said of sentencesOf(PathTestFile)) expect(said).toEqual(IN_BOTH_LANGUAGES)
  })
})

describe('edge coverage', () => {
  it('counts drawn edges, and names those that no test passes', () => {
    const { observed } = run([ordered(1)], { path: [] })
    const { edges, uncovered } = coverageOf(plan, [observed.path])
    expect(edges).toHaveLength(5)
    expect(uncovered.map(({ from, outcome }) => `${from}.${outcome}`)).toEqual(['big.yes', 'gift.granted', 'day.done'])
  })
})
