import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonText } from './approval.locale.ts'
import { ApprovalRules, needsApproval } from './approval.ts'
import { JourneySettings } from './document.ts'

const journey = (approval: 'workspace' | 'always', more: object = {}) => ({
  settings: JourneySettings.parse({ approval, ...more }),
})
const plain = { document: journey('workspace'), live: undefined }
const reach = { size: 10_001, hasUncounted: false }
const rules = (given: object = {}) => ApprovalRules.parse(given)

describe('publishing takes a second person', () => {
  it('above an audience size, and not at it', () => {
    const above = rules({ audienceAbove: 10_000 })
    expect(needsApproval(plain, reach, above)).toEqual([{ why: 'audience', size: 10_001, above: 10_000 }])
    expect(needsApproval(plain, { ...reach, size: 10_000 }, above)).toEqual([])
  })

  it('never, where the workspace has set nothing', () => {
    const anyReach = fc.record({ size: fc.option(fc.nat()), hasUncounted: fc.boolean() })
    fc.assert(fc.property(anyReach, (one) => needsApproval(plain, one, rules()).length === 0))
  })

  it('where nobody can be counted beforehand, if the workspace asks for that', () => {
    const open = { size: null, hasUncounted: true }
    expect(needsApproval(plain, open, rules({ audienceAbove: 0 }))).toEqual([])
    expect(needsApproval(plain, open, rules({ uncounted: 'ask' }))).toEqual([{ why: 'uncounted' }])
    expect(needsApproval(plain, reach, rules({ uncounted: 'ask' }))).toEqual([])
  })

  it('above a budget size of its kind, and not at it, nor where it has none', () => {
    const above = rules({ budgetsAbove: [{ of: 'points', most: 5_000 }] })
    const spends = (of: string, most: number) => ({
      ...plain,
      document: journey('workspace', { budgets: [{ of, most }] }),
    })
    const reason = { why: 'budget', of: 'points', most: 5_001, above: 5_000 }
    expect(needsApproval(spends('points', 5_001), reach, above)).toEqual([reason])
    for (const one of [spends('points', 5_000), spends('messages', 5_001), plain])
      expect(needsApproval(one, reach, above)).toEqual([])
  })

  it('where the journey asks for it, and once more when it no longer does', () => {
    const [always, not] = [journey('always'), journey('workspace')]
    expect(needsApproval({ document: always, live: undefined }, reach, rules())).toEqual([{ why: 'journey' }])
    expect(needsApproval({ document: not, live: always }, reach, rules())).toEqual([{ why: 'journey' }])
    expect(needsApproval({ document: not, live: not }, reach, rules())).toEqual([])
  })

  it('and never less by a stricter rule, or a larger audience', () => {
    const most = fc.nat({ max: 1_000_000_000 })
    const input = [most, most, most, most] as const
    fc.assert(
      fc.property(...input, (size, more, above, less) => {
        const of = (people: number, limit: number) =>
          needsApproval(plain, { size: people, hasUncounted: false }, rules({ audienceAbove: limit })).length
        expect(of(size + more, Math.max(0, above - less))).toBeGreaterThanOrEqual(of(size, above))
      }),
    )
  })

  it.each(['en', 'zh-CN'] as const)('for reasons that can be read in %s', (language) => {
    const all = needsApproval(
      { document: journey('always', { budgets: [{ of: 'money', most: 99.5 }] }), live: undefined },
      { size: 12_345, hasUncounted: true },
      rules({ audienceAbove: 10_000, uncounted: 'ask', budgetsAbove: [{ of: 'money', most: 50 }] }),
    )
    const texts = all.map((reason) => reasonText(reason, language))
    expect(texts[0]).toContain('12,345')
    expect(texts.join()).toContain('99.5')
    expect(new Set(texts).size).toBe(4)
  })
})
