import { Folder, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/use-format.ts'
import { classes } from '../../kit/classes.ts'
import { Icon } from '../../kit/icon.tsx'
import { useMessages } from '../../locale/messages.ts'
import { journeysMessages } from './locale.ts'
import type { JourneyList } from './queries.ts'

const COLOURS = ['bg-trigger', 'bg-reward', 'bg-message', 'bg-control-node', 'bg-member', 'bg-condition'] as const

interface Chosen {
  readonly folder: string | undefined
  readonly label: string | undefined
}

/** Folders and labels beside the list. One of each at most is chosen. */
export function Filters({
  list,
  chosen,
  onChoose,
}: {
  list: Pick<JourneyList, 'folders' | 'labels'> | undefined
  chosen: Chosen
  onChoose: (chosen: Partial<Chosen>) => void
}) {
  const t = useMessages(journeysMessages)
  const folders = list?.folders ?? []
  const labels = list?.labels ?? []
  return (
    <div className="w-40 shrink-0 overflow-y-auto pb-6">
      <Group title={t('folders')}>
        <Line
          chosen={chosen.folder === undefined}
          mark={<Icon of={FolderOpen} size="tile" />}
          onSelect={() => onChoose({ folder: undefined })}
          text={t('allJourneys')}
        />
        {folders.map(({ name, count }) => (
          <Line
            key={name}
            chosen={chosen.folder === name}
            mark={<Icon of={Folder} size="tile" />}
            onSelect={() => onChoose({ folder: name })}
            text={name}
            count={count}
          />
        ))}
      </Group>
      {labels.length > 0 && (
        <Group title={t('labels')}>
          {labels.map(({ name, count }, at) => (
            <Line
              key={name}
              chosen={chosen.label === name}
              mark={<i className={classes('mx-[3px] size-2 rounded-[2px]', COLOURS[at % COLOURS.length])} />}
              onSelect={() => onChoose({ label: chosen.label === name ? undefined : name })}
              text={name}
              count={count}
            />
          ))}
        </Group>
      )}
    </div>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="mb-3">
    <h2 className="flex h-7 items-center pl-2 font-medium text-ink-3 text-secondary">{title}</h2>
    {children}
  </section>
)

function Line({
  chosen,
  mark,
  text,
  count,
  onSelect,
}: {
  chosen: boolean
  mark: ReactNode
  text: string
  count?: number
  onSelect: () => void
}) {
  const format = useFormat()
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onSelect}
      className={classes(
        'flex h-[30px] w-full items-center gap-2 rounded-control px-2 text-left transition-colors',
        chosen ? 'bg-surface-3 font-medium text-ink' : 'text-ink-2 hover:bg-surface-3',
      )}
    >
      {mark}
      <span className="min-w-0 flex-1 truncate" title={text}>
        {text}
      </span>
      {count !== undefined && <span className="font-normal text-ink-3 text-secondary">{format.number(count)}</span>}
    </button>
  )
}
