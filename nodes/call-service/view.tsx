import { PlugZap } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: PlugZap,
  summary: ({ connection, path }, words) => (path ? `${connection} ${words.template(path)}` : connection),
})
