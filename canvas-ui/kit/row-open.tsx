import type { ReactNode } from 'react'
import { Link } from 'wouter'

const WHOLE_ROW = 'after:absolute after:inset-0 focus-visible:outline-none'

/** The one link or button of a row; its target is the whole row, which is `relative`. Other controls of the row are `relative z-1`. */
export function RowOpen({ to, children }: { to: string | (() => void); children: ReactNode }) {
  return typeof to === 'string' ? (
    <Link href={to} data-row-open className={WHOLE_ROW}>
      {children}
    </Link>
  ) : (
    <button type="button" data-row-open onClick={to} className={WHOLE_ROW}>
      {children}
    </button>
  )
}
