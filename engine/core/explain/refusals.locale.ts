import type { Language } from '../say.ts'

/** Why an event or a run of an audience let nobody in, by its code; a test holds these against the codes that are stored. */
const REFUSALS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    'already-entered': '每人只进一次，已经进过',
    'still-inside': '还在旅程里',
    'too-many-entries': '进入次数已到上限',
    'too-many-at-once': '同时在里面的次数已到上限',
    'outside-window': '不在旅程的开放时间内',
    'too-late': '行为发生得太早，超过了容忍时间',
    'too-deep': '行为由旅程层层引发，已到上限',
    'journey-not-running': '旅程当时没有运行',
    'member-filter': '不满足触发的会员条件',
    'in-other-journey': '正在同组、优先级不低于它的旅程里',
  },
  en: {
    'already-entered': 'a member enters once, and did',
    'still-inside': 'still inside',
    'too-many-entries': 'the limit of entries is reached',
    'too-many-at-once': 'the limit of entries at once is reached',
    'outside-window': 'outside the journey’s window',
    'too-late': 'the event was older than tolerated',
    'too-deep': 'journeys caused the event in too many turns',
    'journey-not-running': 'the journey did not run then',
    'member-filter': 'does not meet the trigger’s condition on members',
    'in-other-journey': 'inside a journey of the same group with at least its priority',
  },
}

/** The reason of a refusal. A code that a newer program stored is named as such. */
export const refusalWords = (code: string, language: Language): string =>
  REFUSALS[language][code] ??
  (language === 'zh-CN'
    ? `原因代码「${code}」，此版本不认识`
    : `the reason “${code}”, which this version does not know`)
