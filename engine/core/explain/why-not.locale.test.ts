import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../store/codes.ts'
import { ENROLMENT_STATES } from '../lifecycles/enrolment.ts'
import type { Rule } from '../rules/rule.ts'
import { explainEnrolment } from './enrolment.locale.ts'
import type { WhyNotReason, Wording } from './facts.ts'
import { refusalWords } from './refusals.locale.ts'
import { refusedWords, whyNotWords } from './why-not.locale.ts'

const AT = 0
const LANGUAGES = ['zh-CN', 'en'] as const
const wording = (language: (typeof LANGUAGES)[number]): Wording => ({
  language,
  time: () => '10:00',
  distance: () => '?',
})

const gold: Rule = { field: 'member.tier', op: 'eq', value: '金卡' }
const vip: Rule = { field: 'tags', op: 'has', value: 'vip' }
const segment = { key: 'gold', name: '金卡', use: 'include', holds: false, unmet: [gold], found: {} } as const
const ownDay = {
  kind: 'own-day',
  ...{ attribute: 'birthday', origin: '1990-03-03', taken: null, passed: null, next: AT },
  segments: [{ ...segment, holds: true, unmet: [] }],
} as const
const notIn = (...segments: Extract<WhyNotReason, { kind: 'not-in-audience' }>['segments']): WhyNotReason => ({
  ...{ kind: 'not-in-audience', at: AT },
  segments,
})

describe('why a member is not in a journey', () => {
  it.each<[WhyNotReason, string, string]>([
    [{ kind: 'inside', enteredAt: AT }, '10:00 进入，现在在里面。', 'Entered 10:00, and is inside.'],
    [{ kind: 'not-running', state: 'finished' }, '旅程现在不接受新会员。', 'The journey takes nobody in now.'],
    [
      { kind: 'refused', at: AT, reason: 'still-inside', event: 'order', unmet: [], found: {} },
      '10:00 的「order」没有让会员进入：还在旅程里。',
      '“order” 10:00 did not let the member in: still inside.',
    ],
    [
      { kind: 'refused', at: AT, reason: 'outside-window', event: null, unmet: [], found: {} },
      '10:00 的定向没有让会员进入：不在旅程的开放时间内。',
      'The audience taken 10:00 did not let the member in: outside the journey’s window.',
    ],
    [
      {
        ...{ kind: 'refused', at: AT, reason: 'member-filter', event: 'order' },
        ...{ unmet: [gold, vip], found: { 'member.tier': '银卡', 'tag:vip': false } },
      },
      '10:00 的「order」没有让会员进入：不满足触发的会员条件，没满足：等级 是 金卡（当时：等级 是 银卡）；有标签「vip」（当时：没有标签「vip」）。',
      '“order” 10:00 did not let the member in: does not meet the trigger’s condition on members, not met: Tier is 金卡 (then: Tier is 银卡); has tag “vip” (then: has not tag “vip”).',
    ],
    [{ kind: 'left', enteredAt: AT }, '10:00 进入过，已经离开。', 'Entered 10:00, and has left.'],
    [
      { kind: 'held-out', at: AT },
      '10:00 抽在对照组里：不走旅程，只统计是否达标。',
      'Is held out since 10:00: measured for the goals, not walked.',
    ],
    [{ kind: 'not-yet', at: AT }, '10:00 才定向。', 'The audience is taken 10:00.'],
    [{ kind: 'not-yet', at: null }, '没有要触发的时间了。', 'There is no time to be taken at any more.'],
    [
      { kind: 'no-day', attribute: 'birthday', unreadable: false },
      '没有「生日」，也就没有纪念日。',
      'It has no “Birthday”: it has no such day.',
    ],
    [
      { kind: 'no-day', attribute: 'birthday', unreadable: true },
      '「生日」里不是日期，没有纪念日。',
      'Its “Birthday” is no date: it has no such day.',
    ],
    [
      { ...ownDay, segments: [segment] },
      '「生日」是 1990-03-03。下一次是 10:00。现在不满足人群「金卡」：等级 是 金卡（现为：没有值）。',
      'Its “Birthday” is 1990-03-03. The next is 10:00. Does not meet “金卡” now: Tier is 金卡 (now: no value).',
    ],
    [
      { ...ownDay, attribute: null, taken: { year: 2026, at: AT } },
      '入会日是 1990-03-03。2026 年的已在 10:00 进入过。下一次是 10:00。',
      'Its joining day is 1990-03-03. For 2026 it entered 10:00. The next is 10:00.',
    ],
    [
      { ...ownDay, passed: AT, next: null },
      '「生日」是 1990-03-03。10:00 那次没有进入：当时不在人群里，或日期是后来才有的。之后没有能算出的日子了。',
      'Its “Birthday” is 1990-03-03. 10:00 did not let it in: it was not in the audience then, or had another date. No later day is known.',
    ],
    [
      {
        kind: 'not-crossed',
        way: 'entered',
        since: AT,
        segments: [segment, { ...segment, key: 'new', name: '新客', holds: true }],
      },
      '发布以来没有进入人群「金卡」、「新客」。现在不满足人群「金卡」：等级 是 金卡（现为：没有值）。现在在「新客」里，发布或修改人群时就是这样，不算变化。',
      'Did not come into “金卡”, “新客” since it was published. Does not meet “金卡” now: Tier is 金卡 (now: no value). Is in “新客” now, as it was when that was published or edited: no change.',
    ],
    [
      {
        ...{ kind: 'not-crossed', way: 'left', since: AT },
        segments: [segment, { ...segment, key: 'new', name: '新客', holds: true }],
      },
      '发布以来没有离开人群「金卡」、「新客」。现在不在「金卡」里，发布或修改人群时就是这样，不算变化。现在还在「新客」里。',
      'Did not leave “金卡”, “新客” since it was published. Is not in “金卡” now, as it was when that was published or edited: no change. Is still in “新客”.',
    ],
    [
      { kind: 'no-event', asked: [{ event: 'order' }], since: AT, unmet: [], found: {} },
      '发布以来没有做过「order」。',
      'Did not do “order” since it was published.',
    ],
    [
      { kind: 'no-event', asked: [{ event: 'order' }], since: AT, unmet: [vip], found: { 'tag:vip': false } },
      '发布以来没有做过「order」。现在也不满足触发的会员条件：有标签「vip」（现为：没有标签「vip」）。',
      'Did not do “order” since it was published. Nor does it meet the trigger’s condition on members now: has tag “vip” (now: has not tag “vip”).',
    ],
    [
      {
        ...{ kind: 'not-asked', event: 'order', at: AT, found: { 'event.amount': 20 } },
        unmet: [{ field: 'event.amount', op: 'gte', value: 200 }],
      },
      '10:00 做过「order」，但不满足触发条件：amount 大于等于 200（现为：amount 是 20）。',
      'Did “order” 10:00, which is not what the trigger asks for: amount is at least 200 (now: amount is 20).',
    ],
    [
      { kind: 'not-asked', event: 'order', at: AT, unmet: [], found: {} },
      '10:00 做过「order」，没有因此进入，原因没有记下来。',
      'Did “order” 10:00, and did not enter by it; why was not kept.',
    ],
    [
      notIn({ ...segment, unmet: [gold, vip], found: { 'member.tier': '银卡', 'tag:vip': false } }),
      '10:00 定向时不在人群。现在不满足人群「金卡」：等级 是 金卡（现为：等级 是 银卡）；有标签「vip」（现为：没有标签「vip」）。',
      'Not in the audience taken 10:00. Does not meet “金卡” now: Tier is 金卡 (now: Tier is 银卡); has tag “vip” (now: has not tag “vip”).',
    ],
    [
      notIn(segment),
      '10:00 定向时不在人群。现在不满足人群「金卡」：等级 是 金卡（现为：没有值）。',
      'Not in the audience taken 10:00. Does not meet “金卡” now: Tier is 金卡 (now: no value).',
    ],
    [
      notIn(
        { ...segment, holds: true, unmet: [] },
        { ...segment, name: '黑名单', use: 'exclude', holds: true, unmet: [] },
      ),
      '10:00 定向时不在人群。现在在排除人群「黑名单」里。',
      'Not in the audience taken 10:00. Is in the excluded “黑名单” now.',
    ],
    [
      notIn({ ...segment, holds: true, unmet: [] }),
      '10:00 定向时不在人群。现在已符合。',
      'Not in the audience taken 10:00. Fits now.',
    ],
  ])('%j', (because, zh, en) => {
    expect(LANGUAGES.map((language) => whyNotWords(because, wording(language)))).toEqual([zh, en])
  })

  it('is told of no event condition as if the member’s values were known', () => {
    const unmet: Rule[] = [{ events: { event: 'order', did: true, atLeast: 1, window: { kind: 'ever' } } }]
    expect(whyNotWords(notIn({ ...segment, unmet }), wording('en'))).toContain('now: did “order”.')
  })
})

// A new code of refusals: add its words to `refusals.locale.ts`. New ways out, states and failures do not compile without theirs.
it.each(LANGUAGES)('every refusal that is stored has its own words in %s', (language) => {
  const words = REFUSALS.map((reason) => refusalWords(reason, language))
  expect(words.filter((said, i) => said.includes(REFUSALS[i] ?? ''))).toEqual([])
  expect(new Set(words).size).toBe(REFUSALS.length)
  expect(refusedWords({ at: AT, reason: 'of-tomorrow', event: null, unmet: [], found: {} }, wording(language))).toMatch(
    /不认识|does not know/,
  )
})

it('every state of an enrolment is told', () => {
  for (const state of ENROLMENT_STATES)
    for (const language of LANGUAGES) {
      const facts = {
        state,
        journey: { state: 'running' },
        enteredAt: AT,
        by: null,
        visits: [],
        goals: [],
        notReached: [],
      }
      const { text } = explainEnrolment(facts, new Map(), wording(language))
      expect(text).not.toMatch(/undefined|null|NaN/)
    }
})
