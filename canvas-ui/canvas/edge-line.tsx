import type { Edge, EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { usePoints } from './live-routes.ts'
import { svgPath } from './routing/svg-path.ts'

export interface LineData extends Record<string, unknown> {
  /** Belongs to what is chosen. */
  readonly lit: boolean
  /** Pixels, while the journey runs. */
  readonly flow: number | undefined
}
export type LineEdge = Edge<LineData, 'line'>

export interface Stroke {
  readonly colour: string
  readonly width: number
}

export const strokeOf = ({ lit, flow }: Pick<LineData, 'lit' | 'flow'>): Stroke => {
  if (flow !== undefined) return { colour: 'var(--edge-flow)', width: flow }
  return lit ? { colour: 'var(--brand)', width: 2.25 } : { colour: 'var(--edge)', width: 1.75 }
}

/** An edge along the points that the router found, with a filled arrow. */
export const EdgeLine = memo(function EdgeLine({ id, data, selected, interactionWidth = 20 }: EdgeProps<LineEdge>) {
  const points = usePoints(id)
  const { lit = false, flow } = data ?? {}
  const { colour, width } = strokeOf({ lit: lit || (selected ?? false), flow })
  const end = points.at(-1)
  if (!end) return null
  const length = Math.max(8, width + 4)
  const half = Math.max(4.5, width / 2 + 3)
  const path = svgPath(points, length)
  return (
    <>
      <path d={path} fill="none" stroke={colour} strokeWidth={width} strokeLinejoin="round" />
      <path
        d={`M${end.x - length},${end.y - half}L${end.x},${end.y}L${end.x - length},${end.y + half}Z`}
        fill={colour}
      />
      <path
        d={path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={interactionWidth}
        className="react-flow__edge-interaction"
      />
    </>
  )
})
