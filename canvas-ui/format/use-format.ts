import { createContext, useContext, useMemo } from 'react'
import { distance, measuredDuration } from '../../engine/core/time/measured.locale.ts'
import { useLanguage } from '../locale/language.ts'
import { pointsInterval, shortMoney, shortNumber } from './number.ts'
import {
  date,
  dateTime,
  fullDateTime,
  type Instant,
  nearDateTime,
  readerZone,
  timeOfDay,
  weekdayDateTime,
} from './time.ts'

/** The IANA zone times are shown in: the workspace's, once the shell knows it. */
export const ShownZone = createContext(readerZone())

/** Numbers and times in the reader's language and on the workspace's clock. */
export function useFormat() {
  const language = useLanguage()
  const zone = useContext(ShownZone)
  return useMemo(() => {
    const reading = { language, zone, reader: readerZone() }
    return {
      number: (value: number) => shortNumber(value, language),
      money: (amount: number, currency: string) => shortMoney(amount, currency, language),
      pointsInterval: (low: number, high: number) => pointsInterval(low, high, language),
      date: (at: Instant) => date(at, reading, Date.now()),
      time: (at: Instant, seconds?: boolean) => timeOfDay(at, reading, seconds),
      dateTime: (at: Instant) => dateTime(at, reading, Date.now()),
      weekdayDateTime: (at: Instant) => weekdayDateTime(at, reading, Date.now()),
      nearDateTime: (at: Instant) => nearDateTime(at, reading, Date.now()),
      fullDateTime: (at: Instant) => fullDateTime(at, reading),
      /** How long ago or ahead, as of this moment. */
      distance: (at: Instant) => distance(new Date(at).getTime() - Date.now(), language),
      measuredDuration: (ms: number) => measuredDuration(ms, language),
    }
  }, [language, zone])
}
