import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  /** Says what it does: its accessible name and its tooltip. */
  label: string
  shortcut?: string | undefined
  size?: 'normal' | 'dense' | 'bar' | undefined
  /** Drawn with the edge of a secondary button. */
  framed?: boolean | undefined
  tone?: 'plain' | 'bad' | undefined
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left' | undefined
}

const SIZES = { dense: 'size-6', normal: 'size-7', bar: 'size-8' } as const

/** A button without text. `aria-pressed` makes it a switch between two states. */
export function IconButton({
  icon,
  label,
  shortcut,
  size = 'normal',
  framed = false,
  tone = 'plain',
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classes(
          'grid shrink-0 place-items-center rounded-control transition-colors enabled:hover:bg-surface-3 disabled:cursor-not-allowed disabled:opacity-40',
          'aria-pressed:bg-surface-3 aria-pressed:text-ink',
          tone === 'bad' ? 'text-bad' : 'text-ink-2 enabled:hover:text-ink',
          framed && 'border border-border-strong bg-surface',
          SIZES[size],
          className,
        )}
      >
        <Icon of={icon} size={size === 'dense' ? 'tile' : 'control'} />
      </button>
    </Tooltip>
  )
}
