import { CalendarClock } from 'lucide-react'
import { daysWords, hoursWords } from '../../engine/core/time/openings.locale.ts'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: CalendarClock,
  summary: (settings, { say }) => {
    const { dates } = settings
    const days = say(daysWords(settings, 'zh-CN'), daysWords(settings, 'en'))
    return [dates && `${dates.from}–${dates.to}`, days, hoursWords(settings.hours)].filter(Boolean).join(' ')
  },
})
