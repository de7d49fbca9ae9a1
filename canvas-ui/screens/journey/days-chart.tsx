import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar, LinePath } from '@visx/shape'
import { useEffect, useRef, useState } from 'react'
import { dayRange } from '../../format/time.ts'
import { useFormat } from '../../format/use-format.ts'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { reportMessages } from './report-locale.ts'

const HEIGHT = 180
const EDGES = { left: 44, right: 16, top: 12, bottom: 24 }
const TICKS = 4
const MOST_LABELS = 6
/** Pixels that a label needs. */
const LABEL = 76

interface Day {
  /** YYYY-MM-DD */
  readonly day: string
  readonly entered: number
  readonly completed: number
}

/** People who entered (bars) and completed (line) per day. */
export function DaysChart({ days }: { days: readonly Day[] | undefined }) {
  const t = useMessages(reportMessages)
  const format = useFormat()
  const language = useLanguage()
  const [box, width] = useWidth()
  if (!days)
    return (
      <Skeleton>
        <span className="block px-4 pb-4">
          <Bone className="h-40" />
        </span>
      </Skeleton>
    )
  const names = days.map(({ day }) => day)
  const x = scaleBand({ domain: names, range: [EDGES.left, Math.max(EDGES.left, width - EDGES.right)], padding: 0.25 })
  const most = Math.max(1, ...days.map((day) => Math.max(day.entered, day.completed)))
  const y = scaleLinear({ domain: [0, most], range: [HEIGHT - EDGES.bottom, EDGES.top], nice: true })
  const middle = (day: Day) => (x(day.day) ?? 0) + x.bandwidth() / 2
  const nameOf = (day: string) => dayRange(day, day, names.at(-1) ?? day, language)
  const labels = Math.min(MOST_LABELS, Math.max(1, Math.floor((width - EDGES.left) / LABEL)))
  const step = Math.max(1, Math.ceil(days.length / labels))
  const sumOf = (of: 'entered' | 'completed') => days.reduce((all, day) => all + day[of], 0)
  return (
    <div ref={box} className="pb-3">
      <div className="flex gap-4 px-4 pb-1 text-ink-2 text-secondary">
        <span className="flex items-center gap-1.5">
          <i aria-hidden className="size-2 rounded-[2px] bg-bar-strong" />
          {t('entered')}
        </span>
        <span className="flex items-center gap-1.5">
          <i aria-hidden className="h-0.5 w-3 bg-ok" />
          {t('completed')}
        </span>
      </div>
      <svg
        role="img"
        aria-label={t('chart', { days: days.length, entered: sumOf('entered'), completed: sumOf('completed') })}
        width="100%"
        height={HEIGHT}
        className="block text-meta"
      >
        {y
          .ticks(TICKS)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line x1={EDGES.left} x2={width - EDGES.right} y1={y(tick)} y2={y(tick)} className="stroke-border" />
              <text x={EDGES.left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-3">
                {format.number(tick)}
              </text>
            </g>
          ))}
        {days.map((day, at) => (
          <g key={day.day}>
            <title>{t('dayLabel', { day: nameOf(day.day), entered: day.entered, completed: day.completed })}</title>
            <Bar
              x={x(day.day) ?? 0}
              y={y(day.entered)}
              width={x.bandwidth()}
              height={HEIGHT - EDGES.bottom - y(day.entered)}
              rx={2}
              className="fill-bar-strong"
            />
            {at % step === 0 && (
              <text x={middle(day)} y={HEIGHT - 6} textAnchor="middle" className="fill-ink-3">
                {nameOf(day.day)}
              </text>
            )}
          </g>
        ))}
        <LinePath
          data={[...days]}
          x={middle}
          y={(day) => y(day.completed)}
          className="stroke-ok"
          strokeWidth={1.75}
          strokeLinejoin="round"
        />
        {days.length === 1 && days[0] && (
          <circle cx={middle(days[0])} cy={y(days[0].completed)} r={3} className="fill-ok" />
        )}
      </svg>
    </div>
  )
}

/** The width of an element, as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  })
  return [box, width] as const
}
