import { Shuffle } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Shuffle,
  summary: (settings, { say, number }) => {
    if (settings.by === 'percent') return say(`${settings.arms.length} 路`, `${settings.arms.length} arms`)
    const places = number(settings.quotas.reduce((sum, { first }) => sum + (first ?? 0), 0))
    return say(`先到先得 ${places} 名`, `First ${places}`)
  },
})
