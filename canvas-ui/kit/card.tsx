import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A panel on the page's ground. `title` and what follows it make a head of 44 px. */
export function Card({
  title,
  note,
  aside,
  className,
  children,
}: {
  title?: ReactNode
  /** Beside the title, in small. */
  note?: ReactNode
  /** At the right end of the head. */
  aside?: ReactNode
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <section className={classes('min-w-0 rounded-card border border-border bg-surface', className)}>
      {title && (
        <div className="flex h-11 items-center gap-2 px-4">
          <h2 className="font-semibold text-body text-ink">{title}</h2>
          {note && <span className="text-ink-3 text-secondary">{note}</span>}
          {aside && <span className="ml-auto">{aside}</span>}
        </div>
      )}
      {children}
    </section>
  )
}
