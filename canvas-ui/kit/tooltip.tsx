import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

/** Wrap the application in it once: tooltips then share their delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  )
}

/** Explains `children` (one element that takes a ref and events) on hover and focus. Never the only place of a fact. */
export function Tooltip({
  text,
  shortcut,
  side = 'bottom',
  open,
  children,
}: {
  text: ReactNode
  shortcut?: string | undefined
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  /** Held open or closed; by itself when absent. */
  open?: boolean | undefined
  children: ReactNode
}) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })}>
      <Radix.Trigger
        asChild
        onFocus={(event) => {
          // Focus that comes back from a menu or dialog asks for no explanation.
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-control bg-ink px-2 py-1 text-secondary text-surface shadow-dialog"
        >
          {text}
          {shortcut && <kbd className="font-sans text-meta text-surface">{shortcut}</kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
