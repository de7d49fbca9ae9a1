import { useNodes, ViewportPortal } from '@xyflow/react'
import { CircleAlert, Clock, User } from 'lucide-react'
import { MEASURES } from '../canvas/card.ts'
import { usePoints } from '../canvas/live-routes.ts'
import { svgPath } from '../canvas/routing/svg-path.ts'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import type { Token } from './seen.ts'

const ICONS = { moving: User, waiting: Clock, failed: CircleAlert } as const

/** The person on the canvas: a ring around the card where they stand, and a dot that comes there along the edge. */
export function Tokens({ tokens }: { tokens: readonly Token[] }) {
  const nodes = useNodes()
  return (
    <ViewportPortal>
      {tokens.map(({ entry, node: id, link, state }) => {
        const node = nodes.find((each) => each.id === id)
        if (!node) return null
        const { x, y } = node.position
        const colour = state === 'failed' ? 'bg-bad outline-bad' : 'bg-brand outline-brand'
        return (
          <div key={entry} aria-hidden className="pointer-events-none absolute top-0 left-0 z-10">
            <div
              className={classes('absolute rounded-node bg-transparent! outline-2', colour)}
              style={{
                transform: `translate(${x}px, ${y}px)`,
                width: MEASURES.width,
                height: node.height ?? MEASURES.head,
              }}
            />
            <span
              className={classes(
                'absolute grid size-6 place-items-center rounded-full text-on-brand shadow-float',
                colour,
              )}
              style={{ transform: `translate(${x + MEASURES.width - 30}px, ${y - 12}px)` }}
            >
              <Icon of={ICONS[state]} size="tile" />
            </span>
            {link !== undefined && state === 'moving' && <Passing key={link} link={link} />}
          </div>
        )
      })}
    </ViewportPortal>
  )
}

/** A dot on its way along an edge. */
function Passing({ link }: { link: string }) {
  const points = usePoints(link)
  if (points.length === 0) return null
  return (
    <span
      className="absolute size-3 animate-pass rounded-full bg-brand"
      style={{ offsetPath: `path("${svgPath(points, 0)}")` }}
    />
  )
}
