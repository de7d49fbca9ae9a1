import { durationWords, fieldWords, pointsWords } from '../../engine/core/rules/rule.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '发放积分',
    help: '给会员发放固定积分，或按触发事件的金额计算',
    fields: { account: '积分账户', amount: '数量', expiresAfter: '有效期', reason: '原因' },
    outcomes: { granted: '已发放' },
    problems: {},
    explain({ because, settings: { account, amount, expiresAfter } }: ExplainedVisit<Settings>) {
      const points = because.points ?? (amount.kind === 'fixed' ? amount.points : '')
      const rate = amount.kind === 'rate' ? `，按触发行为的 ${fieldWords(amount.of, 'zh-CN')} × ${amount.perUnit}` : ''
      const valid = expiresAfter ? `，有效 ${durationWords(expiresAfter, 'zh-CN')}` : ''
      return `${pointsWords(account, 'zh-CN')} +${points}${rate}${valid}。`
    },
  },
  en: {
    name: 'Grant points',
    help: 'Gives a fixed number of points, or computes them from the triggering event',
    fields: { account: 'Account', amount: 'Amount', expiresAfter: 'Valid for', reason: 'Reason' },
    outcomes: { granted: 'Granted' },
    problems: {},
    explain({ because, settings: { account, amount, expiresAfter } }: ExplainedVisit<Settings>) {
      const points = because.points ?? (amount.kind === 'fixed' ? amount.points : '')
      const rate = amount.kind === 'rate' ? `, the event’s ${fieldWords(amount.of, 'en')} × ${amount.perUnit}` : ''
      const valid = expiresAfter ? `, valid for ${durationWords(expiresAfter, 'en')}` : ''
      return `${pointsWords(account, 'en')} +${points}${rate}${valid}.`
    },
  },
}
