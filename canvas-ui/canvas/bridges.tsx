import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { Stroke } from './edge-line.tsx'
import { groupBy } from './group-by.ts'
import type { Crossing } from './routing/crossings.ts'

const HALO = 2.5

export interface Bridge extends Crossing {
  readonly stroke: Stroke
  /** Width of the widest edge below. */
  readonly below: number
}

/** Where edges cross, the upright one passes over: a strip of the canvas's colour, and the edge again on top of it. */
export const Bridges = memo(function Bridges({ bridges }: { bridges: readonly Bridge[] }) {
  const strokes = groupBy(bridges, ({ stroke, below }) => `${stroke.colour} ${stroke.width} ${below}`)
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        {[...strokes].map(([key, group]) => {
          const first = group[0]
          if (!first) return null
          const reach = first.below / 2 + HALO
          const path = group.map(({ x, y }) => `M${x},${y - reach}v${2 * reach}`).join('')
          return (
            <g key={key} fill="none">
              <path d={path} stroke="var(--canvas)" strokeWidth={first.stroke.width + 2 * HALO} />
              <path d={path} stroke={first.stroke.colour} strokeWidth={first.stroke.width} />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
})
