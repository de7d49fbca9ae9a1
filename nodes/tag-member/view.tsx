import { Tag } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({
  icon: Tag,
  summary: (settings, { say, list, duration }) => {
    const tags = list(settings.tags)
    if (settings.kind === 'remove') return say(`去掉 ${tags}`, `Remove ${tags}`)
    const done = settings.kind === 'add' ? tags : say(`只留 ${tags}`, `Only ${tags}`)
    const { expiresAfter } = settings
    return expiresAfter ? say(`${done} · ${duration(expiresAfter)}`, `${done}, ${duration(expiresAfter)}`) : done
  },
})
