import { Command } from 'cmdk'
import { Check, Search } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useMessages } from '../locale/messages.ts'
import type { Choice } from './choice.ts'
import { classes } from './classes.ts'
import { LINE } from './floating.ts'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'

export interface GroupedChoice<Value extends string = string> extends Choice<Value> {
  readonly group?: string | undefined
}

export interface ChoiceListProps<Value extends string> {
  choices: readonly GroupedChoice<Value>[]
  searchPlaceholder?: string | undefined
  /** Where the choices come from a server: it gets what is typed, and the list is shown as it is given. */
  onSearch?: ((text: string) => void) | undefined
  /** Takes what was typed and is no choice. */
  onCreate?: { readonly label: (text: string) => string; readonly take: (text: string) => void } | undefined
  loading?: boolean | undefined
}

/** A search field above a list: what a combobox opens. `isChosen` ticks a line, `onPick` gets the one that was taken. */
export function ChoiceList<Value extends string>({
  id,
  choices,
  searchPlaceholder,
  onSearch,
  onCreate,
  loading,
  first,
  isChosen,
  onPick,
  onBackspace,
}: ChoiceListProps<Value> & {
  id: string
  /** The line that is lit at first. */
  first: string | null
  isChosen: (value: Value) => boolean
  onPick: (value: Value) => void
  /** In an empty search field. */
  onBackspace?: (() => void) | undefined
}) {
  const t = useMessages(kitMessages)
  const [typed, setTyped] = useState('')
  const [lit, setLit] = useState(first ?? '')
  const command = useRef<HTMLDivElement>(null)
  useActiveDescendant(command, lit)
  const search = searchPlaceholder ?? t('search')
  const text = typed.trim()
  const creates = onCreate && text !== '' && !choices.some((choice) => choice.label === text)
  const groups = [...new Set(choices.map((choice) => choice.group ?? ''))]
  return (
    <Command ref={command} value={lit} onValueChange={setLit} shouldFilter={!onSearch} loop label={search}>
      <div className="flex h-9 items-center gap-2 border-border border-b px-3">
        <Icon of={Search} size="tile" className="text-ink-3" />
        <Command.Input
          value={typed}
          onValueChange={(next) => {
            setTyped(next)
            onSearch?.(next)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '') onBackspace?.()
          }}
          placeholder={search}
          className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
        />
      </div>
      <Command.List
        id={id}
        label={search}
        className="max-h-[min(calc(var(--radix-popover-content-available-height)-40px),320px)] overflow-y-auto p-1"
      >
        {loading && (
          <Command.Loading>
            <div className="px-2 py-1.5 text-ink-3">{t('loading')}</div>
          </Command.Loading>
        )}
        {!loading && !creates && <Command.Empty className="px-2 py-1.5 text-ink-3">{t('nothingFound')}</Command.Empty>}
        {!loading &&
          groups.map((group) => (
            <Command.Group
              key={group}
              heading={group || undefined}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-meta"
            >
              {choices
                .filter((choice) => (choice.group ?? '') === group)
                .map((choice) => (
                  <Line key={choice.value} choice={choice} chosen={isChosen(choice.value)} onPick={onPick} />
                ))}
            </Command.Group>
          ))}
        {creates && (
          <Command.Item
            forceMount
            value={`create ${text}`}
            onSelect={() => {
              onCreate.take(text)
              setTyped('')
            }}
            className={classes(LINE, 'text-brand-text data-[selected=true]:bg-surface-3')}
          >
            {onCreate.label(text)}
          </Command.Item>
        )}
      </Command.List>
    </Command>
  )
}

function Line<Value extends string>({
  choice,
  chosen,
  onPick,
}: {
  choice: Choice<Value>
  chosen: boolean
  onPick: (value: Value) => void
}) {
  return (
    <Command.Item
      value={choice.value}
      keywords={[choice.label]}
      disabled={choice.disabled ?? false}
      onSelect={() => onPick(choice.value)}
      className={classes(LINE, 'pr-8 data-[selected=true]:bg-surface-3')}
    >
      {choice.icon && <Icon of={choice.icon} size="tile" className="text-ink-3" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{choice.label}</span>
        {choice.help && <span className="block text-ink-3 text-secondary">{choice.help}</span>}
      </span>
      {chosen && <Icon of={Check} size="tile" className="absolute right-2 text-brand-text" />}
    </Command.Item>
  )
}

/** cmdk 1.1.1 names the line that was lit before the list was filtered; a screen reader would read the wrong one. */
function useActiveDescendant(command: RefObject<HTMLDivElement | null>, lit: string): void {
  useEffect(() => {
    const line = lit && command.current?.querySelector('[cmdk-item][aria-selected="true"]')
    if (!line) return
    for (const element of command.current?.querySelectorAll('[cmdk-input], [cmdk-list]') ?? [])
      element.setAttribute('aria-activedescendant', line.id)
  }, [command, lit])
}
