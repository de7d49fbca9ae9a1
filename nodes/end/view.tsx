import { CircleStop } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: CircleStop,
  summary: ({ closesAfter }, { say, number }) =>
    closesAfter === undefined
      ? say('完成旅程', 'Completes the journey')
      : say(`满 ${number(closesAfter)} 次后不再进新人`, `Closes after ${number(closesAfter)}`),
  ends: true,
})
