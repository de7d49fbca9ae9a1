import { ArrowLeftRight } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: ArrowLeftRight,
  summary: (settings, { say, list }) => {
    switch (settings.on) {
      case 'segment-entered':
        return say(`进入 ${list(settings.segments)}`, `Into ${list(settings.segments)}`)
      case 'segment-left':
        return say(`离开 ${list(settings.segments)}`, `Out of ${list(settings.segments)}`)
      case 'tag-gained':
        return say(`获得 ${list(settings.tags)}`, `Gains ${list(settings.tags)}`)
      case 'tag-lost':
        return say(`失去 ${list(settings.tags)}`, `Loses ${list(settings.tags)}`)
      case 'attribute-changed': {
        const { attribute, from, to } = settings
        const change = from === undefined && to === undefined ? '' : ` ${from ?? ''} → ${to ?? ''}`.trimEnd()
        return say(`${attribute} 变更${change}`, `${attribute} changes${change}`)
      }
    }
  },
})
