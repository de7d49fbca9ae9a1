import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { useMessages } from '../locale/messages.ts'
import { type Choice, passOn } from './choice.ts'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'
import { FLOATING, LINE } from './floating.ts'
import { Icon } from './icon.tsx'
import { FIELD_HEIGHTS, type FieldSize } from './input.tsx'
import { kitMessages } from './locale.ts'

export interface SelectProps<Value extends string> {
  choices: readonly Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string | undefined
  size?: FieldSize | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  'aria-label'?: string | undefined
}

/** Five to ten choices. Fewer short ones: `Segmented`; more: `Combobox`. */
export function Select<Value extends string>({
  choices,
  value,
  onChange,
  placeholder,
  size = 'normal',
  disabled = false,
  className,
  'aria-label': label,
}: SelectProps<Value>) {
  const t = useMessages(kitMessages)
  const field = useFieldControl()
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Radix.Root value={value ?? ''} disabled={disabled} onValueChange={passOn(choices, onChange)}>
      <Radix.Trigger
        {...field}
        aria-label={label}
        className={classes(
          'field-edge flex min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-left text-ink data-[placeholder]:text-ink-3',
          FIELD_HEIGHTS[size],
          className,
        )}
      >
        {chosen?.icon && <Icon of={chosen.icon} size="tile" className="text-ink-3" />}
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder ?? t('choose')}>{chosen?.label}</Radix.Value>
        </span>
        <Icon of={ChevronDown} size="tile" className="text-ink-3" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classes(
            FLOATING,
            'max-h-[min(var(--radix-select-content-available-height),360px)] min-w-[var(--radix-select-trigger-width)] overflow-hidden',
          )}
        >
          <Radix.Viewport className="p-1">
            {choices.map((choice) => (
              <Radix.Item
                key={choice.value}
                value={choice.value}
                disabled={choice.disabled ?? false}
                className={classes(LINE, 'pr-8 data-[highlighted]:bg-surface-3')}
              >
                {choice.icon && <Icon of={choice.icon} size="tile" className="text-ink-3" />}
                <span className="min-w-0">
                  <Radix.ItemText>{choice.label}</Radix.ItemText>
                  {choice.help && <span className="block text-secondary text-ink-3">{choice.help}</span>}
                </span>
                <Radix.ItemIndicator className="absolute right-2 text-brand-text">
                  <Icon of={Check} size="tile" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
