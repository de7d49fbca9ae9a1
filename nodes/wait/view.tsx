import { Hourglass } from 'lucide-react'
import { daysWords, hoursWords } from '../../engine/core/time/openings.locale.ts'
import { defineView, type Words } from '../view.ts'
import type { Settings } from './node.ts'

type MemberDate = Extract<Settings, { kind: 'date' | 'anniversary' }>

function dateWords({ kind, attribute, shift, time }: MemberDate, { say }: Words): string {
  const zh = { on: '当天', before: '前 $ 天', after: '后 $ 天' }[shift.kind]
  const en = { on: 'On', before: '$ days before', after: '$ days after' }[shift.kind]
  const days = shift.kind === 'on' ? '' : String(shift.days)
  const [everyZh, everyEn] = kind === 'anniversary' ? ['纪念日', 'the anniversary of '] : ['', '']
  return say(
    `${attribute} ${everyZh}${zh.replace('$', days)} ${time}`,
    `${en.replace('$', days)} ${everyEn}${attribute}, ${time}`,
  )
}

export const view = defineView<Settings>({
  icon: Hourglass,
  summary: (settings, words) => {
    const { say } = words
    switch (settings.kind) {
      case 'duration':
        return words.duration(settings.duration)
      case 'until':
        return say(`到 ${words.moment(settings.local)}`, `Until ${words.moment(settings.local)}`)
      case 'next': {
        const hours = hoursWords(settings.hours)
        const [zh, en] = [daysWords(settings, 'zh-CN') || '每天', daysWords(settings, 'en') || 'day']
        return say(`到下一个 ${zh} ${hours}`, `Until the next ${en} ${hours}`).trim()
      }
      case 'event': {
        const events = words.events(settings.events)
        return say(
          `直到 ${events}，最长 ${words.duration(settings.timeout)}`,
          `Until ${events}, max ${words.duration(settings.timeout)}`,
        )
      }
      default:
        return dateWords(settings, words)
    }
  },
})
