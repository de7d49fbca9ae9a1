import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { type Choice, passOn } from './choice.ts'
import { classes } from './classes.ts'
import { FLOATING, LINE } from './floating.ts'
import { Icon, type LucideIcon } from './icon.tsx'

const ITEM = classes(LINE, 'data-[highlighted]:bg-surface-3')

/** Actions behind a button. `trigger` is one element that takes a ref, such as a `Button` or an `IconButton`. */
export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  children,
}: {
  trigger: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  children: ReactNode
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={classes(
            FLOATING,
            'max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-44 overflow-y-auto p-1',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({
  icon,
  shortcut,
  tone = 'plain',
  disabled = false,
  onSelect,
  children,
}: {
  icon?: LucideIcon | undefined
  shortcut?: string | undefined
  tone?: 'plain' | 'bad' | undefined
  disabled?: boolean | undefined
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={classes(ITEM, tone === 'bad' && 'text-bad!')}>
      {icon && <Icon of={icon} className={tone === 'bad' ? undefined : 'text-ink-2'} />}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut && <span className="pl-4 text-ink-3 text-meta">{shortcut}</span>}
    </Radix.Item>
  )
}

/** One of several, inside a menu. */
export function MenuChoices<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <Radix.Group aria-label={label}>
      <MenuHead>{label}</MenuHead>
      <Radix.RadioGroup value={value} onValueChange={passOn(choices, onChange)}>
        {choices.map((choice) => (
          <Radix.RadioItem key={choice.value} value={choice.value} className={classes(ITEM, 'pr-8')}>
            {choice.icon && <Icon of={choice.icon} className="text-ink-2" />}
            <span className="min-w-0 flex-1">{choice.label}</span>
            <Radix.ItemIndicator className="absolute right-2 text-brand-text">
              <Icon of={Check} size="tile" />
            </Radix.ItemIndicator>
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </Radix.Group>
  )
}

/** On or off, inside a menu, which stays open. */
export function MenuCheck({
  icon,
  checked,
  onChange,
  children,
}: {
  icon?: LucideIcon | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={classes(ITEM, 'pr-8')}
    >
      {icon && <Icon of={icon} className="text-ink-2" />}
      <span className="min-w-0 flex-1">{children}</span>
      <Radix.ItemIndicator className="absolute right-2 text-brand-text">
        <Icon of={Check} size="tile" />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  )
}

export const MenuHead = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-1.5 pb-1 text-ink-3 text-meta">{children}</Radix.Label>
)

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-border" />
