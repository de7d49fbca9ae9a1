import { registry } from '../../../nodes/definitions.ts'
import { locales } from '../../../nodes/locales.ts'
import { views } from '../../../nodes/views.ts'
import { Icon } from '../../kit/icon.tsx'
import { useLanguage } from '../../locale/language.ts'

/** What begins a journey, by the type of its first trigger; more of them are counted. */
export function Trigger({ types }: { types: readonly string[] }) {
  const language = useLanguage()
  const [first] = types
  if (first === undefined) return <span className="text-ink-3">—</span>
  const names = types.map((type) => locales.get(type)?.[language].name ?? type)
  const icon = views.get(first)?.icon
  return (
    <span className="flex items-center gap-1.5" title={names.join(' · ')}>
      {icon && <Icon of={icon} size="tile" className="text-ink-3" />}
      <span className="truncate">{names[0]}</span>
      {types.length > 1 && <span className="text-ink-3 text-secondary">+{types.length - 1}</span>}
    </span>
  )
}

/** Whether a kind of trigger waits for what members do, and has no time of its own. */
export function isByEvents(type: string): boolean {
  const definition = registry.get(type)
  return definition?.trigger?.(definition.defaults, '').events !== undefined
}
