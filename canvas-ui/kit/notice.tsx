import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { TONES } from './chip.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const

/** A remark in its place on the page. `title` is the remark, `children` what follows from it. */
export function Notice({
  tone = 'info',
  title,
  action,
  children,
}: {
  tone?: keyof typeof ICONS | undefined
  title: ReactNode
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={classes('flex items-start gap-2.5 rounded-card px-3 py-2.5', TONES[tone])}>
      <Icon of={ICONS[tone]} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="font-medium text-ink">{title}</div>
        {children && <div className="text-ink-2 text-secondary">{children}</div>}
      </div>
      {action}
    </div>
  )
}
