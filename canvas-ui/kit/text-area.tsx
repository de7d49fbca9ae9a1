import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'

/** Several lines of text; grows with what is written, from `rows` up to 12 lines. */
export function TextArea({
  className,
  onChange,
  rows = 3,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'onChange'> & { onChange?: ((value: string) => void) | undefined }) {
  const field = useFieldControl()
  return (
    <textarea
      {...field}
      {...rest}
      rows={rows}
      onChange={onChange && ((event) => onChange(event.target.value))}
      className={classes(
        'field-edge field-sizing-content max-h-[254px] min-w-0 resize-y rounded-control bg-surface px-2 py-1.5 text-body text-ink placeholder:text-ink-3',
        className,
      )}
      style={{ minHeight: `${rows * 20 + 14}px` }}
    />
  )
}
