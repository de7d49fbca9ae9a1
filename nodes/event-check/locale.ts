import { eventsWords, windowWords } from '../../engine/core/rules/rule.locale.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '事件判断',
    help: '是否做过指定行为；可以立即判断，也可以等待，一旦确定就离开',
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
      judge: '何时判断',
      'judge.for': '最长等待',
      'judge.local': '等到',
    },
    choices: {
      match: { any: '任一', all: '全部' },
      did: { true: '做过', false: '没做过' },
      'window.kind': { entered: '进入旅程后', previous: '上一个节点后', last: '最近一段时间', between: '两个日期之间' },
      'judge.kind': { 'at-once': '立即', wait: '等一段时间', 'wait-until': '等到' },
    },
    hints: { 'judge.for': '一旦确定就离开，不必等满', 'judge.local': '一旦确定就离开，不必等到' },
    units: { atLeast: '次' },
    items: { events: '行为' },
    outcomes: { yes: '是', no: '否' },
    problems: { 'event-repeated': '同一行为列了两次，次数会重复计算；请合并为一个行为，用「任一」组合条件' },
    explain({ because, settings: { events, match, atLeast, window, judge, did }, outcome }: ExplainedVisit<Settings>) {
      const counts = Array.isArray(because.counts) ? because.counts.map(Number) : []
      const found = match === 'all' ? Math.min(...counts) : counts.reduce((sum, n) => sum + n, 0)
      const times = Number.isFinite(found) ? `做了 ${found} 次，` : ''
      const waited =
        judge.kind === 'wait' && (outcome === 'yes') !== did ? `，已等 ${durationWords(judge.for, 'zh-CN')}` : ''
      const each = match === 'all' && events.length > 1 ? '每个' : ''
      return `${windowWords(window, 'zh-CN')}，${eventsWords(events, 'zh-CN')}${times}${each}要求${did ? '至少' : '少于'} ${atLeast} 次${waited}。`
    },
  },
  en: {
    name: 'Event check',
    help: 'Did the member do this? Judged at once, or after waiting; members leave the moment it is certain',
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
      judge: 'Judged',
      'judge.for': 'Wait at most',
      'judge.local': 'Wait until',
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
      'judge.kind': { 'at-once': 'At once', wait: 'After a while', 'wait-until': 'At a time' },
    },
    hints: {
      'judge.for': 'Members leave the moment it is certain',
      'judge.local': 'Members leave the moment it is certain',
    },
    units: { atLeast: 'times' },
    items: { events: 'event' },
    outcomes: { yes: 'Yes', no: 'No' },
    problems: {
      'event-repeated':
        'An event is listed twice and would be counted twice: list it once, with both filters under “any”',
    },
    explain({ because, settings: { events, match, atLeast, window, judge, did }, outcome }: ExplainedVisit<Settings>) {
      const counts = Array.isArray(because.counts) ? because.counts.map(Number) : []
      const found = match === 'all' ? Math.min(...counts) : counts.reduce((sum, n) => sum + n, 0)
      const times = Number.isFinite(found) ? `: ${found} times` : ''
      const waited =
        judge.kind === 'wait' && (outcome === 'yes') !== did ? `, after ${durationWords(judge.for, 'en')}` : ''
      const each = match === 'all' && events.length > 1 ? ' of each' : ''
      return `Did ${eventsWords(events, 'en')} ${windowWords(window, 'en')}${times}; asked for ${did ? 'at least' : 'fewer than'} ${atLeast}${each}${waited}.`
    },
  },
}
