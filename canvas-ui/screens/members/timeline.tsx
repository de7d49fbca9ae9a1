import { useInfiniteQuery } from '@tanstack/react-query'
import { Coins, LogIn, LogOut, MessageCircle, Tag as TagIcon, Zap } from 'lucide-react'
import { useState } from 'react'
import type { Category } from '../../../engine/core/journey/node.ts'
import { eventWords } from '../../../engine/core/journey/own-events.locale.ts'
import { listWords, pointsWords } from '../../../engine/core/rules/rule.locale.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { MoreRow } from '../../app/more.tsx'
import { useFormat } from '../../format/use-format.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import type { LucideIcon } from '../../kit/icon.tsx'
import { Select } from '../../kit/select.tsx'
import { Tile } from '../../kit/tile.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { wordOf } from '../../locale/word-of.ts'
import { channels, entryStates, memberMessages, messageStates, timelineKinds } from './locale.ts'
import { type TimelineItem, timelineOf } from './queries.ts'

const LOOKS: Record<TimelineItem['kind'], [LucideIcon, Category]> = {
  event: [Zap, 'control'],
  message: [MessageCircle, 'message'],
  points: [Coins, 'reward'],
  tags: [TagIcon, 'member'],
  entered: [LogIn, 'trigger'],
  left: [LogOut, 'control'],
}
const KINDS = ['event', 'message', 'points', 'tags', 'entered', 'left'] as const satisfies TimelineItem['kind'][]

/** What happened to a member, newest first, by day. */
export function Timeline({ ws, member }: { ws: string; member: string }) {
  const t = useMessages(memberMessages)
  const kindName = useMessages(timelineKinds)
  const problemText = useProblemText()
  const format = useFormat()
  const [kind, setKind] = useState<'all' | TimelineItem['kind']>('all')
  const list = useInfiniteQuery(timelineOf(ws, member, kind === 'all' ? undefined : kind))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const days = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const day = format.date(item.at)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return (
    <aside aria-label={t('timeline')} className="min-h-0 overflow-y-auto border-border border-l bg-surface pb-6">
      <div className="flex h-12 items-center gap-2 px-4">
        <h2 className="font-semibold text-body text-ink">{t('timeline')}</h2>
        <Select
          size="dense"
          className="ml-auto w-28"
          aria-label={t('timeline')}
          choices={[
            { value: 'all', label: t('allKinds') },
            ...KINDS.map((value) => ({ value, label: kindName(value) })),
          ]}
          value={kind}
          onChange={setKind}
        />
      </div>
      {list.error && (
        <ErrorState title={t('memberFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.data && items.length === 0 && <p className="px-4 py-2 text-ink-2">{t('nothingHappened')}</p>}
      {[...days].map(([day, happened]) => (
        <section key={day}>
          <h3 className="px-4 pt-2.5 pb-1 text-ink-3 text-secondary">{day}</h3>
          <ul>
            {happened.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
      <MoreRow list={list} label={t('more')} space="pt-3" size="dense" />
    </aside>
  )
}

function Item({ item }: { item: TimelineItem }) {
  const format = useFormat()
  const [icon, category] = LOOKS[item.kind]
  const [title, note] = useItemWords(item)
  return (
    <li className="flex items-start gap-2.5 px-4 py-1.5">
      <span className="mt-0.5">
        <Tile icon={icon} category={category} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">{title}</span>
        {note && (
          <span className="block truncate text-ink-3 text-secondary" title={note}>
            {note}
          </span>
        )}
      </span>
      <span className="shrink-0 text-ink-3 text-secondary" title={format.fullDateTime(item.at)}>
        {format.time(item.at)}
      </span>
    </li>
  )
}

const MOST_PROPERTIES = 3

/** What an item says, and a note below it. */
function useItemWords(item: TimelineItem): [title: string, note: string] {
  const language = useLanguage()
  const t = useMessages(memberMessages)
  const kindName = useMessages(timelineKinds)
  const states = useMessages(entryStates)
  const sent = useMessages(messageStates)
  const channelName = useMessages(channels)
  const of = 'journey' in item ? (item.journey?.name ?? '') : ''
  switch (item.kind) {
    case 'event': {
      const plain = Object.entries(item.properties).filter(([, value]) => typeof value !== 'object')
      const shown = plain.slice(0, MOST_PROPERTIES).map(([name, value]) => `${name} ${String(value)}`)
      return [eventWords(item.name, language), shown.join(' · ')]
    }
    case 'message':
      return [
        `${wordOf(channelName, channels, item.channel)} · ${wordOf(sent, messageStates, item.state)}`,
        [of, item.node].filter(Boolean).join(' · '),
      ]
    case 'points': {
      const sign = item.amount < 0 ? '−' : '+'
      const reversal = item.refund && [
        t('refundOf', { order: item.refund.order }),
        ...(item.refund.missed > 0 ? [t('missed', { points: item.refund.missed })] : []),
      ]
      const note = reversal ? [...reversal, of].filter(Boolean).join(' · ') : of || item.reason
      return [`${pointsWords(item.account, language)} ${sign}${Math.abs(item.amount)}`, note]
    }
    case 'tags': {
      const changes = [
        ...(item.added.length > 0 ? [`+ ${listWords(item.added, language)}`] : []),
        ...(item.removed.length > 0 ? [`− ${listWords(item.removed, language)}`] : []),
      ]
      return [`${kindName('tags')} ${changes.join(' ')}`, of]
    }
    case 'entered':
      return [item.entry < 0 ? t('branched') : kindName('entered'), of]
    case 'left':
      return [`${kindName('left')} · ${wordOf(states, entryStates, item.state)}`, of]
  }
}
