import { TrafficCone } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: TrafficCone,
  summary: ({ amount, unit }, { say, number }) =>
    unit === 'minute'
      ? say(`每分钟 ${number(amount)} 人`, `${number(amount)} a minute`)
      : say(`每小时 ${number(amount)} 人`, `${number(amount)} an hour`),
})
