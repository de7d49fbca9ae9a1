import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import { ShownZone } from '../format/use-format.ts'
import { Icon } from '../kit/icon.tsx'
import { Time } from '../kit/time.tsx'
import { useRested } from '../kit/use-rested.ts'
import { useMessages } from '../locale/messages.ts'
import { upcomingMessages } from './upcoming-locale.ts'
import { type Source, type UpcomingQuestion, UpcomingSource, type UpcomingTimes } from './upcoming-source.ts'

/** The next times of a node in which times are set, as the server computes them. */
export function Upcoming({ question }: { question: UpcomingQuestion }): ReactNode {
  const source = useContext(UpcomingSource)
  return source ? <Told {...{ question, source }} /> : null
}

function Told({ question, source }: { question: UpcomingQuestion; source: NonNullable<Source> }) {
  const t = useMessages(upcomingMessages)
  const rested = useRested(JSON.stringify(question))
  const { data, error } = useQuery({
    queryKey: ['upcoming', rested],
    queryFn: ({ signal }) => source(JSON.parse(rested) as UpcomingQuestion, signal), // written just above
    placeholderData: keepPreviousData,
    retry: false,
  })
  const heading = t(data?.of ?? 'fires')
  return (
    <section aria-label={heading} className="flex flex-col gap-2 rounded-card bg-surface-2 p-3">
      <h3 className="flex items-center gap-1.5 font-medium text-ink-2 text-secondary">
        <Icon of={CalendarClock} size="badge" />
        {heading}
      </h3>
      {data && !error ? (
        <Times told={data} />
      ) : (
        <p className="text-ink-3 text-secondary">{t(error ? 'failed' : 'asking')}</p>
      )}
    </section>
  )
}

/** As many as the server tells, where there are so many. */
const MOST_TIMES = 5
/** What becomes of a trigger after fewer. */
const AFTER = { fires: 'noneAfter', people: 'nobodyAfter' } as const

function Times({ told }: { told: UpcomingTimes }) {
  const t = useMessages(upcomingMessages)
  const journeys = useContext(ShownZone)
  if (told.times.length === 0)
    return <p className="text-secondary text-warn">{t(told.of === 'people' ? 'nobody' : 'none')}</p>
  const rest = told.times.length < MOST_TIMES && told.of !== 'openings' && AFTER[told.of]
  return (
    <>
      <ShownZone value={told.zone}>
        <ol className="flex flex-col gap-1">
          {told.times.map(({ at, people, guessed }) => (
            <li key={at} className="flex justify-between gap-2 tabular-nums">
              <Time at={at} as="weekday" />
              {people !== null && <span className="text-ink-2">{t('count', { count: people })}</span>}
              {guessed && <span className="text-warn">{t('guessed')}</span>}
            </li>
          ))}
        </ol>
      </ShownZone>
      {told.times.some((time) => time.guessed) && <p className="text-ink-3 text-secondary">{t('whyGuessed')}</p>}
      {rest && <p className="text-ink-3 text-secondary">{t(rest)}</p>}
      {told.zone !== journeys && (
        <p className="text-ink-3 text-secondary">{t('inZone', { zone: told.zone.replaceAll('_', ' ') })}</p>
      )}
    </>
  )
}
