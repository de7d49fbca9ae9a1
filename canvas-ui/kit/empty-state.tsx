import type { ReactNode } from 'react'

/** What will appear here, in one sentence, with one action and one link. */
export function EmptyState({ text, action, link }: { text: string; action?: ReactNode; link?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <p className="max-w-96 text-balance text-body text-ink-2">{text}</p>
      {(action || link) && (
        <div className="flex items-center gap-3">
          {action}
          {link}
        </div>
      )}
    </div>
  )
}
