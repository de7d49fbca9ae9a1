import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '结束',
    help: '会员在这里完成旅程',
    fields: {},
    outcomes: { ended: '完成' },
    problems: {},
    explain: () => '走到终点，完成旅程。',
  },
  en: {
    name: 'End',
    help: 'Members complete the journey here',
    fields: {},
    outcomes: { ended: 'Completed' },
    problems: {},
    explain: () => 'Reached the end of the journey.',
  },
}
