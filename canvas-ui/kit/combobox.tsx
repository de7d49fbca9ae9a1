import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ReactNode, useId, useState } from 'react'
import { useMessages } from '../locale/messages.ts'
import { ChoiceList, type ChoiceListProps } from './choice-list.tsx'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'
import { FLOATING } from './floating.ts'
import { Icon } from './icon.tsx'
import { FIELD_HEIGHTS, type FieldSize } from './input.tsx'
import { kitMessages } from './locale.ts'

interface Common<Value extends string> extends ChoiceListProps<Value> {
  placeholder?: string | undefined
  size?: FieldSize | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  'aria-label'?: string | undefined
}

/** One of many choices, found by typing. A value that is no choice is shown as it is. */
export function Combobox<Value extends string>({
  value,
  onChange,
  ...props
}: Common<Value> & { value: Value | null; onChange: (value: Value) => void }) {
  const [open, setOpen] = useState(false)
  const list = useId()
  const chosen = props.choices.find((choice) => choice.value === value)
  const { onCreate } = props
  return (
    <Opening
      {...props}
      open={open}
      onOpenChange={setOpen}
      list={list}
      shown={
        (chosen || value !== null) && (
          <>
            {chosen?.icon && <Icon of={chosen.icon} size="tile" className="text-ink-3" />}
            <span className="truncate">{chosen?.label ?? value}</span>
          </>
        )
      }
    >
      <ChoiceList
        {...props}
        id={list}
        first={value}
        isChosen={(each) => each === value}
        onPick={(each) => {
          onChange(each)
          setOpen(false)
        }}
        onCreate={
          onCreate && {
            label: onCreate.label,
            take: (text) => {
              onCreate.take(text)
              setOpen(false)
            },
          }
        }
      />
    </Opening>
  )
}

/** Several of many choices. The list stays open; a second pick, or Backspace in the empty search field, takes one out. */
export function MultiCombobox<Value extends string>({
  values,
  onChange,
  ...props
}: Common<Value> & { values: readonly Value[]; onChange: (values: readonly Value[]) => void }) {
  const [open, setOpen] = useState(false)
  const list = useId()
  const labelOf = (value: Value) => props.choices.find((choice) => choice.value === value)?.label ?? value
  return (
    <Opening
      {...props}
      open={open}
      onOpenChange={setOpen}
      list={list}
      shown={
        values.length > 0 &&
        values.map((value) => (
          <span key={value} className="min-w-6 truncate rounded-[3px] bg-surface-3 px-1 text-meta leading-[18px]">
            {labelOf(value)}
          </span>
        ))
      }
    >
      <ChoiceList
        {...props}
        id={list}
        first={values[0] ?? null}
        isChosen={(value) => values.includes(value)}
        onPick={(value) =>
          onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
        }
        onBackspace={() => onChange(values.slice(0, -1))}
      />
    </Opening>
  )
}

/** The closed control, and the popover it opens. */
function Opening<Value extends string>({
  open,
  onOpenChange,
  list,
  shown,
  children,
  ...props
}: Common<Value> & {
  open: boolean
  onOpenChange: (open: boolean) => void
  list: string
  /** What is chosen; false for nothing. */
  shown: ReactNode
  children: ReactNode
}) {
  const t = useMessages(kitMessages)
  const field = useFieldControl()
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next)
        if (!next) props.onSearch?.('')
      }}
    >
      <Popover.Trigger
        {...field}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-label={props['aria-label']}
        disabled={props.disabled}
        className={classes(
          'field-edge flex min-w-0 items-center gap-1.5 rounded-control bg-surface px-2 text-left text-ink',
          FIELD_HEIGHTS[props.size ?? 'normal'],
          props.className,
        )}
      >
        <span className="flex min-w-0 flex-1 items-center gap-1.5 overflow-hidden">
          {shown || <span className="truncate text-ink-3">{props.placeholder ?? t('choose')}</span>}
        </span>
        <Icon of={ChevronDown} size="tile" className="text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={props.searchPlaceholder ?? t('search')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={classes(FLOATING, 'w-[max(var(--radix-popover-trigger-width),240px)] overflow-hidden')}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
