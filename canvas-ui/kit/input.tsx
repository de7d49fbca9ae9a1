import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'
import { Icon, type LucideIcon } from './icon.tsx'

export const FIELD_HEIGHTS = { dense: 'h-7 text-secondary', normal: 'h-8 text-body', bar: 'h-9 text-body' } as const
export type FieldSize = keyof typeof FIELD_HEIGHTS

export interface InputProps extends Omit<ComponentProps<'input'>, 'size' | 'onChange'> {
  size?: FieldSize | undefined
  icon?: LucideIcon | undefined
  /** After the text: a unit, a shortcut, a button. */
  after?: ReactNode
  onChange?: ((value: string) => void) | undefined
}

/** One line of text. Inside a `Field` it needs no label of its own; elsewhere give `aria-label`. */
export function Input({ size = 'normal', icon, after, className, onChange, ...rest }: InputProps) {
  const field = useFieldControl()
  return (
    <span
      className={classes(
        'field-edge flex min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-ink',
        FIELD_HEIGHTS[size],
        className,
      )}
    >
      {icon && <Icon of={icon} size="tile" className="text-ink-3" />}
      <input
        type="text"
        {...field}
        {...rest}
        onChange={onChange && ((event) => onChange(event.target.value))}
        className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 disabled:cursor-not-allowed"
      />
      {after && <span className="shrink-0 text-ink-3">{after}</span>}
    </span>
  )
}
