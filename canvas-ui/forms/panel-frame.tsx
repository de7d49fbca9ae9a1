import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../kit/icon-button.tsx'
import { useMessages } from '../locale/messages.ts'
import { panelMessages } from './panel-locale.ts'

/** The panel at the right of the canvas: a head, what scrolls, a foot. */
export function PanelFrame({
  label,
  tile,
  title,
  kind,
  onClose,
  foot,
  children,
}: {
  label: string
  tile: ReactNode
  title: ReactNode
  /** Below the title. */
  kind: string
  onClose: () => void
  foot: ReactNode
  children: ReactNode
}) {
  const t = useMessages(panelMessages)
  return (
    <aside
      data-region
      aria-label={label}
      className="flex h-full w-[304px] shrink-0 flex-col border-border border-l bg-surface text-body"
    >
      <div className="flex items-center gap-2.5 px-4 pt-3.5 pb-1">
        {tile}
        <div className="min-w-0 flex-1">
          {title}
          <div className="truncate text-ink-3 text-secondary">{kind}</div>
        </div>
        <IconButton icon={X} label={t('close')} onClick={onClose} className="-mr-1.5" />
      </div>
      {children}
      <div className="flex h-12 shrink-0 items-center gap-1 border-border border-t px-4">{foot}</div>
    </aside>
  )
}
