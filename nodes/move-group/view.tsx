import { Signpost } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Signpost,
  summary: (settings, { say, list }) => {
    if (settings.kind === 'hand-over') return say(`移交给 ${settings.journey}`, `To ${settings.journey}`)
    const groups = list(settings.groups)
    return settings.kind === 'join'
      ? say(`加入 ${groups}`, `Into ${groups}`)
      : say(`移出 ${groups}`, `Out of ${groups}`)
  },
})
