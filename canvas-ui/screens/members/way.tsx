import { Route } from 'lucide-react'
import { Link } from 'wouter'
import type { Category } from '../../../engine/core/journey/node.ts'
import { views } from '../../../nodes/views.ts'
import { WayStep } from '../../canvas/way-step.tsx'
import { whyHeld, whyLeft } from '../../canvas/why.ts'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import type { Trace } from './queries.ts'
import { outcomeName, whyEntered, whyStanding } from './words.ts'

/** A type that this browser does not know has no icon. */
const lookOf = (node: Trace['nodes'][number] | undefined) => ({
  icon: views.get(node?.type ?? '')?.icon,
  category: node?.category as Category | undefined, // the server names it by the same list
})

/** The way of one entry, a step after another: where it led, and why. */
export function Way({ ws, trace }: { ws: string; trace: Trace }) {
  const t = useMessages(memberMessages)
  const language = useLanguage()
  const format = useFormat()
  const nodes = new Map(trace.nodes.map((node) => [node.id, node]))
  const standing = trace.stands ? nodes.get(trace.stands.node) : undefined
  const last = trace.visits.at(-1)?.at ?? trace.enteredAt
  const length = format.measuredDuration(Date.parse(last) - Date.parse(trace.enteredAt))
  const took = length === format.measuredDuration(0) ? length : t('took', { time: length })
  const entered = whyEntered(trace, format.dateTime, language)
  return (
    <Card
      title={t('way')}
      note={`${t('steps', { count: trace.visits.length })} · ${took}`}
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
            <WayStep
              key={`${visit.node}.${at}`}
              {...lookOf(node)}
              name={node?.name ?? visit.node}
              outcome={outcomeName(node, visit.outcome, language)}
              tone={unwanted ? 'warn' : 'plain'}
              time={at === 0 ? format.dateTime(visit.at) : format.time(visit.at, true)}
            >
              {visit.heldUntil !== null && <p>{whyHeld(visit.heldUntil, 'wasHeld', format.nearDateTime, language)}</p>}
              <p>{at === 0 && entered ? entered : node && whyLeft(node, visit, language)}</p>
            </WayStep>
          )
        })}
        {trace.stands && (
          <WayStep
            {...lookOf(standing)}
            name={standing?.name ?? trace.stands.node}
            time={format.time(trace.stands.since, true)}
          >
            {whyStanding(trace, format.nearDateTime, language).map((sentence) => (
              <p key={sentence} className={trace.stands?.failed ? 'text-bad' : undefined}>
                {sentence}
              </p>
            ))}
          </WayStep>
        )}
      </ol>
    </Card>
  )
}
