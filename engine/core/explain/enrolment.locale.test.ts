import { describe, expect, it } from 'vitest'
import type { NodeTexts } from '../journey/node.ts'
import { MESSAGE_SETTLED } from '../lifecycles/message.ts'
import { distance } from '../time/measured.locale.ts'
import { momentWords } from '../time/moment.locale.ts'
import { explainEnrolment } from './enrolment.locale.ts'
import type { EnrolmentFacts, ExplainedNode, Wording } from './facts.ts'

const NOW = Date.parse('2026-05-08T02:00Z') // 10:00 in Shanghai
const MINUTE = 60_000
const LANGUAGES = ['zh-CN', 'en'] as const

const wording = (language: (typeof LANGUAGES)[number]): Wording => ({
  language,
  time: (at) => momentWords(at, NOW, 'Asia/Shanghai', language),
  distance: (at) => distance(at - NOW, language),
})

const texts: NodeTexts = {
  'zh-CN': { problems: {}, outcomes: { yes: '是', no: '否' }, explain: ({ because }) => `金额是 ${because.amount}。` },
  en: {
    problems: {},
    outcomes: { yes: 'Yes', no: 'No' },
    explain: ({ because }) => `The amount is ${because.amount}.`,
  },
  outcome: (outcome) => (outcome === 'branch:1' ? '金卡' : undefined),
}
const nodes = new Map<string, ExplainedNode>([
  ['big', { name: '大单', settings: {}, texts }],
  ['again', { name: '再下单', settings: {}, texts }],
])

const entry = (more: Partial<EnrolmentFacts>): EnrolmentFacts => ({
  ...{ journey: { state: 'running' }, state: 'live', enteredAt: NOW, by: null, visits: [], goals: [], notReached: [] },
  ...more,
})
const big = (outcome: string, because = {}) => ({ node: 'big', name: '大单', outcome, because })
const at = { node: 'again', name: '再下单', since: NOW, failed: false, held: false, listens: [] }
const told = (more: Partial<EnrolmentFacts>) =>
  LANGUAGES.map((language) => explainEnrolment(entry(more), nodes, wording(language)))
const order = { event: 'order', filter: { field: 'event.amount', op: 'gte', value: 200 } } as const

describe('what began an entry', () => {
  it.each<[string, EnrolmentFacts['by'], string, string]>([
    [
      'an event, with its plain properties',
      { kind: 'event', name: 'order', at: NOW, properties: { amount: 250, items: [1] } },
      '5 月 8 日 10:00 做了「order」（amount 250），因此进入。',
      'Did “order” 8 May 10:00 (amount 250), and so entered.',
    ],
    [
      'a run',
      { kind: 'run', at: NOW },
      '5 月 8 日 10:00 这次定向选中，因此进入。',
      'Was in the audience taken 8 May 10:00, and so entered.',
    ],
    ['nothing that is stored', null, '5 月 8 日 10:00 进入。', 'Entered 8 May 10:00.'],
  ])('is %s', (_, by, zh, en) => {
    expect(told({ by }).map(({ began }) => began)).toEqual([zh, en])
  })

  it('is a refund, where it is a branch', () => {
    const by = { kind: 'event', name: 'returned', at: NOW, properties: { orderId: 'A1' } } as const
    expect(told({ by, entry: -1 }).map(({ began }) => began)).toEqual([
      '因退款另走一路：5 月 8 日 10:00「returned」（orderId A1），原来的一路不受影响。',
      'By a refund, “returned” 8 May 10:00 (orderId A1): a way of its own, beside the entry.',
    ])
  })
})

describe('why a step went that way', () => {
  it.each([
    [
      'what the node says of its facts',
      big('yes', { amount: 250 }),
      ['是', '金额是 250。'],
      ['Yes', 'The amount is 250.'],
    ],
    [
      'what held it before, and then what the node says',
      { ...big('no', { amount: 2 }), heldUntil: NOW },
      ['否', '免打扰时段，等到 5 月 8 日 10:00 再发。金额是 2。'],
      ['No', 'Held by quiet hours, to go 8 May 10:00. The amount is 2.'],
    ],
    [
      'an outcome that the settings name',
      big('branch:1', { amount: 1 }),
      ['金卡', '金额是 1。'],
      ['金卡', 'The amount is 1.'],
    ],
    [
      'a node that could not do its work: nothing of what it would have done',
      big('yes', { error: 'node-threw' }),
      ['是', '节点没能执行，按它对出错的设置走「是」。'],
      ['Yes', 'The node could not do its work, and left by “Yes”, as it is set to.'],
    ],
    [
      'a type that this program does not know',
      { node: 'gone', name: 'Gone', outcome: 'next' },
      ['next', '走「next」离开。'],
      ['next', 'Left by “next”.'],
    ],
    [
      'an exit rule',
      big('exit', { name: 'refunded' }),
      ['按退出规则离开', '会员做了「refunded」，按退出规则离开旅程。'],
      ['Left by an exit rule', 'Did “refunded”, which the exit rules take out.'],
    ],
    [
      'a hand that pushed',
      big('pushed-out'),
      ['被推进', '在这里被人推进，不再等待。'],
      ['Pushed on', 'Was pushed on from here by hand, without waiting further.'],
    ],
  ])('is %s', (_, visit, zh, en) => {
    expect(told({ visits: [visit] }).map(({ steps }) => [steps[0]?.outcome, steps[0]?.text])).toEqual([zh, en])
  })
})

describe('where it is, and what comes next', () => {
  it.each<[string, Partial<EnrolmentFacts>, string, string]>([
    [
      'a time and events with what is asked of them',
      { stands: { ...at, wakesAt: NOW + 10 * MINUTE, listens: [order] }, visits: [big('yes')] },
      '5 月 8 日 10:00 起在「再下单」，从「大单」走「是」来到这里。5 月 8 日 10:10（10 分钟后）唤醒，或由「order」（amount 大于等于 200）提前唤醒。也可以手动推进。',
      'At “再下单” since 8 May 10:00: came from “大单” by “Yes”. Wakes 8 May 10:10 (in 10 min), or sooner by “order” (amount is at least 200). It can be pushed on by hand.',
    ],
    [
      'the end of quiet hours',
      { stands: { ...at, held: true, wakesAt: NOW + 10 * MINUTE }, visits: [big('yes')] },
      '5 月 8 日 10:00 起在「再下单」，从「大单」走「是」来到这里。免打扰时段，等到 5 月 8 日 10:10（10 分钟后）再发。也可以手动推进。',
      'At “再下单” since 8 May 10:00: came from “大单” by “Yes”. Held by quiet hours, to go 8 May 10:10 (in 10 min). It can be pushed on by hand.',
    ],
    [
      'a message, in a journey that is paused',
      { stands: { ...at, listens: [{ event: MESSAGE_SETTLED }] }, journey: { state: 'paused' } },
      '5 月 8 日 10:00 起在「再下单」，从这里进入。由消息的结果唤醒。旅程已暂停，恢复后才会继续。也可以手动推进。',
      'At “再下单” since 8 May 10:00: entered here. Woken by the outcome of its message. The journey is paused: it goes on once that is resumed. It can be pushed on by hand.',
    ],
    [
      'a hand, after a push',
      { stands: at, visits: [big('pushed-out')] },
      '5 月 8 日 10:00 起在「再下单」，在「大单」被推进，来到这里。没有时间或行为会唤醒。也可以手动推进。',
      'At “再下单” since 8 May 10:00: came from “大单” (Pushed on). Neither a time nor an event wakes it. It can be pushed on by hand.',
    ],
    [
      'somebody who mends what failed',
      { state: 'failed', reason: 'node-threw: event.n is not a number', stands: { ...at, failed: true } },
      '5 月 8 日 10:00 起在「再下单」，从这里进入。在这里出错：节点没能执行（event.n is not a number）。修好原因后点「重试」，会从这里继续；也可以推进或拉出。',
      'At “再下单” since 8 May 10:00: entered here. Failed here: the node could not do its work (event.n is not a number). Mend the cause and choose “Retry” to go on from here, or push the member on or pull it out.',
    ],
    [
      'somebody, of a failure that this program does not know',
      { state: 'failed', reason: 'new-code: x', stands: { ...at, failed: true } },
      '5 月 8 日 10:00 起在「再下单」，从这里进入。在这里出错：new-code: x。修好后点「重试」，会从这里继续；也可以推进或拉出。',
      'At “再下单” since 8 May 10:00: entered here. Failed here: new-code: x. Once it is mended choose “Retry” to go on from here, or push the member on or pull it out.',
    ],
  ])('is %s', (_, facts, zh, en) => {
    const said = told(facts).map(({ stands }) => stands)
    expect([`${said[0]?.here}${said[0]?.next}`, `${said[1]?.here} ${said[1]?.next}`]).toEqual([zh, en])
  })
})

describe('how it ended', () => {
  const endedAt = NOW + MINUTE
  it.each<[Partial<EnrolmentFacts>, string | null, string | null]>([
    [{ state: 'live' }, null, null],
    [
      { state: 'completed', endedAt, visits: [big('yes')] },
      '5 月 8 日 10:01 走完了旅程。',
      'Completed the journey 8 May 10:01.',
    ],
    [
      { state: 'exited', endedAt, visits: [big('exit', { rule: true })] },
      '5 月 8 日 10:01 中途离开了旅程。会员符合退出条件，离开旅程。',
      'Left the journey early 8 May 10:01. Met the condition of the exit rules.',
    ],
    [
      { state: 'goal', endedAt, visits: [big('goal', { goal: 'buy', name: '复购' })] },
      '5 月 8 日 10:01 达成目标后离开了旅程。达成目标「复购」，按设置离开旅程。',
      'Left the journey at its goal 8 May 10:01. Reached the goal “复购”, which is set to leave the journey.',
    ],
    [
      { state: 'pulled-out', endedAt, visits: [big('pulled-out')] },
      '5 月 8 日 10:01 被人拉出了旅程。',
      'Was pulled out by hand 8 May 10:01.',
    ],
    [{ state: 'stopped' }, '因旅程停止而离开。', 'Left as the journey was stopped.'],
    [
      { state: 'holdout' },
      '抽在对照组里：不走旅程，只统计是否达标。',
      'It is held out: measured for the goals, not walked.',
    ],
  ])('%j', (facts, zh, en) => {
    expect(told(facts).map(({ ended }) => ended)).toEqual([zh, en])
  })

  it('of somebody held out says that it did not enter', () => {
    const [zh, en] = told({ state: 'holdout', by: { kind: 'run', at: NOW } })
    expect(zh?.text).toBe('5 月 8 日 10:00 这次定向选中，本该进入。抽在对照组里：不走旅程，只统计是否达标。')
    expect(en?.began).toBe('Was in the audience taken 8 May 10:00, and would have entered.')
  })
})

it('goals are told with the moment, and what they are worth where that is known', () => {
  const goals = [
    { name: '复购', at: NOW, value: 12 },
    { name: '访问', at: NOW, value: null },
  ]
  const [zh, en] = told({ goals })
  expect(zh?.goals).toEqual(['5 月 8 日 10:00 达成目标「复购」，值 12。', '5 月 8 日 10:00 达成目标「访问」。'])
  expect(en?.goals).toEqual(['Reached the goal “复购” 8 May 10:00, worth 12.', 'Reached the goal “访问” 8 May 10:00.'])
})

it('a node that was not reached is told by the way taken and the way that leads there', () => {
  const notReached = [{ node: 'x', from: 'big', needed: ['no', 'branch:1'], took: 'yes' }]
  expect(told({ notReached }).map((words) => words.notReached[0])).toEqual([
    '在「大单」走了「是」；走「否 / 金卡」才会到。',
    'Left “大单” by “Yes”; “No / 金卡” leads there.',
  ])
})
