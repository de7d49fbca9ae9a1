import { classes } from '../../kit/classes.ts'
import { useMessages } from '../../locale/messages.ts'
import { journeysMessages } from './locale.ts'

const WIDTH = 88
const HEIGHT = 26
/** Room for the dot at the end and for the line's width. */
const MARGIN = 3

/** People who entered per day, today last. Grey where nobody can enter any more. */
export function Sparkline({ days, live }: { days: readonly number[]; live: boolean }) {
  const t = useMessages(journeysMessages)
  const most = Math.max(1, ...days)
  const end = WIDTH - MARGIN
  const xOf = (day: number) => (end * day) / Math.max(1, days.length - 1)
  const yOf = (people: number) => HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * people) / most
  const line = days.map((people, day) => `${xOf(day)},${yOf(people)}`).join('L')
  const today = days.at(-1) ?? 0
  return (
    <svg
      role="img"
      aria-label={t('enteredIn', { count: days.reduce((sum, people) => sum + people, 0), today })}
      width={WIDTH}
      height={HEIGHT}
      className={classes('block', live ? 'text-brand' : 'text-control')}
    >
      <path d={`M0,${HEIGHT}L${line}L${end},${HEIGHT}Z`} className={live ? 'fill-bar' : 'fill-surface-3'} />
      <path d={`M${line}`} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={end} cy={yOf(today)} r={2} fill="currentColor" />
    </svg>
  )
}
