import { X } from 'lucide-react'
import { useState } from 'react'
import type { DocumentNode } from '../../../engine/core/journey/document.ts'
import { faceOf } from '../../canvas/face.ts'
import { useFormat } from '../../format/use-format.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { Tile } from '../../kit/tile.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { liveMessages } from './live-locale.ts'
import { PeopleList } from './people-list.tsx'
import type { Counts, Place } from './queries.ts'

export const PEOPLE_STATES = ['waiting', 'failed', 'left'] as const
export type PeopleState = (typeof PEOPLE_STATES)[number]

/** The people at one node, beside the canvas. */
export function PeopleHere({
  place,
  node,
  counts,
  onClose,
}: {
  place: Place
  node: DocumentNode
  counts: Counts['nodes'][string] | undefined
  onClose: () => void
}) {
  const t = useMessages(liveMessages)
  const format = useFormat()
  const language = useLanguage()
  const [state, setState] = useState<PeopleState>('waiting')
  const face = faceOf(node, [], language)
  const left = counts && sum(counts.out) + sum(counts.left)
  const howMany = { waiting: counts?.waiting, failed: counts?.failed, left }
  return (
    <aside
      aria-label={`${node.name} · ${t('here')}`}
      className="flex w-68 shrink-0 flex-col border-border border-l bg-surface max-[1359px]:absolute max-[1359px]:inset-y-0 max-[1359px]:right-0 max-[1359px]:z-20 max-[1359px]:animate-slide-in max-[1359px]:shadow-dialog"
    >
      <header className="flex items-start gap-2.5 px-4 pt-3.5 pb-2">
        {face.icon && <Tile icon={face.icon} category={face.category} size="head" />}
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold text-ink text-title">{node.name}</h2>
          <p className="text-ink-3 text-secondary">{t('here')}</p>
        </div>
        <IconButton icon={X} label={t('close')} onClick={onClose} />
      </header>
      <Tabs
        label={t('people')}
        value={state}
        onChange={setState}
        listClassName="px-4"
        className="flex-1"
        tabs={PEOPLE_STATES.map((value) => {
          const count = howMany[value]
          return {
            ...{ value, label: t(value) },
            ...(count !== undefined && { count: format.number(count) }),
            panel: <PeopleList place={place} node={node.id} state={value} failed={counts?.failed ?? 0} />,
          }
        })}
      />
    </aside>
  )
}

const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((all, n) => all + n, 0)
