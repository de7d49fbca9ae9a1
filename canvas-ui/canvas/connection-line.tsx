import type { ConnectionLineComponentProps } from '@xyflow/react'
import { MEASURES } from './card.ts'
import { svgPath } from './routing/svg-path.ts'

const ARROW = 8

/** An edge while it is drawn: it bends as it will, and passes under nothing yet. */
export function ConnectionLine({ fromX, fromY, toX, toY, connectionStatus }: ConnectionLineComponentProps) {
  const out = fromX + MEASURES.clearRight
  const into = toX - MEASURES.clearLeft
  const middle = (fromY + toY) / 2
  const bends =
    out <= into
      ? [
          { x: into, y: fromY },
          { x: into, y: toY },
        ]
      : [
          { x: out, y: fromY },
          { x: out, y: middle },
          { x: into, y: middle },
          { x: into, y: toY },
        ]
  const colour = connectionStatus === 'invalid' ? 'var(--bad)' : 'var(--brand)'
  return (
    <>
      <path
        d={svgPath([{ x: fromX, y: fromY }, ...bends, { x: toX, y: toY }], ARROW)}
        fill="none"
        stroke={colour}
        strokeWidth={2.25}
      />
      <path d={`M${toX - ARROW},${toY - 4.5}L${toX},${toY}L${toX - ARROW},${toY + 4.5}Z`} fill={colour} />
    </>
  )
}
