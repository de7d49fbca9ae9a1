import type { ReactNode } from 'react'
import { useEditor } from './editor-context.ts'

/** Around a panel of settings: what is typed in one field is one step, and Escape leaves the panel. */
export function SettingsFrame({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  const { act } = useEditor()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what bubbles out of the panel
    <div
      data-settings
      className="contents"
      onBlur={() => act.send({ type: 'pause' })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onLeave()
      }}
    >
      {children}
    </div>
  )
}
