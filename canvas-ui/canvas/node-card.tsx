import type { Node, NodeProps } from '@xyflow/react'
import { CircleAlert, Clock, LogIn, type LucideIcon, Puzzle, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useFormat } from '../format/use-format.ts'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { Tile } from '../kit/tile.tsx'
import { useMessages } from '../locale/messages.ts'
import type { NodeCounts } from './counts.ts'
import type { Face } from './face.ts'
import { WayIn, WayOut } from './handles.tsx'
import { canvasMessages } from './locale.ts'
import { OutcomeRow } from './outcome-row.tsx'

/** What a card shows beside its face. */
export interface CardData extends Record<string, unknown> {
  readonly face: Face
  /** Outcomes with an edge. */
  readonly drawn: ReadonlySet<string>
  /** An edge leads here. */
  readonly entered: boolean
  readonly errors: number
  readonly warnings: number
  /** Present while the journey runs. */
  readonly counts: NodeCounts | undefined
  /** The outcome that a keyboard's next step goes by. */
  readonly exit: string | undefined
  /** An edge drawn by keyboard would lead here. */
  readonly aimed: boolean
}
export type CardNode = Node<CardData, 'card'>

/** The card of a node. Everything but its name hides as the canvas gets small: `data-zoom` of the canvas says how small. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { face, drawn, counts, errors, warnings, exit, aimed } = data
  const only = face.outcomes.length === 1 ? face.outcomes[0] : undefined
  return (
    <div
      className={classes(
        'group/card relative size-full rounded-node bg-surface ring-1 ring-inset transition-shadow',
        errors > 0 ? 'ring-bad' : warnings > 0 ? 'ring-warn' : 'ring-border-strong hover:ring-control',
        selected || aimed ? 'shadow-float outline-2 outline-brand' : 'shadow-rest hover:shadow-float',
        aimed && 'outline-dashed',
        'group-data-[zoom=tiles]/canvas:shadow-none',
      )}
    >
      <div
        className="flex h-16 flex-col px-2.5 pt-2.5 group-data-[zoom=names]/canvas:justify-center group-data-[zoom=names]/canvas:px-1.5 group-data-[zoom=names]/canvas:pt-0 group-data-[zoom=tiles]/canvas:hidden"
        title={face.summary}
      >
        <div className="flex min-h-6 items-center gap-[7px] group-data-[zoom=names]/canvas:gap-1">
          <Tile icon={face.icon ?? Puzzle} category={face.category} />
          <span
            className="truncate font-semibold text-ink text-title group-data-[zoom=names]/canvas:line-clamp-2 group-data-[zoom=names]/canvas:whitespace-normal group-data-[zoom=names]/canvas:text-[calc(11px/var(--zoom))] group-data-[zoom=names]/canvas:leading-[1.15]"
            title={face.name}
          >
            {face.name}
          </span>
        </div>
        <div className="mt-1 truncate text-[12.5px] text-ink-2 leading-[18px] group-data-[zoom=names]/canvas:hidden">
          {counts ? <People counts={counts} /> : face.summary}
        </div>
      </div>
      <div className="absolute inset-0 hidden *:size-full *:rounded-node group-data-[zoom=tiles]/canvas:block [&_svg]:size-10">
        <Tile icon={face.icon ?? Puzzle} category={face.category} size="head" />
      </div>
      {face.outcomes.length > 1 && (
        <ul className="mx-px border-border border-t pt-[3px] group-data-[zoom=tiles]/canvas:hidden">
          {face.outcomes.map((outcome) => (
            <OutcomeRow
              key={outcome.key}
              outcome={outcome}
              main={face.outcomes[0]}
              drawn={drawn.has(outcome.key)}
              counts={counts}
              active={exit === outcome.key}
              selected={selected}
            />
          ))}
        </ul>
      )}
      {face.category !== 'trigger' && <WayIn filled={data.entered} selected={selected} />}
      {only && (!face.ends || drawn.has(only.key)) && (
        <WayOut
          outcome={only}
          main={only}
          drawn={drawn.has(only.key)}
          counts={counts}
          active={exit === only.key}
          selected={selected}
        />
      )}
      {errors + warnings > 0 && <Badge errors={errors} warnings={warnings} />}
    </div>
  )
})

function Badge({ errors, warnings }: { errors: number; warnings: number }) {
  const t = useMessages(canvasMessages)
  const label = errors > 0 ? t('errors', { count: errors }) : t('warnings', { count: warnings })
  return (
    <span
      title={label}
      className={classes(
        '-top-[9px] absolute right-2.5 flex h-[18px] items-center gap-[3px] rounded-full pr-1.5 pl-1 font-semibold text-[11px] text-surface leading-[18px]',
        errors > 0 ? 'bg-bad' : 'bg-warn',
        'group-data-[zoom=tiles]/canvas:[zoom:1.5]',
      )}
    >
      <Icon of={errors > 0 ? CircleAlert : TriangleAlert} size="badge" />
      {errors || warnings}
    </span>
  )
}

function People({ counts: { entered, waiting, failed } }: { counts: NodeCounts }) {
  const t = useMessages(canvasMessages)
  const { number } = useFormat()
  return (
    <span className="flex items-center gap-2">
      <Count icon={LogIn} label={t('entered', { count: entered })} text={number(entered)} />
      {waiting > 0 && (
        <Count
          icon={Clock}
          label={t('waiting', { count: waiting })}
          text={number(waiting)}
          tone="font-medium text-brand-text"
        />
      )}
      {failed > 0 && (
        <Count
          icon={CircleAlert}
          label={t('failed', { count: failed })}
          text={number(failed)}
          tone="font-medium text-bad"
        />
      )}
    </span>
  )
}

function Count({ icon, label, text, tone }: { icon: LucideIcon; label: string; text: string; tone?: string }) {
  return (
    <span title={label} className={classes('flex items-center gap-[3px]', tone)}>
      <Icon of={icon} size="badge" />
      {text}
    </span>
  )
}
