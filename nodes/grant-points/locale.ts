import { budgetWords } from '../../engine/core/budgets/budgets.locale.ts'
import { OVER_BUDGET } from '../../engine/core/budgets/budgets.ts'
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
      order: '按订单退回',
      'order.id': '订单号',
      'order.amount': '订单金额',
    },
    choices: {
      account: { spendable: '可用积分', growth: '成长值', yearly: '年度积分' },
      'amount.kind': { fixed: '固定', rate: '按比例' },
      'amount.rounding': { down: '舍去', nearest: '四舍五入' },
    },
    hints: {
      'amount.of': '触发旅程的事件里的数字，例如订单金额',
      reason: '会员在积分明细里看到',
      order: '打开后记住订单，订单退款时按退款比例退回积分，并走「退款冲回」',
      'order.id': '不填则取事件的 orderId 或 order_id；事件没有订单号时照常发放，但退款退不回',
      'order.amount': '不填则取事件的 amount 或 total；没有金额时，任何一笔退款都退回全部',
    },
    units: { 'amount.points': '分', 'amount.perUnit': '分' },
    outcomes: { granted: '已发放', 'over-budget': '超预算', reversed: '退款冲回' },
    problems: {},
    explain({ outcome, because, settings: { account, amount, expiresAfter } }: ExplainedVisit<Settings>) {
      if (outcome === OVER_BUDGET) return `没有发放：${budgetWords(because, 'zh-CN') ?? '预算不够'}。`
      if (outcome === 'reversed')
        return `订单${because.order === undefined ? '' : ` ${because.order} `}已全额退款，没有发放。`
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
      order: 'Taken back by refunds',
      'order.id': 'Order id',
      'order.amount': 'Order amount',
    },
    choices: {
      account: { spendable: 'Spendable', growth: 'Growth', yearly: 'Yearly' },
      'amount.kind': { fixed: 'Fixed', rate: 'By rate' },
      'amount.rounding': { down: 'Round down', nearest: 'Round to nearest' },
    },
    hints: {
      'amount.of': 'A number of the event that began the journey, such as its amount',
      reason: 'Shown in the member’s ledger',
      order: 'Remembers the order: a refund of it takes back its part of the points, and goes by “Reversed”',
      'order.id':
        'Empty: orderId or order_id of the event. Where it has none, points are granted, and no refund takes them back',
      'order.amount': 'Empty: amount or total of the event. Where it has none, any refund takes back everything',
    },
    units: { 'amount.points': 'points', 'amount.perUnit': 'points' },
    outcomes: { granted: 'Granted', 'over-budget': 'Over budget', reversed: 'Reversed' },
    problems: {},
    explain({ outcome, because, settings: { account, amount, expiresAfter } }: ExplainedVisit<Settings>) {
      if (outcome === OVER_BUDGET) return `Nothing granted: ${budgetWords(because, 'en') ?? 'the budget has no room'}.`
      if (outcome === 'reversed')
        return `Order${because.order === undefined ? '' : ` ${because.order}`} was refunded before: nothing granted.`
      const points = because.points ?? (amount.kind === 'fixed' ? amount.points : '')
      const rate = amount.kind === 'rate' ? `, the event’s ${fieldWords(amount.of, 'en')} × ${amount.perUnit}` : ''
      const valid = expiresAfter ? `, valid for ${durationWords(expiresAfter, 'en')}` : ''
      return `${pointsWords(account, 'en')} +${points}${rate}${valid}.`
    },
  },
}
