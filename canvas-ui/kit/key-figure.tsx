import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export interface KeyFigure {
  readonly label: string
  readonly value: ReactNode
  /** What gives the value its meaning: a comparison, an interval, how many. */
  readonly note?: ReactNode
  /** A square of colour before the label, where a chart below uses it. */
  readonly mark?: 'ok' | 'plain' | 'brand' | undefined
  readonly tone?: 'plain' | 'ok' | 'bad' | undefined
}

const MARKS = { ok: 'bg-ok', plain: 'bg-control', brand: 'bg-brand' } as const
const TONES = { plain: 'text-ink', ok: 'text-ok', bad: 'text-bad' } as const

/** A row of key figures in one card, or edge to edge in a bar (`flat`). */
export function KeyFigures({ figures, flat = false }: { figures: readonly KeyFigure[]; flat?: boolean | undefined }) {
  return (
    <dl
      className={classes(
        'tabular-nums grid auto-cols-fr grid-flow-col divide-x divide-border overflow-x-auto bg-surface',
        flat ? 'border-border border-b' : 'rounded-card border border-border',
      )}
    >
      {figures.map((figure) => (
        <div key={figure.label} className="flex min-w-32 flex-col px-4 py-3">
          <dt className="flex items-center gap-1.5 text-ink-2 text-secondary">
            {figure.mark && <i aria-hidden className={classes('size-2 rounded-[2px]', MARKS[figure.mark])} />}
            {figure.label}
          </dt>
          <dd className={classes('whitespace-nowrap font-semibold text-figure', TONES[figure.tone ?? 'plain'])}>
            {figure.value}
          </dd>
          {figure.note && <dd className="text-ink-3 text-secondary">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
