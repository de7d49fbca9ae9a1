import { useState } from 'react'
import { LIMITS } from '../../engine/core/journey/document.ts'
import { useMessages } from '../locale/messages.ts'
import { panelMessages } from './panel-locale.ts'

/** A title that can be written over. A name is never empty: an empty one springs back when the field is left. */
export function NameInput({
  name,
  label,
  onChange,
  readOnly,
}: {
  name: string
  label?: string | undefined
  onChange: (name: string) => void
  readOnly: boolean
}) {
  const t = useMessages(panelMessages)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      aria-label={label ?? t('name')}
      value={typed ?? name}
      maxLength={LIMITS.name}
      readOnly={readOnly}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value.trim() !== '') onChange(event.target.value.trim())
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => event.key === 'Enter' && setTyped(null)}
      className="-mx-1 w-full truncate rounded-chip bg-transparent px-1 font-semibold text-ink text-title hover:bg-surface-3 read-only:hover:bg-transparent focus:bg-surface focus-visible:-outline-offset-1"
    />
  )
}
