import { describe, expect, it, vi } from 'vitest'
import type { Language } from '../../locale/language.ts'
import type { Trace, WhyNot } from './queries.ts'

// The reader's language is looked up as texts are imported; here each call names one.
vi.stubGlobal('localStorage', { getItem: () => 'zh-CN' })
vi.stubGlobal('document', { documentElement: {} })
const { whyLeft } = await import('../../canvas/why.ts')
const { outcomeName, whyEntered, whyNotWords, whyStanding } = await import('./words.ts')

const time = (at: string) => at.slice(11, 16)
const LANGUAGES: Language[] = ['zh-CN', 'en']
const AT = '2026-05-08T10:00:00.000Z'

const trace = (more: Partial<Trace>): Trace => ({
  ...{ enrolment: '1', journey: { key: 'j', name: 'J', state: 'running' }, zone: 'UTC', version: 1, entry: 1 },
  ...{ state: 'live', reason: null, enteredAt: AT, endedAt: null, by: null, visits: [], stands: null },
  ...{ nodes: [], notReached: [] },
  ...more,
})
const standing = (more: object) =>
  trace({ stands: { node: 'n', since: AT, failed: false, held: false, wakesAt: null, wokenBy: [], ...more } })

describe('the words of why', () => {
  it('tell what began an entry', () => {
    const by = { kind: 'event', name: 'order', at: AT, properties: { amount: 250, items: [1] } } as const
    expect(LANGUAGES.map((language) => whyEntered(trace({ by }), time, language))).toEqual([
      '10:00 做了「order」（amount 250），因此进入。',
      'Did “order” 10:00 (amount 250), and so entered.',
    ])
  })

  it('tell when somebody who waits wakes, and by what', () => {
    expect(whyStanding(standing({ wakesAt: AT, wokenBy: ['order'] }), time, 'zh-CN')).toEqual([
      '10:00 起在这里。',
      '10:00 唤醒，或由「order」唤醒。',
    ])
    expect(whyStanding(standing({ wokenBy: ['message settled'] }), time, 'zh-CN')[1]).toBe('消息有结果会唤醒。')
    expect(LANGUAGES.map((language) => whyStanding(standing({ wakesAt: AT, held: true }), time, language)[1])).toEqual([
      '免打扰时段，等到 10:00 再发。',
      'Held by quiet hours: it may go 10:00.',
    ])
    expect(whyStanding({ ...standing({ failed: true }), reason: 'x is no number' }, time, 'en')).toEqual([
      'Failed here: x is no number. Goes on by “Retry” once it is mended.',
    ])
  })

  it('take what a node says of its decision, and its names of outcomes', () => {
    const settings = {
      branches: [{ id: 'gold', name: '金卡', rule: { field: 'member.tier', op: 'eq', value: '金卡' } }],
    }
    const node = {
      ...{ id: 'n', name: 'N', type: 'attribute-split', category: 'condition', settings },
      outcomes: ['branch:gold', 'else'],
    }
    const visit = { at: AT, node: 'n', outcome: 'branch:gold', because: { 'member.tier': '金卡' } }
    expect(whyLeft(node, visit, 'zh-CN')).toBe('第 1 条「金卡」满足：等级 是 金卡。')
    expect([outcomeName(node, 'branch:gold', 'en'), outcomeName(node, 'else', 'en')]).toEqual(['金卡', 'Else'])
  })

  it.each<[WhyNot['because'], string]>([
    [{ kind: 'refused', at: AT, reason: 'still-inside', event: 'order' }, '10:00 的「order」没有进入：还在旅程里。'],
    [{ kind: 'refused', at: AT, reason: 'new-code', event: null }, '10:00 的定向没有进入：new-code。'],
    [{ kind: 'no-event', events: ['order'], since: AT }, '发布以来没有做过「order」。'],
    [{ kind: 'not-yet', at: null }, '没有要触发的时间了。'],
    [
      {
        ...{ kind: 'not-in-audience', at: AT },
        segments: [
          {
            ...{ key: 'gold', name: '金卡', use: 'include', holds: false },
            unmet: [{ field: 'member.tier', op: 'eq', value: '金卡' }],
          },
        ],
      },
      '10:00 定向时不在人群。现在不满足人群「金卡」：等级 是 金卡。',
    ],
  ])('say %j', (because, words) => {
    const answer: WhyNot = { journey: { key: 'j', name: 'J', state: 'running' }, because }
    expect(whyNotWords(answer, time, 'zh-CN')).toBe(words)
    expect(whyNotWords(answer, time, 'en')).not.toMatch(/undefined|[{}]/)
  })
})
