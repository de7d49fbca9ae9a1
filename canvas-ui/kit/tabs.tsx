import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { passOn } from './choice.ts'
import { classes } from './classes.ts'

const LIST = 'flex shrink-0 gap-5 overflow-x-auto border-border border-b'
const TAB =
  'relative -mx-1 -mb-px inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-1 text-body text-ink-2 transition-colors hover:text-ink focus-visible:outline-offset-[-2px]'
const CHOSEN = 'font-medium text-ink! after:absolute after:inset-x-1 after:-bottom-0.5 after:h-0.5 after:bg-brand'

const Count = ({ of }: { of: string | undefined }) =>
  of === undefined ? null : <span className="font-normal text-ink-3 text-secondary">{of}</span>

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Already formatted. */
  readonly count?: string | undefined
  readonly panel: ReactNode
}

/** Panels in one place, one seen at a time. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  listClassName,
  className,
}: {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onChange: (value: Value) => void
  listClassName?: string | undefined
  className?: string | undefined
}) {
  return (
    <Radix.Root
      value={value}
      onValueChange={passOn(tabs, onChange)}
      className={classes('flex min-h-0 flex-col', className)}
    >
      <Radix.List aria-label={label} className={classes(LIST, listClassName)}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={classes(TAB, tab.value === value && CHOSEN)}>
            {tab.label}
            <Count of={tab.count} />
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-h-0 flex-1 focus-visible:outline-offset-[-2px]">
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}

/** The same look where every tab is an address. */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  label: string
  tabs: readonly { readonly href: string; readonly label: string; readonly count?: string | undefined }[]
  /** The address of the tab that is seen. */
  current: string
}) {
  return (
    <nav aria-label={label} className={LIST}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current ? 'page' : undefined}
          className={classes(TAB, tab.href === current && CHOSEN)}
        >
          {tab.label}
          <Count of={tab.count} />
        </Link>
      ))}
    </nav>
  )
}
