import { eventsWords } from '../../engine/core/rules/rule.locale.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '等待',
    help: '等一段时间、等到某个时间，或等会员做某件事',
    fields: {
      kind: '等待方式',
      duration: '时长',
      local: '等到',
      pastDue: '轮到时已经过期',
      events: '行为',
      'events.event': '行为',
      'events.filter': '只算满足条件的',
      timeout: '最长等待',
    },
    choices: {
      kind: { duration: '时长', until: '日期', event: '行为' },
      pastDue: { 'go-on': '直接继续', expired: '走「已过期」' },
    },

    items: { events: '行为' },
    outcomes: { done: '等待结束', event: '做了', timeout: '超时', expired: '已过期' },
    problems: {},
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      if (settings.kind === 'event')
        return outcome === 'event'
          ? `等到了${eventsWords(settings.events, 'zh-CN')}。`
          : `${durationWords(settings.timeout, 'zh-CN')}内没有等到${eventsWords(settings.events, 'zh-CN')}。`
      if (settings.kind === 'duration') return `等了 ${durationWords(settings.duration, 'zh-CN')}。`
      const until = settings.local.replace('T', ' ')
      return outcome === 'expired' ? `到达时已过 ${until}。` : `等到 ${until}，或到达时已过。`
    },
  },
  en: {
    name: 'Wait',
    help: 'Waits for a while, until a time, or for something the member does',
    fields: {
      kind: 'Wait for',
      duration: 'For',
      local: 'Until',
      pastDue: 'If already past',
      events: 'Events',
      'events.event': 'Event',
      'events.filter': 'Only those where',
      timeout: 'Wait at most',
    },
    choices: {
      kind: { duration: 'Time', until: 'Date', event: 'Event' },
      pastDue: { 'go-on': 'Continue', expired: 'Go to Expired' },
    },

    items: { events: 'event' },
    outcomes: { done: 'Done', event: 'Did it', timeout: 'Timed out', expired: 'Expired' },
    problems: {},
    explain({ outcome, settings }: ExplainedVisit<Settings>) {
      if (settings.kind === 'event')
        return outcome === 'event'
          ? `${eventsWords(settings.events, 'en')} came.`
          : `${eventsWords(settings.events, 'en')} did not come within ${durationWords(settings.timeout, 'en')}.`
      if (settings.kind === 'duration') return `Waited for ${durationWords(settings.duration, 'en')}.`
      const until = settings.local.replace('T', ' ')
      return outcome === 'expired' ? `Arrived after ${until}.` : `Waited until ${until}, or arrived after it.`
    },
  },
}
