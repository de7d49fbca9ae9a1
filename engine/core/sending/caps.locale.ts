import type { Language } from '../say.ts'
import type { Cap } from './caps.ts'

/** What is counted together. */
export const CAP_SCOPES: Readonly<Record<Language, Readonly<Record<Cap['of'], string>>>> = {
  'zh-CN': { company: '所有旅程', journey: '本旅程', inbox: '站内信', email: '邮件' },
  en: { company: 'All journeys', journey: 'This journey', inbox: 'Inbox', email: 'E-mail' },
}

export const CAP_PERIODS: Readonly<Record<Language, Readonly<Record<Cap['per'], string>>>> = {
  'zh-CN': { day: '天', week: '周' },
  en: { day: 'day', week: 'week' },
}

/** A cap as one reads it; undefined for what is none, whatever was stored. */
export function capWords(stored: Readonly<Record<string, unknown>>, language: Language): string | undefined {
  const scope = CAP_SCOPES[language][stored.of as Cap['of']] // any other text finds nothing
  const period = CAP_PERIODS[language][stored.per as Cap['per']]
  if (!scope || !period || typeof stored.most !== 'number') return undefined
  return language === 'zh-CN'
    ? `触达上限「${scope}每${period} ${stored.most} 条」`
    : `the cap of ${stored.most} a ${period} (${scope})`
}
