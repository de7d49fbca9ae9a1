import { Hourglass } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Hourglass,
  summary: (settings, { say, ...words }) => {
    if (settings.kind === 'duration') return words.duration(settings.duration)
    if (settings.kind === 'until')
      return say(`到 ${words.moment(settings.local)}`, `Until ${words.moment(settings.local)}`)
    const events = words.events(settings.events)
    return say(
      `直到 ${events}，最长 ${words.duration(settings.timeout)}`,
      `Until ${events}, max ${words.duration(settings.timeout)}`,
    )
  },
})
