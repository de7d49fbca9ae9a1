import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { Icon, type LucideIcon } from './icon.tsx'
import { kitMessages } from './locale.ts'

export const TONES = {
  plain: 'bg-surface-3 text-ink-2',
  info: 'bg-brand-soft text-brand-text',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
} as const
export type Tone = keyof typeof TONES

const MARKS = {
  dot: 'bg-current',
  /** Not begun: a draft. */
  ring: 'border-[1.5px] border-current',
} as const

/** A state: always a word, with a mark or icon, and colour on top. */
export function Chip({
  tone = 'plain',
  mark = 'dot',
  icon,
  children,
}: {
  tone?: Tone | undefined
  mark?: keyof typeof MARKS | 'none' | undefined
  /** Instead of the mark. */
  icon?: LucideIcon | undefined
  children: ReactNode
}) {
  return (
    <span
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-[5px] whitespace-nowrap rounded-chip px-[7px] font-medium text-secondary',
        TONES[tone],
      )}
    >
      {icon ? (
        <Icon of={icon} size="badge" />
      ) : (
        mark !== 'none' && <i aria-hidden className={classes('size-1.5 rounded-full', MARKS[mark])} />
      )}
      {children}
    </span>
  )
}

/** A label somebody gave. With `onRemove` it carries a button; `children` is then its name. */
export function Tag({ onRemove, children }: { onRemove?: (() => void) | undefined; children: string }) {
  const t = useMessages(kitMessages)
  if (!onRemove)
    return (
      <span className="inline-flex h-[18px] max-w-40 items-center rounded-chip border border-border px-1.5 text-ink-2 text-meta">
        <span className="truncate">{children}</span>
      </span>
    )
  return (
    <span className="inline-flex h-6 max-w-48 items-center rounded-chip bg-surface-3 pl-1.5 text-ink text-secondary">
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={t('remove', { name: children })}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-chip text-ink-3 hover:text-ink"
      >
        <Icon of={X} size="badge" />
      </button>
    </span>
  )
}
