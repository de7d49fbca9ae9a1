import { type ReactNode, useEffect, useState } from 'react'
import { useMessages } from '../locale/messages.ts'
import { classes } from './classes.ts'
import { kitMessages } from './locale.ts'

const PATIENCE_MS = 300

/** True once something has taken longer than a blink: shorter waits show nothing. */
export function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return late
}

/** A grey bar in the place of a line of text; give width and height. */
export const Bone = ({ className }: { className: string }) => (
  <span aria-hidden className={classes('block animate-breathe rounded-chip bg-surface-3', className)} />
)

/** Holds the place of what is loading: bones in the final layout, from 300 ms on. */
export function Skeleton({ children }: { children: ReactNode }) {
  const t = useMessages(kitMessages)
  const late = useLate()
  return (
    <div role="status" aria-busy className={late ? undefined : 'invisible'}>
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  )
}
