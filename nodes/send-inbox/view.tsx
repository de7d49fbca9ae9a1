import { MessageSquareText } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: MessageSquareText,
  summary: ({ title }, words) => words.template(title),
})
