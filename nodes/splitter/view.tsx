import { Split } from 'lucide-react'
import { defineView } from '../view.ts'
import { armOf, type Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Split,
  summary: (settings, { say, number }) => {
    if (settings.by === 'percent') return say(`${settings.arms.length} 路`, `${settings.arms.length} arms`)
    const places = number(settings.quotas.reduce((sum, { first }) => sum + (first ?? 0), 0))
    return say(`先到先得 ${places} 名`, `First ${places}`)
  },
  outcome: (outcome, settings) => {
    const arm = armOf(outcome, settings)
    if (!arm) return undefined
    // While an arm is written its name or its share may be missing.
    return `${arm.name || arm.id} ${'percent' in arm ? `${arm.percent ?? '—'}%` : (arm.first ?? '—')}`
  },
})
