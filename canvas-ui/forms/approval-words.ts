import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

/** Labels of when a second person publishes. */
export const approvalWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    fields: { audienceAbove: '人数超过', uncounted: '没有预先人群的旅程' },
    choices: { uncounted: { publish: '一个人就能发布', ask: '也要批准' } },
    hints: {
      audienceAbove: '发布时现在符合条件的会员多于这个数，就要另一位审批人或管理员批准；不填就不看人数',
      uncounted: '例如按行为触发的旅程：进入多少人事先不知道',
    },
    units: { audienceAbove: '人' },
  },
  en: {
    fields: { audienceAbove: 'More members than', uncounted: 'Journeys without an audience' },
    choices: { uncounted: { publish: 'One person publishes', ask: 'Approval as well' } },
    hints: {
      audienceAbove:
        'Where more qualify when it is published, another approver or admin has to agree; empty: whatever the number',
      uncounted: 'Such as those that begin with an event: nobody knows beforehand how many enter',
    },
    units: { audienceAbove: 'members' },
  },
}
