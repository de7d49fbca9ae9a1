import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { type LineEdge, strokeOf } from './edge-line.tsx'
import { groupBy } from './group-by.ts'
import { useCrossings } from './live-routes.ts'

const HALO = 2.5

/** Where edges cross, the upright one passes over: a strip of the canvas's colour, and the edge again on top of it. */
export const Bridges = memo(function Bridges({ edges }: { edges: readonly LineEdge[] }) {
  const crossings = useCrossings()
  const { strokes, widest } = useMemo(
    () => ({
      strokes: new Map(edges.map(({ id, data }) => [id, strokeOf(data ?? { lit: false, flow: undefined })])),
      widest: Math.max(...edges.map(({ data }) => data?.flow ?? 1.75)),
    }),
    [edges],
  )
  const reach = widest / 2 + HALO
  const bridges = crossings.flatMap(({ over, x, y }) => {
    const stroke = strokes.get(over)
    return stroke ? [{ stroke, path: `M${x},${y - reach}v${2 * reach}` }] : []
  })
  const groups = groupBy(bridges, ({ stroke }) => `${stroke.colour} ${stroke.width}`)
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        {[...groups].map(([key, group]) => {
          const stroke = group[0]?.stroke
          if (!stroke) return null
          const path = group.map((bridge) => bridge.path).join('')
          return (
            <g key={key} fill="none">
              <path d={path} stroke="var(--canvas)" strokeWidth={stroke.width + 2 * HALO} />
              <path d={path} stroke={stroke.colour} strokeWidth={stroke.width} />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
})
