import { BUDGET_NAMES } from '../../engine/core/budgets/budgets.locale.ts'
import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

/** Labels of when a second person publishes. */
export const approvalWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    fields: {
      audienceAbove: '人数超过',
      budgetsAbove: '预算超过',
      'budgetsAbove.of': '用在',
      'budgetsAbove.most': '超过',
      uncounted: '没有预先人群的旅程',
    },
    choices: { 'budgetsAbove.of': BUDGET_NAMES['zh-CN'], uncounted: { publish: '一个人就能发布', ask: '也要批准' } },
    items: { budgetsAbove: '预算' },
    hints: {
      audienceAbove: '发布时现在符合条件的会员多于这个数，就要另一位审批人或管理员批准；不填就不看人数',
      budgetsAbove: '旅程设置里这种预算更大，就要批准；没有设这种预算的旅程不看',
      uncounted: '例如按行为触发的旅程：进入多少人事先不知道',
    },
    units: { audienceAbove: '人' },
  },
  en: {
    fields: {
      audienceAbove: 'More members than',
      budgetsAbove: 'Budgets of more than',
      'budgetsAbove.of': 'Spent on',
      'budgetsAbove.most': 'More than',
      uncounted: 'Journeys without an audience',
    },
    choices: {
      'budgetsAbove.of': BUDGET_NAMES.en,
      uncounted: { publish: 'One person publishes', ask: 'Approval as well' },
    },
    items: { budgetsAbove: 'budget' },
    hints: {
      audienceAbove:
        'Where more qualify when it is published, another approver or admin has to agree; empty: whatever the number',
      budgetsAbove: 'Where the journey’s budget of a kind is greater; one without a budget of it is not asked about',
      uncounted: 'Such as those that begin with an event: nobody knows beforehand how many enter',
    },
    units: { audienceAbove: 'members' },
  },
}
