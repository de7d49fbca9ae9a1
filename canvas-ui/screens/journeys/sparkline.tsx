import { scaleLinear } from '@visx/scale'
import { Area, LinePath } from '@visx/shape'
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
  const x = scaleLinear({ domain: [0, days.length - 1], range: [0, WIDTH - MARGIN] })
  const y = scaleLinear({ domain: [0, Math.max(1, ...days)], range: [HEIGHT - MARGIN, MARGIN] })
  const points = [...days.entries()]
  const today = days.at(-1) ?? 0
  const at = { x: ([day]: [number, number]) => x(day), y: ([, people]: [number, number]) => y(people) }
  return (
    <svg
      role="img"
      aria-label={t('enteredIn', { count: days.reduce((sum, people) => sum + people, 0), today })}
      width={WIDTH}
      height={HEIGHT}
      className={classes('block', live ? 'text-brand' : 'text-control')}
    >
      <Area data={points} {...at} y1={at.y} y0={HEIGHT} className={live ? 'fill-bar' : 'fill-surface-3'} />
      <LinePath data={points} {...at} stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={WIDTH - MARGIN} cy={y(today)} r={2} fill="currentColor" />
    </svg>
  )
}
