import { Webhook } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Webhook,
  summary: ({ member }, { say, rule }) => (member ? rule(member) : say('接口调用时进入', 'When called')),
})
