import type { Language } from '../locale/language.ts'
import type { FormWords } from './form-context.ts'

/** Labels of the settings that a journey has as a whole. */
export const journeyWords: Readonly<Record<Language, FormWords>> = {
  'zh-CN': {
    fields: {
      zone: '时区',
      window: '有效期',
      'window.from': '开始',
      'window.until': '结束',
      reentry: '重复进入',
      'reentry.rule': '同一会员',
      'reentry.limit': '次数限制',
      'reentry.limit.entries': '最多进入',
      'reentry.limit.within': '在这段时间内',
      'reentry.atOnce': '同时最多',
      shards: '并行分组',
    },
    choices: {
      'reentry.rule': { never: '只进入一次', 'after-leaving': '离开后可再进', 'any-time': '随时可再进' },
      shards: { auto: '自动', 'per-member': '每人一组' },
    },
    hints: {
      zone: '旅程里的所有时间按这个时区；不选时用工作区的',
      window: '在这段时间之外不再有人进入',
      'reentry.limit.within': '按滑动的时间窗计算',
      'reentry.atOnce': '同一会员同时在旅程里的次数，只用于「随时可再进」',
      shards: '决定一次推进多少会员；一般不用改',
    },
    units: { 'reentry.limit.entries': '次', 'reentry.atOnce': '次' },
  },
  en: {
    fields: {
      zone: 'Time zone',
      window: 'Live window',
      'window.from': 'From',
      'window.until': 'Until',
      reentry: 'Re-entry',
      'reentry.rule': 'The same member',
      'reentry.limit': 'Limit',
      'reentry.limit.entries': 'At most',
      'reentry.limit.within': 'Within',
      'reentry.atOnce': 'At once at most',
      shards: 'Shards',
    },
    choices: {
      'reentry.rule': { never: 'Enters once', 'after-leaving': 'Again after leaving', 'any-time': 'Again at any time' },
      shards: { auto: 'Automatic', 'per-member': 'One per member' },
    },
    hints: {
      zone: 'Every time in the journey is on this clock; the workspace’s where none is chosen',
      window: 'Nobody enters outside it',
      'reentry.limit.within': 'Counted in a sliding window',
      'reentry.atOnce': 'How often a member is in the journey at a time; for “again at any time” only',
      shards: 'How many members move on together; seldom needs a change',
    },
    units: { 'reentry.limit.entries': 'entries', 'reentry.atOnce': 'entries' },
  },
}
