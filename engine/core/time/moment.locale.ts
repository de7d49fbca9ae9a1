import type { Language } from '../say.ts'
import { localDateTime } from './zone.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant on the wall of `zone`: 5 月 8 日 10:00, 8 May 10:00; with the year where it is not the year of `now`. */
export function momentWords(at: number, now: number, zone: string, language: Language): string {
  const [day = '', clock = ''] = localDateTime(at, zone).split(' ')
  const [year = '', month = '', date = ''] = day.split(/(?<=\d)-/) // the year of 10000 is written +010000
  const isFar = localDateTime(now, zone).split(/(?<=\d)-/)[0] !== year
  if (language === 'zh-CN') return `${isFar ? `${year} 年 ` : ''}${Number(month)} 月 ${Number(date)} 日 ${clock}`
  return `${Number(date)} ${MONTHS[Number(month) - 1]}${isFar ? ` ${year}` : ''} ${clock}`
}
