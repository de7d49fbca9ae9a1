import { Command } from 'cmdk'
import { Check, ChevronDown, Search } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'
import { FLOATING, LINE } from './floating.ts'
import { Icon } from './icon.tsx'
import { FIELD_HEIGHTS, type FieldSize } from './input.tsx'
import { kitMessages } from './locale.ts'
import type { Choice } from './select.tsx'

export interface ComboboxProps<Value extends string> {
  choices: readonly (Choice<Value> & { readonly group?: string | undefined })[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string | undefined
  searchPlaceholder?: string | undefined
  /** Where the choices come from a server: it gets what is typed, and the list is shown as it is given. */
  onSearch?: ((text: string) => void) | undefined
  /** Takes what was typed and is no choice. */
  onCreate?: { label: (text: string) => string; take: (text: string) => void } | undefined
  loading?: boolean | undefined
  size?: FieldSize | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  'aria-label'?: string | undefined
}

/** One of many choices, found by typing. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { choices, value, onChange, onSearch, onCreate, size = 'normal' } = props
  const t = useMessages(kitMessages)
  const field = useFieldControl()
  const list = useId()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const chosen = choices.find((choice) => choice.value === value)
  const groups = [...new Set(choices.map((choice) => choice.group ?? ''))]
  const done = () => {
    setOpen(false)
    setTyped('')
    onSearch?.('')
  }
  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : done())}>
      <Popover.Trigger
        {...field}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-label={props['aria-label']}
        disabled={props.disabled}
        className={classes(
          'field-edge flex min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-left text-ink',
          FIELD_HEIGHTS[size],
          props.className,
        )}
      >
        {chosen?.icon && <Icon of={chosen.icon} size="tile" className="text-ink-3" />}
        <span className={classes('min-w-0 flex-1 truncate', !chosen && !value && 'text-ink-3')}>
          {chosen?.label ?? value ?? props.placeholder ?? t('choose')}
        </span>
        <Icon of={ChevronDown} size="tile" className="text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={classes(FLOATING, 'w-[max(var(--radix-popover-trigger-width),240px)] overflow-hidden')}
        >
          <Command shouldFilter={!onSearch} loop label={props.searchPlaceholder ?? t('search')}>
            <div className="flex h-9 items-center gap-2 border-border border-b px-3">
              <Icon of={Search} size="tile" className="text-ink-3" />
              <Command.Input
                value={typed}
                onValueChange={(text) => {
                  setTyped(text)
                  onSearch?.(text)
                }}
                placeholder={props.searchPlaceholder ?? t('search')}
                className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
              />
            </div>
            <Command.List
              id={list}
              className="max-h-[min(calc(var(--radix-popover-content-available-height)-40px),320px)] overflow-y-auto p-1"
            >
              {props.loading ? (
                <Command.Loading>
                  <div className="px-2 py-1.5 text-ink-3">{t('loading')}</div>
                </Command.Loading>
              ) : (
                !onCreate && <Command.Empty className="px-2 py-1.5 text-ink-3">{t('nothingFound')}</Command.Empty>
              )}
              {groups.map((group) => (
                <Command.Group
                  key={group}
                  heading={group || undefined}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-meta"
                >
                  {choices
                    .filter((choice) => (choice.group ?? '') === group)
                    .map((choice) => (
                      <Command.Item
                        key={choice.value}
                        value={choice.value}
                        keywords={[choice.label]}
                        disabled={choice.disabled ?? false}
                        onSelect={() => {
                          onChange(choice.value)
                          done()
                        }}
                        className={classes(LINE, 'pr-8 data-[selected=true]:bg-surface-3')}
                      >
                        {choice.icon && <Icon of={choice.icon} size="tile" className="text-ink-3" />}
                        <span className="min-w-0 flex-1">
                          <span className="block truncate">{choice.label}</span>
                          {choice.help && <span className="block text-ink-3 text-secondary">{choice.help}</span>}
                        </span>
                        {choice.value === value && (
                          <Icon of={Check} size="tile" className="absolute right-2 text-brand-text" />
                        )}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
              {onCreate && typed.trim() !== '' && !choices.some((choice) => choice.label === typed.trim()) && (
                <Command.Item
                  forceMount
                  value={`create ${typed}`}
                  onSelect={() => {
                    onCreate.take(typed.trim())
                    done()
                  }}
                  className={classes(LINE, 'text-brand-text data-[selected=true]:bg-surface-3')}
                >
                  {onCreate.label(typed.trim())}
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
