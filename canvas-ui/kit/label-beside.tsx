import type { ReactNode } from 'react'

/** Label and help at the right of a box or switch with the id `of`; the help's id is `<of>-help`. */
export function LabelBeside({ of: id, label, help }: { of: string; label: ReactNode; help?: string | undefined }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-body text-ink">
        {label}
      </label>
      {help && (
        <div id={`${id}-help`} className="text-ink-3 text-secondary">
          {help}
        </div>
      )}
    </div>
  )
}
