import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { useMessages } from '../locale/messages.ts'
import { shellMessages } from './shell-locale.ts'

function Back({ to }: { to: string }) {
  const t = useMessages(shellMessages)
  return (
    <Link
      href={to}
      aria-label={t('back')}
      className="grid size-7 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink"
    >
      <Icon of={ArrowLeft} />
    </Link>
  )
}

/** The head of a list page: 64 high, 56 with a gallery below it. */
export function PageHead({
  title,
  note,
  back,
  low = false,
  children,
}: {
  title: string
  /** Beside the title: how many there are, or a state. */
  note?: ReactNode
  back?: string | undefined
  low?: boolean | undefined
  /** Search and actions, at the right end. */
  children?: ReactNode
}) {
  return (
    <header className={classes('flex shrink-0 items-center gap-2', low ? 'h-14' : 'h-16')}>
      {back !== undefined && <Back to={back} />}
      <h1 className="min-w-0 truncate font-semibold text-ink text-page tracking-[-0.01em]">{title}</h1>
      {note && <span className="mt-0.5 text-ink-3 text-title">{note}</span>}
      <span className="flex-1" />
      {children}
    </header>
  )
}

/** The bar of editor and running view: 52 high. `title` may be something to edit. */
export function TopBar({
  back,
  crumb,
  title,
  state,
  children,
}: {
  back: string
  /** Where it lies: its folder. */
  crumb?: string | undefined
  title: ReactNode
  /** Chips and the state of saving. */
  state?: ReactNode
  children?: ReactNode
}) {
  return (
    <header data-region className="flex h-13 shrink-0 items-center gap-2 border-border border-b bg-surface pr-4 pl-3">
      <Back to={back} />
      {crumb && (
        <>
          <span className="max-w-40 truncate text-ink-3">{crumb}</span>
          <span aria-hidden className="text-border-strong">
            /
          </span>
        </>
      )}
      <h1 className="min-w-0 truncate font-semibold text-ink text-title">{title}</h1>
      {state}
      <span className="flex-1" />
      {children}
    </header>
  )
}

/** A thin line between groups of buttons. */
export const BarLine = () => <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-border" />
