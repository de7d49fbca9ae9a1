import { FlaskConical } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: FlaskConical,
  summary: ({ arms }, { say }) => {
    const control = arms.find((arm) => arm.control)
    const groups = say(`${arms.length} 组`, `${arms.length} arms`)
    return control ? say(`${groups} · 对照 ${control.percent}%`, `${groups}, ${control.percent}% control`) : groups
  },
})
