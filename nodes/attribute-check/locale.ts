import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '属性判断',
    help: '按会员属性、标签、积分或触发事件的属性分成是与否；没有值既不等于也不不等于',
    fields: { rule: '条件' },
    outcomes: { yes: '是', no: '否' },
    problems: { 'asks-events': '行为条件请用「事件判断」节点' },
  },
  en: {
    name: 'Attribute check',
    help: 'Yes or no by attributes, tags, points or the triggering event; a missing value is neither equal nor unequal',
    fields: { rule: 'Condition' },
    outcomes: { yes: 'Yes', no: 'No' },
    problems: { 'asks-events': 'Ask about events in an event check' },
  },
}
