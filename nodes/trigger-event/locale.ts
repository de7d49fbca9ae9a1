import { eventsWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '行为触发',
    help: '会员做了指定行为时进入旅程',
    fields: {
      events: '行为',
      'events.event': '行为',
      'events.filter': '只算满足条件的',
      member: '会员条件',
      dedupe: '去重属性',
      tolerance: '延迟容忍',
    },
    hints: { dedupe: '这个属性每个值只进入一次，例如订单号', tolerance: '事件发生时间早于这个时长的不再进入' },
    items: { events: '行为' },
    outcomes: { next: '进入' },
    problems: {
      'segment-unnamed': '没有指定人群：只有别的旅程关注的才会触发',
    },
    explain: ({ settings }: ExplainedVisit<Settings>) => `做了${eventsWords(settings.events, 'zh-CN')}，进入旅程。`,
  },
  en: {
    name: 'Event trigger',
    help: 'Members enter when they do one of these events',
    fields: {
      events: 'Events',
      'events.event': 'Event',
      'events.filter': 'Only those where',
      member: 'Who',
      dedupe: 'Once per value of',
      tolerance: 'Ignore events older than',
    },
    hints: {
      dedupe: 'A member enters once for each value, such as an order number',
      tolerance: 'Events that come later than this enter nobody',
    },
    items: { events: 'event' },
    outcomes: { next: 'Enters' },
    problems: {
      'segment-unnamed': 'It names no segment: only those that other journeys watch count',
    },
    explain: ({ settings }: ExplainedVisit<Settings>) => `Did ${eventsWords(settings.events, 'en')} and entered.`,
  },
}
