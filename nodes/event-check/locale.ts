import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '事件判断',
    help: '是否做过指定行为；可以立即判断，也可以等待，一旦确定就离开',
    fields: { events: '行为', match: '满足', atLeast: '至少次数', did: '做过', window: '时间范围', judge: '何时判断' },
    outcomes: { yes: '是', no: '否' },
    problems: { 'event-repeated': '同一行为列了两次，次数会重复计算；请合并为一个行为，用「任一」组合条件' },
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
  },
}
