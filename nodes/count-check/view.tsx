import { Gauge } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Gauge,
  summary: (settings, { say, number, duration }) => {
    const { bound, window, scope } = settings
    const whose = {
      enrolment: say('本次旅程', 'this entry'),
      member: say('每位会员', 'each member'),
      name: say(
        `每位会员「${scope === 'name' ? settings.name : ''}」`,
        `each member, “${scope === 'name' ? settings.name : ''}”`,
      ),
      node: say('本节点', 'this node'),
      journey: say('本旅程', 'this journey'),
    }[scope]
    const most = number(bound)
    if (window.kind === 'ever') return say(`${whose}最多 ${most} 次`, `${most}, ${whose}`)
    if (window.kind === 'last')
      return say(
        `${whose} ${duration(window.duration)}内最多 ${most} 次`,
        `${most} in ${duration(window.duration)}, ${whose}`,
      )
    const period = { day: say('每天', 'a day'), week: say('每周', 'a week'), month: say('每月', 'a month') }[
      window.kind
    ]
    return say(`${whose}${period}最多 ${most} 次`, `${most} ${period}, ${whose}`)
  },
})
