import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../kit/icon-button.tsx'
import { Tooltip } from '../kit/tooltip.tsx'
import { useMessages } from '../locale/messages.ts'
import { FloatingBar } from './floating-bar.tsx'
import { canvasMessages } from './locale.ts'

const MOVE = { duration: 180 }
export const FIT_VIEW = { padding: 0.08, maxZoom: 1, ...MOVE }

/** Zoom in and out, and fit, in a corner of the canvas. `children` stand behind. */
export function ZoomBar({ children }: { children?: ReactNode }) {
  const t = useMessages(canvasMessages)
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  const percent = useStore(({ transform: [, , zoom] }) => Math.round(zoom * 100))
  return (
    <FloatingBar>
      <IconButton icon={Minus} label={t('zoomOut')} shortcut="−" tooltipSide="top" onClick={() => void zoomOut(MOVE)} />
      <Tooltip text={t('zoomTo')} shortcut="0" side="top">
        <button
          type="button"
          onClick={() => void zoomTo(1, MOVE)}
          className="h-7 w-11 rounded-control text-center font-medium text-ink text-secondary hover:bg-surface-3"
        >
          {percent}%
        </button>
      </Tooltip>
      <IconButton icon={Plus} label={t('zoomIn')} shortcut="+" tooltipSide="top" onClick={() => void zoomIn(MOVE)} />
      <span className="mx-1 h-5 w-px bg-border" />
      <IconButton
        icon={Maximize}
        label={t('fit')}
        shortcut="1"
        tooltipSide="top"
        onClick={() => void fitView(FIT_VIEW)}
      />
      {children}
    </FloatingBar>
  )
}
