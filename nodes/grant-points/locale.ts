import { fieldWords, pointsWords } from '../../engine/core/rules/rule.locale.ts'
import { durationWords } from '../../engine/core/time/duration.locale.ts'
import type { ExplainedVisit, NodeLocale } from '../locale.ts'
import type { Settings } from './node.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '发放积分',
    help: '给会员发放固定积分，或按触发事件的金额计算',
    fields: {
      account: '积分账户',
      amount: '数量',
      'amount.points': '积分',
      'amount.of': '按事件属性',
      'amount.perUnit': '每 1 给',
      'amount.rounding': '小数',
      expiresAfter: '有效期',
      reason: '原因',
    },
    choices: {
      account: { spendable: '可用积分', growth: '成长值', yearly: '年度积分' },
      'amount.kind': { fixed: '固定', rate: '按比例' },
      'amount.rounding': { down: '舍去', nearest: '四舍五入' },
    },
    hints: { 'amount.of': '触发旅程的事件里的数字，例如订单金额', reason: '会员在积分明细里看到' },
    units: { 'amount.points': '分', 'amount.perUnit': '分' },
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
    fields: {
      account: 'Account',
      amount: 'Amount',
      'amount.points': 'Points',
      'amount.of': 'Of event property',
      'amount.perUnit': 'For each 1',
      'amount.rounding': 'Fractions',
      expiresAfter: 'Valid for',
      reason: 'Reason',
    },
    choices: {
      account: { spendable: 'Spendable', growth: 'Growth', yearly: 'Yearly' },
      'amount.kind': { fixed: 'Fixed', rate: 'By rate' },
      'amount.rounding': { down: 'Round down', nearest: 'Round to nearest' },
    },
    hints: {
      'amount.of': 'A number of the event that began the journey, such as its amount',
      reason: 'Shown in the member’s ledger',
    },
    units: { 'amount.points': 'points', 'amount.perUnit': 'points' },
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
