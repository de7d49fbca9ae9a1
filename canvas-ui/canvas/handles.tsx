import { Handle, Position } from '@xyflow/react'
import { FOLLOWS_MAIN } from '../../engine/core/journey/compile.ts'
import { useFormat } from '../format/use-format.ts'
import { classes } from '../kit/classes.ts'
import { useMessages } from '../locale/messages.ts'
import { MEASURES } from './card.ts'
import { type NodeCounts, peopleBy } from './counts.ts'
import type { OutcomeFace } from './face.ts'
import { canvasMessages } from './locale.ts'

/** The hit area of a handle, around its dot. */
export const HANDLE = 24
/** What every way in is called on the canvas. */
export const WAY_IN = 'in'

const HIT =
  'group/handle grid! size-6! min-h-0! place-items-center border-0! bg-transparent! group-data-[zoom=tiles]/canvas:hidden!'

function Dot({ filled, selected }: { filled: boolean; selected: boolean }) {
  return (
    <span
      className={classes(
        'pointer-events-none size-2.5 rounded-full transition-transform group-hover/card:scale-120',
        filled ? 'border-2 border-surface ring-1' : 'border-[1.5px] border-control bg-surface',
        filled && (selected ? 'bg-brand ring-brand' : 'bg-edge ring-edge'),
      )}
    />
  )
}

export function WayIn({ filled, selected }: { filled: boolean; selected: boolean }) {
  const t = useMessages(canvasMessages)
  return (
    <Handle
      type="target"
      id={WAY_IN}
      position={Position.Left}
      className={HIT}
      style={{ top: MEASURES.handle }}
      title={t('wayIn')}
    >
      {filled ? null : <Dot filled={false} selected={selected} />}
    </Handle>
  )
}

export interface WayOutProps {
  readonly outcome: OutcomeFace
  /** The outcome that others follow where they are not drawn. */
  readonly main: OutcomeFace | undefined
  readonly drawn: boolean
  readonly counts: NodeCounts | undefined
  readonly active: boolean
  readonly selected: boolean
}

/**
 * The way out of an outcome: a dot while one draws, the people who took it while it runs. `row` is its distance from the
 * top of the row it stands in; without one it stands beside the head, where a number would cover the words.
 */
export function WayOut({ outcome, main, drawn, counts, active, selected, row }: WayOutProps & { row?: number }) {
  const t = useMessages(canvasMessages)
  const { number } = useFormat()
  const leads = drawn ? t('connected') : follows(outcome.key) ? t('follows', { name: main?.name ?? '' }) : t('leaves')
  const title = t('wayOut', { name: outcome.name, leads })
  const besideRow = row !== undefined
  const top = row ?? MEASURES.handle
  const people = counts ? peopleBy(counts, outcome.key) : 0
  return (
    <>
      <Handle type="source" id={outcome.key} position={Position.Right} className={HIT} style={{ top }} title={title}>
        {counts ? null : <Dot filled={drawn} selected={selected || active} />}
      </Handle>
      {counts && (drawn || besideRow) && (
        <span
          title={`${people.toLocaleString('en')} · ${title}`}
          className={classes(
            '-translate-y-1/2 pointer-events-none absolute h-5 min-w-[30px] whitespace-nowrap rounded-[5px] border bg-surface px-[5px] text-center font-semibold text-[11.5px] leading-[18px]',
            besideRow ? 'right-[-13px]' : '-ml-1 left-full',
            leavesBy(outcome.key, drawn) && people > 0 ? 'border-bad text-bad' : 'border-border-strong text-ink',
            'group-data-[zoom=names]/canvas:hidden group-data-[zoom=tiles]/canvas:hidden',
          )}
          style={{ top }}
        >
          {number(people)}
        </span>
      )}
    </>
  )
}

const follows = (outcome: string): boolean => FOLLOWS_MAIN.has(outcome)

/** Whether people who take an outcome leave the journey there. */
export const leavesBy = (outcome: string, drawn: boolean): boolean => !drawn && !follows(outcome)
