import { Network } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Network,
  summary: ({ branches }, { say }) =>
    say(
      `${branches.length} 个分支 · 先中先走`,
      branches.length === 1 ? '1 branch' : `${branches.length} branches, in order`,
    ),
})
