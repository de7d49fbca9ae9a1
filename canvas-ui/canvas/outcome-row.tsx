import { classes } from '../kit/classes.ts'
import { MEASURES } from './card.ts'
import { peopleBy } from './counts.ts'
import { leavesBy, WayOut, type WayOutProps } from './handles.tsx'

/** An outcome as a row of its card, with its way out at the right edge. */
export function OutcomeRow(way: WayOutProps) {
  const { outcome, counts, drawn, active } = way
  const people = counts ? peopleBy(counts, outcome.key) : 0
  const share = counts && counts.entered > 0 ? Math.min(1, people / counts.entered) : 0
  const drops = leavesBy(outcome.key, drawn)
  return (
    <li
      className={classes(
        'relative flex h-6 items-center pr-3.5 pl-[9px] text-[12.5px] text-ink-2',
        active && 'bg-brand-soft',
      )}
    >
      {counts && share > 0 && (
        <span
          className={classes('absolute inset-y-0.5 left-0 rounded-r-[3px]', drops ? 'bg-bad-tint' : 'bg-bar')}
          style={{ width: `${share * 100}%` }}
        />
      )}
      <span
        className={classes(
          'relative truncate group-data-[zoom=names]/canvas:invisible',
          counts && drops && people > 0 && 'text-ink',
        )}
        title={outcome.name}
      >
        {outcome.name}
      </span>
      <span className="-right-px absolute top-0 h-6">
        <WayOut {...way} row={MEASURES.row / 2} />
      </span>
    </li>
  )
}
