import { UserRoundCheck } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: UserRoundCheck,
  summary: ({ rule }, words) => words.rule(rule),
})
