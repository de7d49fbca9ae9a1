import { Zap } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Zap,
  summary: ({ events, member }, words) =>
    member ? `${words.events(events)} · ${words.rule(member)}` : words.events(events),
})
