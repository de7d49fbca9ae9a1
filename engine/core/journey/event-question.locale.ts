import { eventsWords, windowWords } from '../rules/rule.locale.ts'
import type { Language } from '../say.ts'
import { durationWords } from '../time/duration.locale.ts'
import type { EventQuestion, Judge } from './event-question.ts'

const QUESTION = {
  'zh-CN': {
    fields: {
      did: '会员',
      events: '行为',
      'events.event': '行为',
      'events.filter': '只算满足条件的',
      match: '多个行为',
      atLeast: '至少',
      window: '时间范围',
      'window.duration': '最近',
      'window.from': '开始日期',
      'window.to': '结束日期',
    },
    choices: {
      match: { any: '任一', all: '全部' },
      did: { true: '做过', false: '没做过' },
      'window.kind': { entered: '进入旅程后', previous: '上一个节点后', last: '最近一段时间', between: '两个日期之间' },
    },
    units: { atLeast: '次' },
    items: { events: '行为' },
  },
  en: {
    fields: {
      did: 'The member',
      events: 'Events',
      'events.event': 'Event',
      'events.filter': 'Only those where',
      match: 'Of several events',
      atLeast: 'At least',
      window: 'Window',
      'window.duration': 'The last',
      'window.from': 'First day',
      'window.to': 'Last day',
    },
    choices: {
      match: { any: 'Any of them', all: 'All of them' },
      did: { true: 'Did', false: 'Did not' },
      'window.kind': {
        entered: 'Since entering the journey',
        previous: 'Since the node before',
        last: 'In the last while',
        between: 'Between two days',
      },
    },
    units: { atLeast: 'times' },
    items: { events: 'event' },
  },
}

const JUDGE = {
  'zh-CN': {
    fields: { judge: '何时判断', 'judge.for': '最长等待', 'judge.local': '等到' },
    choices: { 'judge.kind': { 'at-once': '立即', wait: '等一段时间', 'wait-until': '等到' } },
    hints: { 'judge.for': '一旦确定就离开，不必等满', 'judge.local': '一旦确定就离开，不必等到' },
  },
  en: {
    fields: { judge: 'Judged', 'judge.for': 'Wait at most', 'judge.local': 'Wait until' },
    choices: { 'judge.kind': { 'at-once': 'At once', wait: 'After a while', 'wait-until': 'At a time' } },
    hints: {
      'judge.for': 'Members leave the moment it is certain',
      'judge.local': 'Members leave the moment it is certain',
    },
  },
}

const below = <T>(prefix: string, texts: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}${key}`, text]))

/** Labels of a question's settings, which a node has at `prefix` (ending in a dot, or empty). */
export function questionTexts(language: Language, prefix = '') {
  const { fields, choices, units, items } = QUESTION[language]
  return {
    fields: below(prefix, fields),
    choices: below<Readonly<Record<string, string>>>(prefix, choices),
    units: below(prefix, units),
    items: below(prefix, items),
  }
}

/** Labels of when a question is answered. */
export const judgeTexts = (language: Language) => JUDGE[language]

/** What is wrong with a question that counts an event twice. */
export const EVENT_REPEATED: Readonly<Record<Language, string>> = {
  'zh-CN': '同一行为列了两次，次数会重复计算；请合并为一个行为，用「任一」组合条件',
  en: 'An event is listed twice and would be counted twice: list it once, with both filters under “any”',
}

/** What was asked, and how often it was found done; `counts` as a trace has them, and nothing where it has none. */
export function questionWords(
  { events, match, atLeast, window, did }: EventQuestion,
  counts: unknown,
  language: Language,
): string {
  const known = Array.isArray(counts) ? counts.map(Number) : []
  const found = match === 'all' ? Math.min(...known) : known.reduce((sum, n) => sum + n, 0)
  const isTold = known.length > 0 && Number.isFinite(found)
  const isEach = match === 'all' && events.length > 1
  if (language === 'zh-CN') {
    const times = isTold ? `做了 ${found} 次，` : ''
    return `${windowWords(window, language)}，${eventsWords(events, language)}${times}${isEach ? '每个' : ''}要求${did ? '至少' : '少于'} ${atLeast} 次`
  }
  const times = isTold ? `: ${found} times` : ''
  return `${eventsWords(events, language)} ${windowWords(window, language)}${times}; asked for ${did ? 'at least' : 'fewer than'} ${atLeast}${isEach ? ' of each' : ''}`
}

/** How often each event was done so far, of what is asked; `counts` as a trace has them. */
export function countsWords(
  { events, match, atLeast, window, did }: EventQuestion,
  counts: unknown,
  language: Language,
): string {
  const known = Array.isArray(counts) ? counts.map(Number) : []
  const isEach = match === 'all' && events.length > 1
  const done = events.map((event, i) => {
    const n = known[i] ?? 0
    const name = eventsWords([event], language)
    return language === 'zh-CN' ? `${name}${n} 次` : `${name} ${n} ${n === 1 ? 'time' : 'times'}`
  })
  if (language === 'zh-CN')
    return `${windowWords(window, language)}，${done.join('、')}，${isEach ? '每个' : ''}要求${did ? '至少' : '少于'} ${atLeast} 次`
  return `${done.join(', ')} ${windowWords(window, language)}; asked for ${did ? 'at least' : 'fewer than'} ${atLeast}${isEach ? ' of each' : ''}`
}

/** How long was waited for a question whose answer came at the deadline. */
export function waitedWords(judge: Judge, language: Language): string {
  if (judge.kind !== 'wait') return ''
  const words = durationWords(judge.for, language)
  return language === 'zh-CN' ? `，已等 ${words}` : `, after ${words}`
}
