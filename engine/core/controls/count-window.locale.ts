import type { Language } from '../say.ts'
import { durationWords } from '../time/duration.locale.ts'
import type { CountWindow } from './count-window.ts'

const PERIODS = {
  'zh-CN': { day: '当天', week: '当周', month: '当月' },
  en: { day: 'that day', week: 'that week', month: 'that month' },
}

/** The time over which something is counted, for a sentence about a moment that is over. */
export function countWindowWords(window: CountWindow, language: Language): string {
  if (window.kind === 'ever') return language === 'en' ? 'so far' : '累计'
  if (window.kind !== 'last') return PERIODS[language][window.kind]
  const duration = durationWords(window.duration, language)
  return language === 'en' ? `in the ${duration} before` : `之前 ${duration}内`
}
