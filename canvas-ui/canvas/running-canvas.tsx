import { Panel, ReactFlowProvider } from '@xyflow/react'
import { CircleAlert, Clock, LogIn } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import { Icon } from '../kit/icon.tsx'
import { useMessages } from '../locale/messages.ts'
import type { JourneyCounts } from './counts.ts'
import { FloatingBar } from './floating-bar.tsx'
import { JourneyCanvas } from './journey-canvas.tsx'
import { canvasMessages } from './locale.ts'
import { NOTHING, type Selection } from './selection.ts'
import { ZoomBar } from './zoom-bar.tsx'

/** A published journey, read-only, with the people in it. Counts may change at any time: only what changed is drawn again. */
export function RunningCanvas({
  document,
  counts,
  node,
  onNode,
  status,
}: {
  document: JourneyDocument
  counts: JourneyCounts
  /** The node that is looked at. */
  node?: string | undefined
  onNode: (node: string | undefined) => void
  /** In the upper left corner: how fresh the numbers are. */
  status?: ReactNode
}) {
  const selection: Selection = node === undefined ? NOTHING : { ...NOTHING, nodes: [node] }
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = event.target instanceof HTMLElement ? event.target.dataset.id : undefined
    if (event.key === 'Escape') onNode(undefined)
    if ((event.key === 'Enter' || event.key === ' ') && focused !== undefined) {
      event.preventDefault()
      onNode(focused)
    }
  }
  return (
    <ReactFlowProvider>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the nodes inside have the focus, their keys are heard here */}
      <div className="size-full" onKeyDown={onKeyDown}>
        <JourneyCanvas
          document={document}
          counts={counts}
          selection={selection}
          onChoose={({ nodes }) => onNode(nodes.find((id) => id !== node) ?? nodes[0])}
        >
          {status && (
            <Panel position="top-left" className="m-4! text-ink-2 text-secondary">
              {status}
            </Panel>
          )}
          <Panel position="bottom-left" className="m-4! flex flex-wrap gap-2">
            <ZoomBar />
            <Legend />
          </Panel>
        </JourneyCanvas>
      </div>
    </ReactFlowProvider>
  )
}

function Legend() {
  const t = useMessages(canvasMessages)
  const swatch = 'h-3 w-3.5 rounded-[3px]'
  return (
    <FloatingBar className="gap-3! px-3! text-ink-2 text-secondary">
      <span className="flex items-center gap-1">
        <Icon of={LogIn} size="badge" />
        {t('enteredLegend')}
      </span>
      <span className="flex items-center gap-1 text-brand-text">
        <Icon of={Clock} size="badge" />
        {t('waitingLegend')}
      </span>
      <span className="flex items-center gap-1 text-bad">
        <Icon of={CircleAlert} size="badge" />
        {t('failedLegend')}
      </span>
      <span className="flex items-center gap-1.5">
        <i className={`${swatch} bg-bar`} />
        {t('shareLegend')}
      </span>
      <span className="flex items-center gap-1.5">
        <i className={`${swatch} bg-bad-tint`} />
        {t('dropLegend')}
      </span>
      <span className="flex items-center gap-1">
        <i className="h-0.5 w-2.5 bg-edge-flow" />
        <i className="h-2 w-3.5 bg-edge-flow" />
        {t('widthLegend')}
      </span>
    </FloatingBar>
  )
}
