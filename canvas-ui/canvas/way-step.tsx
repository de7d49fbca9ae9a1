import { ArrowRight, CircleHelp, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Category } from '../../engine/core/journey/node.ts'
import { Chip, type Tone } from '../kit/chip.tsx'
import { Icon } from '../kit/icon.tsx'
import { Tile } from '../kit/tile.tsx'

/** One step of somebody's way through a journey: a line of an ordered list, joined to the next. */
export function WayStep({
  icon = CircleHelp,
  category = 'control',
  name,
  outcome,
  tone = 'plain',
  time,
  children,
}: {
  icon?: LucideIcon | undefined
  category?: Category | undefined
  name: string
  /** How it was left. */
  outcome?: string | undefined
  tone?: Tone | undefined
  time: string
  /** Why. */
  children: ReactNode
}) {
  return (
    <li className="group flex gap-3">
      <span className="relative pb-3.5">
        <Tile icon={icon} category={category} />
        <i aria-hidden className="absolute top-7 bottom-0.5 left-[11.5px] w-px bg-border-strong group-last:hidden" />
      </span>
      <div className="min-w-0 flex-1 pb-3.5 text-ink-2">
        <div className="flex h-6 items-center gap-2">
          <span className="truncate font-semibold text-ink">{name}</span>
          {outcome !== undefined && (
            <>
              <Icon of={ArrowRight} size="badge" className="text-ink-3" />
              <Chip tone={tone} mark="none">
                {outcome}
              </Chip>
            </>
          )}
          <span className="ml-auto shrink-0 text-ink-3 text-secondary">{time}</span>
        </div>
        {children}
      </div>
    </li>
  )
}
