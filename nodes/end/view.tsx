import { CircleStop } from 'lucide-react'
import { defineView } from '../view.ts'

export const view = defineView({
  icon: CircleStop,
  summary: (_settings, { say }) => say('完成旅程', 'Completes the journey'),
  ends: true,
})
