import type { Language } from '../say.ts'
import type { Duration } from './duration.ts'

const UNITS: Readonly<Record<Duration['unit'], { zh: string; one: string; many: string }>> = {
  minute: { zh: '分钟', one: 'minute', many: 'minutes' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
  day: { zh: '天', one: 'day', many: 'days' },
  week: { zh: '周', one: 'week', many: 'weeks' },
  month: { zh: '个月', one: 'month', many: 'months' },
}

/** The unit of a length that somebody sets: 天, days. */
export function durationUnit(unit: Duration['unit'], amount: number, language: Language): string {
  const { zh, one, many } = UNITS[unit]
  if (language === 'zh-CN') return zh
  return amount === 1 ? one : many
}

/** A length that somebody set: 3 天, 3 days; 1 个月, 1 month. */
export const durationWords = ({ amount, unit }: Duration, language: Language): string =>
  `${amount} ${durationUnit(unit, amount, language)}`
