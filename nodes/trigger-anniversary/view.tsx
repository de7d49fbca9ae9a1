import { Cake } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Cake,
  summary: ({ date, calendar, around, time }, { say }) => {
    const name = date.kind === 'joined' ? say('入会日', 'joining day') : date.attribute
    const whose = calendar === 'lunar' ? say(`农历 ${name}`, `lunar ${name}`) : name
    const when = {
      on: say('当天', 'On'),
      before: 'days' in around ? say(`前 ${around.days} 天`, `${around.days} days before`) : '',
      after: 'days' in around ? say(`后 ${around.days} 天`, `${around.days} days after`) : '',
      week: say('当周周一', 'Monday of the week of'),
      month: say('当月 1 日', 'First of the month of'),
    }[around.kind]
    return say(`${whose} ${when} ${time}`, `${when} ${whose}, ${time}`)
  },
})
