import type { Node, NodeProps } from '@xyflow/react'
import { memo, useState } from 'react'
import { classes } from '../kit/classes.ts'
import { useMessages } from '../locale/messages.ts'
import { canvasMessages } from './locale.ts'

export interface NoteData extends Record<string, unknown> {
  readonly text: string
  /** Absent where notes cannot be written. */
  readonly onWrite: ((text: string) => void) | undefined
}
export type NoteNode = Node<NoteData, 'note'>

export const NOTE_SIZE = { width: 168, height: 96 } as const

/** A piece of paper on the canvas. Double-click or Enter writes on it. */
export const NoteCard = memo(function NoteCard({ data: { text, onWrite }, selected }: NodeProps<NoteNode>) {
  const t = useMessages(canvasMessages)
  const [writing, setWriting] = useState(false)
  const paper = classes(
    'size-full resize-none rounded-card border border-border-strong bg-surface-3 p-2 text-ink-2 text-secondary',
    selected && 'shadow-float outline-2 outline-brand',
  )
  if (writing && onWrite)
    return (
      <textarea
        aria-label={t('note')}
        ref={(area) => area?.focus()}
        defaultValue={text}
        maxLength={2_000}
        className={classes(paper, 'nodrag nowheel nopan')}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        onBlur={(event) => {
          setWriting(false)
          onWrite(event.currentTarget.value)
        }}
      />
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the node around it takes the focus and the keys
    <div className={classes(paper, 'overflow-hidden whitespace-pre-wrap')} onDoubleClick={() => setWriting(true)}>
      {text || <span className="text-ink-3">{t('noteEmpty')}</span>}
    </div>
  )
})
