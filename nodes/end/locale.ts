import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '结束',
    help: '会员在这里完成旅程；可设定到达若干次后旅程不再进新人',
    fields: { closesAfter: '到达后停止进入' },
    hints: { closesAfter: '到达这里的次数满后，旅程不再进新人，已在旅程中的继续走完；不填则不限' },
    units: { closesAfter: '次' },
    outcomes: { ended: '完成' },
    problems: {},
    explain: () => '走到终点，完成旅程。',
  },
  en: {
    name: 'End',
    help: 'Members complete the journey here; it can close to newcomers once so many did',
    fields: { closesAfter: 'Close after' },
    hints: {
      closesAfter: 'Once it was reached so often, nobody new enters; those inside go on. Never where none is given',
    },
    units: { closesAfter: 'times' },
    outcomes: { ended: 'Completed' },
    problems: {},
    explain: () => 'Reached the end of the journey.',
  },
}
