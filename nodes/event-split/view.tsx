import { ListTree } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: ListTree,
  summary: ({ branches, judge }, { say, ...words }) => {
    const split = say(`${branches.length} 个分支`, branches.length === 1 ? '1 branch' : `${branches.length} branches`)
    if (judge.kind === 'wait')
      return say(`${split}，最长 ${words.duration(judge.for)}`, `${split}, max ${words.duration(judge.for)}`)
    if (judge.kind === 'wait-until')
      return say(`${split}，到 ${words.moment(judge.local)}`, `${split}, by ${words.moment(judge.local)}`)
    return split
  },
})
