import { Route } from 'lucide-react'
import { Link } from 'wouter'
import type { Category } from '../../../engine/core/journey/node.ts'
import { views } from '../../../nodes/views.ts'
import { WayStep } from '../../canvas/way-step.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Card } from '../../kit/card.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useMessages } from '../../locale/messages.ts'
import { memberMessages } from './locale.ts'
import type { Explained } from './queries.ts'

/** A type that this browser does not know has no icon. */
const lookOf = (node: Explained['nodes'][number] | undefined) => ({
  icon: views.get(node?.type ?? '')?.icon,
  category: node?.category as Category | undefined, // the server names it by the same list
})

/** The way of one entry, a step after another: where it led, and why. The sentences are the server's. */
export function Way({ ws, explained }: { ws: string; explained: Explained }) {
  const t = useMessages(memberMessages)
  const format = useFormat()
  const { journey, visits, stands, began, ended, goals, enteredAt } = explained
  const nodes = new Map(explained.nodes.map((node) => [node.id, node]))
  const standing = stands ? nodes.get(stands.node) : undefined
  const last = visits.at(-1)?.at ?? enteredAt
  const length = format.measuredDuration(Date.parse(last) - Date.parse(enteredAt))
  const took = length === format.measuredDuration(0) ? length : t('took', { time: length })
  const after = [...(ended ? [ended.text] : []), ...goals.map((goal) => goal.text)]
  return (
    <Card
      title={t('way')}
      note={`${t('steps', { count: visits.length })} · ${took}`}
      aside={
        <Link
          href={`/w/${ws}/journeys/${journey.key}`}
          className="flex items-center gap-1.5 text-ink-2 text-secondary hover:text-ink"
        >
          <Icon of={Route} size="tile" />
          {t('openCanvas')}
        </Link>
      }
    >
      {visits.length === 0 && <p className="border-border border-t px-4 py-3 text-ink-2">{began.text}</p>}
      <ol className="border-border border-t px-4 pt-3.5 pb-0.5">
        {visits.map((visit, at) => {
          const node = nodes.get(visit.node)
          const unwanted = node?.category === 'message' && visit.outcome !== node.outcomes[0]
          return (
            <WayStep
              key={`${visit.node}.${at}`}
              {...lookOf(node)}
              name={node?.name ?? visit.node}
              outcome={visit.outcomeName}
              tone={unwanted ? 'warn' : 'plain'}
              time={at === 0 ? format.dateTime(visit.at) : format.time(visit.at, true)}
            >
              <p>{at === 0 ? began.text : visit.text}</p>
            </WayStep>
          )
        })}
        {stands && (
          <WayStep {...lookOf(standing)} name={standing?.name ?? stands.node} time={format.time(stands.since, true)}>
            <p>{stands.here}</p>
            <p className={stands.failed ? 'text-bad' : undefined}>{stands.next}</p>
          </WayStep>
        )}
      </ol>
      {after.map((sentence) => (
        <p key={sentence} className="px-4 pb-3 text-ink-2">
          {sentence}
        </p>
      ))}
    </Card>
  )
}
