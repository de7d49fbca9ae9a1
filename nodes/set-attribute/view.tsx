import { UserPen } from 'lucide-react'
import { attributeWords } from '../../engine/core/rules/rule.locale.ts'
import { defineView, type Words } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: UserPen,
  summary: (settings, words) => {
    const { say } = words
    const { attribute } = settings
    const name = say(attributeWords(attribute, 'zh-CN'), attributeWords(attribute, 'en'))
    return `${name} ${becomes(settings, words)}`
  },
})

function becomes(settings: Settings, { say, number, duration, template }: Words): string {
  switch (settings.kind) {
    case 'text':
      return `= ${template(settings.text)}`
    case 'number':
      return `= ${number(settings.number)}`
    case 'boolean':
      return `= ${settings.holds ? say('是', 'yes') : say('否', 'no')}`
    case 'date': {
      const { date } = settings
      if (date.kind === 'day') return `= ${date.day}`
      const today = say('当天', 'that day')
      return date.later ? `= ${today} + ${duration(date.later)}` : `= ${today}`
    }
    case 'event':
      return `= ${settings.of.slice('event.'.length)}`
    case 'add': {
      const { amount } = settings
      if (amount.kind === 'event') return `+ ${amount.of.slice('event.'.length)}`
      return amount.number < 0 ? `− ${number(-amount.number)}` : `+ ${number(amount.number)}`
    }
    case 'clear':
      return say('清空', 'cleared')
  }
}
