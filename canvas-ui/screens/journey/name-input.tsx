import { useEffect, useState } from 'react'
import { LIMITS } from '../../../engine/core/journey/document.ts'
import { useMessages } from '../../locale/messages.ts'
import { journeyMessages } from './locale.ts'

/**
 * The name of a journey in its bar. It is taken when the field is left or Enter is pressed; Escape brings the old one back. One
 * that is too long stays to be shortened.
 */
export function NameInput({ name, onRename }: { name: string; onRename: ((name: string) => void) | undefined }) {
  const t = useMessages(journeyMessages)
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  if (!onRename)
    return (
      <span title={name} className="block max-w-80 truncate">
        {name}
      </span>
    )
  const written = typed.trim()
  const isLong = written.length > LIMITS.name
  const take = () => {
    if (written === '' || written === name) return setTyped(name)
    if (!isLong) onRename(written)
  }
  return (
    <span className="flex items-center gap-2">
      <span className="relative inline-grid max-w-80 items-center">
        {/* Gives the field its width. */}
        <span aria-hidden className="invisible overflow-hidden whitespace-pre px-1.5">
          {typed || ' '}
        </span>
        <input
          aria-label={t('name')}
          title={t('rename')}
          value={typed}
          aria-invalid={isLong || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') {
              setTyped(name)
              event.stopPropagation()
            }
          }}
          className="absolute inset-0 w-full truncate rounded-control bg-transparent px-1.5 font-semibold outline-none hover:bg-surface-3 focus:bg-surface focus:ring-2 focus:ring-brand"
        />
      </span>
      {isLong && (
        <span role="alert" className="font-normal text-bad text-secondary">
          {t('nameTooLong', { most: LIMITS.name, count: written.length })}
        </span>
      )}
    </span>
  )
}
