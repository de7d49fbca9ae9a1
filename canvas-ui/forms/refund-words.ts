import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

/** Labels of what a workspace calls a refund. */
export const refundWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    fields: {
      events: '退款行为',
      order: '订单号',
      refund: '退款号',
      amount: '退款金额',
      belowZero: '可以扣成负数的账户',
    },
    choices: { belowZero: { spendable: '可用积分', growth: '成长值', yearly: '年度积分' } },
    hints: {
      events: '收到这些行为时，按订单收回旅程发过的奖励',
      order: '退的是哪个订单。不选时读 orderId 或 order_id',
      refund: '同一个退款号只算一次。不选时读 refundId 或 refund_id，都没有时按行为本身',
      amount: '退了多少，按比例收回。不选时读 refundAmount、refund_amount、amount 或 total；都没有时当作全额',
      belowZero: '没选的账户最多扣到 0',
    },
    items: { events: '行为' },
  },
  en: {
    fields: {
      events: 'Refund events',
      order: 'Order id',
      refund: 'Refund id',
      amount: 'Refunded amount',
      belowZero: 'Accounts that may fall below zero',
    },
    choices: { belowZero: { spendable: 'Spendable', growth: 'Growth', yearly: 'Yearly' } },
    hints: {
      events: 'They take back what journeys gave for the order',
      order: 'Which order it is of. Where none is chosen: orderId or order_id',
      refund: 'Counts once. Where none is chosen: refundId or refund_id, else the event itself',
      amount:
        'In this proportion. Where none is chosen: refundAmount, refund_amount, amount or total, else the whole order',
      belowZero: 'From others it takes what is there',
    },
    items: { events: 'event' },
  },
}
