import { MiniMap } from '@xyflow/react'
import { memo } from 'react'
import type { Category } from '../../engine/core/journey/node.ts'
import { useMessages } from '../locale/messages.ts'
import { canvasMessages } from './locale.ts'
import type { CardNode } from './node-card.tsx'

const COLOURS: Record<Category, string> = {
  trigger: 'var(--trigger)',
  condition: 'var(--condition)',
  control: 'var(--control-node)',
  message: 'var(--message)',
  reward: 'var(--reward)',
  member: 'var(--member)',
}

/** The whole journey in a corner, each card in the colour of its category. */
export const Overview = memo(function Overview() {
  const t = useMessages(canvasMessages)
  return (
    <MiniMap<CardNode>
      ariaLabel={t('minimap')}
      pannable
      zoomable
      style={{ width: 176, height: 112 }}
      bgColor="var(--surface)"
      maskColor="transparent"
      maskStrokeColor="var(--brand)"
      maskStrokeWidth={1.5}
      nodeClassName="opacity-75"
      nodeBorderRadius={16}
      className="m-4! overflow-hidden rounded-card border border-border shadow-float"
      nodeColor={({ data }) => (data.face ? COLOURS[data.face.category] : 'var(--surface-3)')}
    />
  )
})
