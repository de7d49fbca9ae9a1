import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText } from '../../api/problem-text.ts'
import { useFormat } from '../../format/use-format.ts'
import { Chip } from '../../kit/chip.tsx'
import { classes } from '../../kit/classes.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { wordOf } from '../../locale/word-of.ts'
import { entryStates, memberMessages } from './locale.ts'
import { type Entry, explanationOf, journeysOf } from './queries.ts'
import { toneOf } from './tone.ts'
import { Way } from './way.tsx'
import { WhyNotCard } from './why-not-card.tsx'

/** Journeys a member is or was in, the way through one of them, and why not others. */
export function JourneysTab({ ws, member }: { ws: string; member: string }) {
  const t = useMessages(memberMessages)
  const problemText = useProblemText()
  const language = useLanguage()
  const journeys = useQuery(journeysOf(ws, member, language))
  const [chosen, choose] = useState<string>()
  const seen = chosen ?? journeys.data?.entries[0]?.enrolment
  const explained = useQuery({ ...explanationOf(ws, member, seen ?? '', language), enabled: seen !== undefined })
  const error = journeys.error ?? explained.error
  if (error && !journeys.data)
    return <ErrorState title={t('memberFailed')} safe={problemText(error)} onRetry={() => void journeys.refetch()} />
  if (!journeys.data)
    return (
      <Skeleton>
        <Bone className="mt-4 h-14 w-full" />
      </Skeleton>
    )
  const { entries, whyNot } = journeys.data
  return (
    <div className="flex flex-col gap-4 pt-4">
      {entries.length === 0 && <p className="text-ink-2">{t('never')}</p>}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-3">
        {entries.map((entry) => (
          <EntryCard
            key={entry.enrolment}
            entry={entry}
            chosen={entry.enrolment === seen}
            onChoose={() => choose(entry.enrolment)}
          />
        ))}
      </div>
      {explained.data && <Way ws={ws} explained={explained.data} />}
      <WhyNotCard explained={explained.data} whyNot={whyNot ?? []} />
    </div>
  )
}

function EntryCard({ entry, chosen, onChoose }: { entry: Entry; chosen: boolean; onChoose: () => void }) {
  const t = useMessages(memberMessages)
  const states = useMessages(entryStates)
  const format = useFormat()
  const { journey, version, entry: nth, state, enteredAt, stands } = entry
  const time = stands?.wakesAt ? t('wakesAt', { time: format.nearDateTime(stands.wakesAt) }) : format.date(enteredAt)
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classes(
        'min-w-0 rounded-card border bg-surface px-3 py-2.5 text-left',
        chosen ? 'border-brand shadow-[0_0_0_1px_var(--brand)]' : 'border-border hover:border-control',
      )}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium text-ink">{journey.name}</span>
        <Chip tone={toneOf(state)}>{wordOf(states, entryStates, state)}</Chip>
      </span>
      <span className="block truncate text-ink-3 text-secondary">
        {nth < 0 ? t('branchOf', { version, time }) : t('entryOf', { version, entry: nth, time })}
      </span>
    </button>
  )
}
