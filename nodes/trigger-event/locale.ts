import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '行为触发',
    help: '会员做了指定行为时进入旅程',
    fields: { events: '行为', member: '会员条件', dedupe: '去重属性', tolerance: '延迟容忍' },
    outcomes: { next: '进入' },
    problems: {},
  },
  en: {
    name: 'Event trigger',
    help: 'Members enter when they do one of these events',
    fields: { events: 'Events', member: 'Who', dedupe: 'Once per value of', tolerance: 'Ignore events older than' },
    outcomes: { next: 'Enters' },
    problems: {},
  },
}
