import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '发放积分',
    help: '给会员发放固定积分，或按触发事件的金额计算',
    fields: { account: '积分账户', amount: '数量', expiresAfter: '有效期', reason: '原因' },
    outcomes: { granted: '已发放' },
    problems: {},
  },
  en: {
    name: 'Grant points',
    help: 'Gives a fixed number of points, or computes them from the triggering event',
    fields: { account: 'Account', amount: 'Amount', expiresAfter: 'Valid for', reason: 'Reason' },
    outcomes: { granted: 'Granted' },
    problems: {},
  },
}
