import { UsersRound } from 'lucide-react'
import { setsIn } from '../../engine/core/journey/member-sets.ts'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: UsersRound,
  summary: (sets, { say, list }) => {
    const names = list(setsIn(sets).map(({ key }) => key))
    return say(`在 ${names} 里`, `In ${names}`)
  },
})
