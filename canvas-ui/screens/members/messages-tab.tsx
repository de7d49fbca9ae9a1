import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonWords } from '../../../engine/core/journey/reasons.locale.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { More } from '../../app/more.tsx'
import { Chip } from '../../kit/chip.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { Time } from '../../kit/time.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { wordOf } from '../../locale/word-of.ts'
import { channels, memberMessages, messageStates } from './locale.ts'
import { type Message, messagesOf } from './queries.ts'
import { toneOf } from './tone.ts'

/** What was sent to a member, as it was read; the inbox alone, if one likes. */
export function MessagesTab({ ws, member }: { ws: string; member: string }) {
  const t = useMessages(memberMessages)
  const problemText = useProblemText()
  const [which, setWhich] = useState<'all' | 'inbox'>('all')
  const list = useInfiniteQuery(messagesOf(ws, member, which === 'inbox' ? 'inbox' : undefined))
  const messages = list.data?.pages.flatMap((page) => page.messages)
  return (
    <div className="flex flex-col gap-3 pt-4">
      <Segmented
        aria-label={t('messages')}
        choices={[
          { value: 'all', label: t('everything') },
          { value: 'inbox', label: t('inboxOnly') },
        ]}
        value={which}
        onChange={setWhich}
      />
      {list.error && (
        <ErrorState title={t('memberFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      )}
      {messages?.length === 0 && <EmptyState text={t('noMessages')} />}
      {messages && messages.length > 0 && (
        <ul className="rounded-card border border-border bg-surface">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
      <More list={list} label={t('more')} className="self-center" />
    </div>
  )
}

function MessageRow({ message }: { message: Message }) {
  const states = useMessages(messageStates)
  const channelName = useMessages(channels)
  const language = useLanguage()
  const { content, channel, state, reason, plannedAt, journey, node } = message
  return (
    <li className="border-border border-b px-4 py-3 last:border-b-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 truncate font-medium text-ink">{content?.title ?? node}</span>
        <Chip tone={toneOf(state)}>{wordOf(states, messageStates, state)}</Chip>
        {reason && <span className="text-ink-3 text-secondary">{reasonWords(reason, language)}</span>}
        <span className="ml-auto shrink-0 text-ink-3 text-secondary">
          <Time at={plannedAt} />
        </span>
      </div>
      {content && <p className="mt-0.5 line-clamp-3 whitespace-pre-line text-ink-2">{content.text}</p>}
      <p className="mt-0.5 text-ink-3 text-secondary">
        {wordOf(channelName, channels, channel)} · {journey.name} · {node}
      </p>
    </li>
  )
}
