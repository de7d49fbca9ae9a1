import type { LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'

export type { LucideIcon } from 'lucide-react'

const SIZES = { control: 16, tile: 14, badge: 12 } as const

/** A Lucide icon in one of the three sizes of the design. It says nothing to a screen reader: the words beside it do. */
export function Icon({
  of: Drawn,
  size = 'control',
  className,
}: {
  of: LucideIcon
  size?: keyof typeof SIZES | undefined
  className?: string | undefined
}) {
  return (
    <Drawn
      aria-hidden
      size={SIZES[size]}
      strokeWidth={size === 'badge' ? 2 : 1.75}
      className={classes('shrink-0', className)}
    />
  )
}
