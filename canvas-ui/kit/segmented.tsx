import { RadioGroup } from 'radix-ui'
import { type Choice, passOn } from './choice.ts'
import { classes } from './classes.ts'
import { useFieldGroup } from './field.tsx'
import { Icon } from './icon.tsx'

/** Up to four short choices side by side (a filter of a list may have more). `count` stands behind the label. */
export function Segmented<Value extends string>({
  choices,
  value,
  onChange,
  wide = false,
  disabled = false,
  'aria-label': label,
}: {
  choices: readonly (Choice<Value> & { readonly count?: string | undefined })[]
  value: Value
  onChange: (value: Value) => void
  /** As wide as its place, all choices alike. */
  wide?: boolean | undefined
  disabled?: boolean | undefined
  'aria-label'?: string | undefined
}) {
  const field = useFieldGroup()
  return (
    <RadioGroup.Root
      {...field}
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={passOn(choices, onChange)}
      className={classes('gap-0.5 rounded-control bg-surface-3 p-0.5', wide ? 'flex' : 'inline-flex w-fit')}
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled ?? false}
          className={classes(
            'group inline-flex h-[26px] min-w-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-chip px-2.5 text-ink-2 text-secondary transition-colors hover:text-ink',
            'data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink data-[state=checked]:shadow-rest',
            'disabled:cursor-not-allowed disabled:opacity-50',
            wide && 'flex-1',
          )}
        >
          {choice.icon && <Icon of={choice.icon} size="tile" />}
          <span className="truncate">{choice.label}</span>
          {choice.count !== undefined && (
            <span className="font-normal text-ink-3 tabular-nums group-data-[state=checked]:text-ink-2">
              {choice.count}
            </span>
          )}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
