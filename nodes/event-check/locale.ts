import { durationWords, eventsWords, windowWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '事件判断',
    help: '是否做过指定行为；可以立即判断，也可以等待，一旦确定就离开',
    fields: { events: '行为', match: '满足', atLeast: '至少次数', did: '做过', window: '时间范围', judge: '何时判断' },
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
    fields: { events: 'Events', match: 'Match', atLeast: 'At least', did: 'Did', window: 'Window', judge: 'Judged' },
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
