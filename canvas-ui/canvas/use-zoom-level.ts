import { useStore } from '@xyflow/react'
import type { CSSProperties } from 'react'

/** `full` from 60 %, names from 40 %, below that tiles only. */
export type ZoomLevel = 'full' | 'names' | 'tiles'

const levelAt = (zoom: number): ZoomLevel => (zoom >= 0.6 ? 'full' : zoom >= 0.4 ? 'names' : 'tiles')

/** How much of a card is to be seen. The zoom itself is told in steps, and only where names keep their size on screen. */
export function useZoomLevel(): { level: ZoomLevel; style: CSSProperties } {
  const level = useStore(({ transform: [, , zoom] }) => levelAt(zoom))
  const zoom = useStore(({ transform: [, , now] }) => (levelAt(now) === 'names' ? Math.round(now * 50) / 50 : 1))
  return { level, style: { '--zoom': zoom, '--xy-attribution-background-color': 'transparent' } as CSSProperties } // custom properties, which its type does not know
}
