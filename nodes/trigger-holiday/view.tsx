import { CalendarHeart } from 'lucide-react'
import { defineView } from '../view.ts'
import { nameOf } from './days.locale.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: CalendarHeart,
  summary: ({ days, shift, time }, { say, list }) => {
    const names = list(days.map((day) => say(...nameOf(day))))
    if (shift.kind === 'on') return `${names} ${time}`
    const before = shift.kind === 'before'
    return say(
      `${names}${before ? '前' : '后'} ${shift.days} 天 ${time}`,
      `${shift.days} day${shift.days > 1 ? 's' : ''} ${shift.kind} ${names}, ${time}`,
    )
  },
})
