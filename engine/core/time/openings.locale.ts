import { WEEKDAYS } from '../journey/firing.ts'
import type { Language } from '../say.ts'
import type { Days, Hours } from './openings.ts'

const NAMES = {
  'zh-CN': { MO: '周一', TU: '周二', WE: '周三', TH: '周四', FR: '周五', SA: '周六', SU: '周日' },
  en: { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
} as const

const KINDS = {
  'zh-CN': { any: '', workday: '工作日', 'day-off': '休息日' },
  en: { any: '', workday: 'workday', 'day-off': 'day off' },
} as const

/** Days that somebody set: 周一、周二的工作日, Monday or Tuesday (workday); empty where every day counts. Dates are not said. */
export function daysWords({ weekdays, days }: Days, language: Language): string {
  const kind = KINDS[language][days]
  const names = WEEKDAYS.filter((day) => weekdays.includes(day)).map((day) => NAMES[language][day])
  if (language === 'zh-CN') return names.length > 0 && kind ? `${names.join('、')}的${kind}` : names.join('、') + kind
  const said = names.join(' or ')
  return said && kind ? `${said} (${kind})` : said || kind
}

/** Hours that somebody set: 10:00–20:00, a time of day, or nothing. */
export function hoursWords(hours: Hours | { readonly kind: 'at'; readonly at: string }): string {
  if (hours.kind === 'any') return ''
  return hours.kind === 'at' ? hours.at : `${hours.from}–${hours.to}`
}
