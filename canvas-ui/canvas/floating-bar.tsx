import type { ReactNode } from 'react'
import { classes } from '../kit/classes.ts'

/** A small bar of buttons that floats above the canvas. */
export const FloatingBar = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div
    className={classes(
      'flex items-center gap-px rounded-card border border-border bg-surface p-[3px] shadow-float',
      className,
    )}
  >
    {children}
  </div>
)
