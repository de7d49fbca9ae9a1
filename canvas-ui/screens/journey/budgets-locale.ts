import { messages } from '../../locale/messages.ts'

export const budgetMessages = messages(
  {
    budgets: '预算',
    alerts: '到 {percent}% 提醒，用完就停',
    again: '之前有 {count, number} 次不够，现在又有余额',
    near: '已用超过八成',
    alerted: '{time} 已提醒，用完就停',
    used: '已用完，后来的走「{way}」',
    stopped: '{time} 起不够，{count, number} 次走「{way}」',
    overBudget: '超预算',
    blocked: '未发出',
  },
  {
    budgets: 'Budgets',
    alerts: 'Alerts at {percent} %, then stops',
    again: '{count, plural, one {# visit} other {# visits}} found no room before; some is left now',
    near: 'More than four fifths is spent',
    alerted: 'Alerted {time}; stops once it is spent',
    used: 'Spent: whoever comes leaves as “{way}”',
    stopped: 'No room since {time}: {count, plural, one {# visit} other {# visits}} left as “{way}”',
    overBudget: 'Over budget',
    blocked: 'Blocked',
  },
)
