import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '属性多分支',
    help: '从上到下，第一个符合的分支；都不符合走「其他」',
    fields: { branches: '分支' },
    outcomes: { else: '其他' },
    problems: { 'branch-repeated': '两个分支的编号相同', 'asks-events': '行为条件请用事件节点' },
  },
  en: {
    name: 'Attribute split',
    help: 'The first branch that fits, from the top; otherwise “else”',
    fields: { branches: 'Branches' },
    outcomes: { else: 'Else' },
    problems: {
      'branch-repeated': 'Two branches have the same id',
      'asks-events': 'Ask about events in an event node',
    },
  },
}
