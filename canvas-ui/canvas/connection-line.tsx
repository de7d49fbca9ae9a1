import { type ConnectionLineComponentProps, ViewportPortal } from '@xyflow/react'
import { inHandle, MEASURES, outHandle, type Point } from './card.ts'
import type { Graph } from './graph.ts'
import { svgPath } from './routing/svg-path.ts'
import type { Exit } from './selection.ts'

const ARROW = 8

/** An edge while it is drawn by mouse: it bends as it will, and goes round nothing yet. */
export function ConnectionLine({ fromX, fromY, toX, toY, connectionStatus }: ConnectionLineComponentProps) {
  const colour = connectionStatus === 'invalid' ? 'var(--bad)' : 'var(--brand)'
  return <Line from={{ x: fromX, y: fromY }} to={{ x: toX, y: toY }} colour={colour} />
}

/** The same while no mouse draws it, to the node or place it is aimed at. */
export function AimLine({ graph, exit, aim }: { graph: Graph; exit: Exit; aim: string | Point }) {
  const source = graph.cards.find((card) => card.id === exit.from)
  const target = graph.cards.find((card) => card.id === aim)
  const to = typeof aim === 'string' ? target && inHandle(target) : aim
  if (!source || !to) return null
  const row = Math.max(0, graph.outcomes.get(exit.from)?.indexOf(exit.outcome) ?? 0)
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        <Line from={outHandle(source, row)} to={to} colour="var(--brand)" />
      </svg>
    </ViewportPortal>
  )
}

function Line({ from, to, colour }: { from: Point; to: Point; colour: string }) {
  return (
    <>
      <path
        d={svgPath([from, ...bends(from, to), to], ARROW)}
        fill="none"
        stroke={colour}
        strokeWidth={2.25}
        strokeDasharray="5 4"
      />
      <path d={`M${to.x - ARROW},${to.y - 4.5}L${to.x},${to.y}L${to.x - ARROW},${to.y + 4.5}Z`} fill={colour} />
    </>
  )
}

function bends(from: Point, to: Point): Point[] {
  const out = from.x + MEASURES.clearRight
  const into = to.x - MEASURES.clearLeft
  const middle = (from.y + to.y) / 2
  if (out <= into) {
    return [
      { x: into, y: from.y },
      { x: into, y: to.y },
    ]
  }
  return [
    { x: out, y: from.y },
    { x: out, y: middle },
    { x: into, y: middle },
    { x: into, y: to.y },
  ]
}
