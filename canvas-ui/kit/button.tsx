import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './icon.tsx'
import { kitMessages } from './locale.ts'

const LOOKS = {
  primary: 'border-transparent bg-brand text-on-brand enabled:hover:bg-brand-hover',
  secondary: 'border-border-strong bg-surface text-ink enabled:hover:bg-surface-3',
  ghost: 'border-transparent text-ink-2 enabled:hover:bg-surface-3 enabled:hover:text-ink',
  danger: 'border-border-strong bg-surface text-bad enabled:hover:bg-bad-soft enabled:hover:border-bad',
  /** Text alone, as a way on beside other text. */
  link: 'border-transparent px-1! text-brand-text enabled:hover:underline',
} as const

const SIZES = {
  dense: 'h-7 px-2.5 text-secondary',
  normal: 'h-8 px-3 text-body',
  bar: 'h-9 px-3.5 text-body',
} as const

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  look?: keyof typeof LOOKS | undefined
  size?: keyof typeof SIZES | undefined
  icon?: LucideIcon | undefined
  /** After the text, such as the chevron of a menu. */
  iconAfter?: LucideIcon | undefined
  /** What it started goes on: it cannot be pressed again, and keeps the focus. */
  busy?: boolean | undefined
  children: ReactNode
}

export function Button({
  look = 'secondary',
  size = 'normal',
  icon,
  iconAfter,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const t = useMessages(kitMessages)
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes(
        'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50',
        LOOKS[look],
        SIZES[size],
        busy && 'cursor-progress',
        className,
      )}
    >
      {busy ? <Icon of={LoaderCircle} size="tile" className="animate-spin" /> : icon && <Icon of={icon} size="tile" />}
      {children}
      {busy && <span className="sr-only">{t('working')}</span>}
      {iconAfter && <Icon of={iconAfter} size="tile" className="text-ink-3" />}
    </button>
  )
}
