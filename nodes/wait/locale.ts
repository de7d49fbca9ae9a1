import type { NodeLocale } from '../locale.ts'

export const locale: NodeLocale = {
  'zh-CN': {
    name: '等待',
    help: '等一段时间、等到某个时间，或等会员做某件事',
    fields: {
      kind: '等待方式',
      duration: '时长',
      local: '等到',
      pastDue: '已过时',
      events: '行为',
      timeout: '最长等待',
    },
    outcomes: { done: '等待结束', event: '做了', timeout: '超时', expired: '已过期' },
    problems: {},
  },
  en: {
    name: 'Wait',
    help: 'Waits for a while, until a time, or for something the member does',
    fields: {
      kind: 'Wait',
      duration: 'For',
      local: 'Until',
      pastDue: 'If already past',
      events: 'Events',
      timeout: 'Wait at most',
    },
    outcomes: { done: 'Done', event: 'Did it', timeout: 'Timed out', expired: 'Expired' },
    problems: {},
  },
}
