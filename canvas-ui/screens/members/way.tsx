import { ArrowRight, CircleHelp, Route } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Category } from '../../../engine/core/journey/node.ts'
import { views } from '../../../nodes/views.ts'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { Chip, type Tone } from '../../kit/chip.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Tile } from '../../kit/tile.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import type { Trace } from './queries.ts'
import { outcomeName, whyEntered, whyLeft, whyStanding } from './words.ts'

type TracedNode = Trace['nodes'][number]

/** The way of one entry, a step after another: where it led, and why. */
export function Way({ ws, trace }: { ws: string; trace: Trace }) {
  const t = useMessages(memberMessages)
  const language = useLanguage()
  const format = useFormat()
  const nodes = new Map(trace.nodes.map((node) => [node.id, node]))
  const standing = trace.stands ? nodes.get(trace.stands.node) : undefined
  const last = trace.visits.at(-1)?.at ?? trace.enteredAt
  const took = format.measuredDuration(Date.parse(last) - Date.parse(trace.enteredAt))
  const entered = whyEntered(trace, format.dateTime, language)
  return (
    <Card
      title={t('way')}
      note={`${t('steps', { count: trace.visits.length })} · ${t('took', { time: took })}`}
      aside={
        <Link
          href={`/w/${ws}/journeys/${trace.journey.key}`}
          className="flex items-center gap-1.5 text-ink-2 text-secondary hover:text-ink"
        >
          <Icon of={Route} size="tile" />
          {t('openCanvas')}
        </Link>
      }
    >
      <ol className="border-border border-t px-4 pt-3.5 pb-0.5">
        {trace.visits.map((visit, at) => {
          const node = nodes.get(visit.node)
          const unwanted = node?.category === 'message' && visit.outcome !== node.outcomes[0]
          return (
            <Step
              key={`${visit.node}.${at}`}
              node={node}
              name={node?.name ?? visit.node}
              outcome={outcomeName(node, visit.outcome, language)}
              tone={unwanted ? 'warn' : 'plain'}
              time={at === 0 ? format.dateTime(visit.at) : format.time(visit.at, true)}
            >
              <p>{at === 0 && entered ? entered : node && whyLeft(node, visit, language)}</p>
            </Step>
          )
        })}
        {trace.stands && (
          <Step node={standing} name={standing?.name ?? trace.stands.node} time={format.time(trace.stands.since, true)}>
            {whyStanding(trace, format.nearDateTime, language).map((sentence) => (
              <p key={sentence} className={trace.stands?.failed ? 'text-bad' : undefined}>
                {sentence}
              </p>
            ))}
          </Step>
        )}
      </ol>
    </Card>
  )
}

function Step({
  node,
  name,
  outcome,
  tone = 'plain',
  time,
  children,
}: {
  node: TracedNode | undefined
  name: string
  outcome?: string | undefined
  tone?: Tone | undefined
  time: string
  children: ReactNode
}) {
  return (
    <li className="group flex gap-3">
      <span className="relative pb-3.5">
        <Tile
          icon={views.get(node?.type ?? '')?.icon ?? CircleHelp}
          category={(node?.category ?? 'control') as Category}
        />
        <i aria-hidden className="absolute top-7 bottom-0.5 left-[11.5px] w-px bg-border-strong group-last:hidden" />
      </span>
      <div className="min-w-0 flex-1 pb-3.5 text-ink-2">
        <div className="flex h-6 items-center gap-2">
          <span className="truncate font-semibold text-ink">{name}</span>
          {outcome !== undefined && (
            <>
              <Icon of={ArrowRight} size="badge" className="text-ink-3" />
              <Chip tone={tone} mark="none">
                {outcome}
              </Chip>
            </>
          )}
          <span className="ml-auto shrink-0 text-ink-3 text-secondary">{time}</span>
        </div>
        {children}
      </div>
    </li>
  )
}
