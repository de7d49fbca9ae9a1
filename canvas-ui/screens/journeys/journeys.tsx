import { useInfiniteQuery } from '@tanstack/react-query'
import { FileUp, LayoutTemplate, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { More } from '../../app/more.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { later } from '../../kit/later.tsx'
import { SearchInput } from '../../kit/search-input.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import type { Asked } from './change-dialogs.tsx'
import { Filters } from './filters.tsx'
import { useImport } from './import-journey.tsx'
import { ListTable } from './list-table.tsx'
import { journeysMessages, stateMessages } from './locale.ts'
import { type JourneyList, type JourneyRow, listOf, type Template } from './queries.ts'
import { SelectionBar } from './selection-bar.tsx'
import { STATES } from './state-chip.tsx'
import { TemplateGallery, TemplateStrip } from './templates.tsx'
import { useChanges, useCreate, useDuplicate } from './use-changes.ts'
import { useFilter } from './use-filter.ts'

const ChangeDialog = later(async () => (await import('./change-dialogs.tsx')).ChangeDialog)
const NewJourneyDialog = later(async () => (await import('./new-journey.tsx')).NewJourneyDialog)

/** The list of journeys, the first page of a workspace. */
export function Journeys() {
  const t = useMessages(journeysMessages)
  const language = useLanguage()
  const format = useFormat()
  const { key: ws, role } = useWorkspace()
  const draws = isAtLeast(role, 'operator')
  const { filter, typed, change, isFiltered, clear } = useFilter()
  const list = useInfiniteQuery(listOf(ws, filter))
  const [first] = list.data?.pages ?? []
  const create = useCreate(ws)
  const file = useImport(ws)
  const [open, setOpen] = useState<'new' | 'gallery'>()
  const search = useSearchShortcut()
  useEffect(() => NewJourneyDialog.fetch(), [])
  const pick = ({ key, name }: Template) => create.mutate({ template: key, name: name[language] })
  return (
    <div className="flex min-h-0 flex-1 flex-col px-6">
      <PageHead title={t('title')} low note={first && format.number(first.total)}>
        <span ref={search}>
          <SearchInput
            label={t('search')}
            shortcut="Ctrl K"
            className="w-65"
            value={typed}
            onChange={(text) => change({ search: text || undefined })}
          />
        </span>
        <Button icon={LayoutTemplate} onClick={() => setOpen('gallery')} disabled={!draws}>
          {t('gallery')}
        </Button>
        {draws && (
          <>
            <IconButton icon={FileUp} label={t('importJson')} framed onClick={file.choose} />
            <Button look="primary" icon={Plus} onClick={() => setOpen('new')}>
              {t('create')}
            </Button>
          </>
        )}
      </PageHead>
      {draws && <TemplateStrip ws={ws} onPick={pick} onAll={() => setOpen('gallery')} />}
      <div className="flex min-h-0 flex-1 gap-6">
        <Filters list={first} chosen={{ folder: filter.folder, label: filter.label }} onChoose={change} />
        <List
          ws={ws}
          draws={draws}
          list={list}
          isFiltered={isFiltered}
          onClear={clear}
          onCreate={() => setOpen('new')}
          onGallery={() => setOpen('gallery')}
          state={filter.state}
          onState={(state) => change({ state })}
        />
      </div>
      {open === 'new' && <NewJourneyDialog ws={ws} folder={filter.folder} onClose={() => setOpen(undefined)} />}
      {open === 'gallery' && <TemplateGallery ws={ws} onPick={pick} onClose={() => setOpen(undefined)} />}
      {file.element}
    </div>
  )
}

/** Ctrl K leads into the search field. */
function useSearchShortcut() {
  const field = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      field.current?.querySelector('input')?.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return field
}

function List({
  ws,
  draws,
  list,
  isFiltered,
  state,
  onState,
  onClear,
  onCreate,
  onGallery,
}: {
  ws: string
  draws: boolean
  list: ReturnType<typeof useInfiniteQuery<JourneyList, Error, { pages: JourneyList[] }>>
  isFiltered: boolean
  state: JourneyRow['state'] | undefined
  onState: (state: JourneyRow['state'] | undefined) => void
  onClear: () => void
  onCreate: () => void
  onGallery: () => void
}) {
  const t = useMessages(journeysMessages)
  const problemText = useProblemText()
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked>()
  const changes = useChanges(ws)
  const duplicate = useDuplicate(ws)
  const pages = list.data?.pages
  const rows = pages?.flatMap(({ journeys }) => journeys)
  const [first] = pages ?? []
  const selected = rows?.filter((row) => chosen.has(row.key)) ?? []
  const addressOf = (row: JourneyRow) => `/w/${ws}/journeys/${row.key}${row.version === null && draws ? '/edit' : ''}`
  const exportRows = (exported: readonly JourneyRow[]) => changes.mutate({ rows: exported, change: { kind: 'export' } })
  if (list.error && !rows)
    return (
      <div className="min-w-0 flex-1">
        <ErrorState title={t('failed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      </div>
    )
  return (
    <section className="mb-4 flex min-h-0 min-w-0 flex-1 flex-col self-start overflow-hidden rounded-card border border-border bg-surface [max-height:calc(100%-16px)]">
      {selected.length > 0 ? (
        <SelectionBar
          rows={selected}
          draws={draws}
          onAsk={(kind) => setAsked({ kind, rows: selected })}
          onExport={() => exportRows(selected)}
          onClear={() => setChosen(new Set())}
        />
      ) : (
        <div className="flex h-12 shrink-0 items-center overflow-x-auto border-border border-b px-3">
          <StateFilter counts={first?.counts} state={state} onState={onState} />
        </div>
      )}
      <div className="min-h-0 overflow-y-auto">
        <ListTable
          rows={rows}
          addressOf={addressOf}
          onExport={(row) => exportRows([row])}
          actions={
            draws
              ? {
                  onAsk: (kind, row) => setAsked({ kind, rows: [row] }),
                  onDuplicate: (row) => duplicate.mutate(row),
                  onEdit: (row) => go(`/w/${ws}/journeys/${row.key}/edit`),
                }
              : undefined
          }
          selection={{ keys: chosen, onChange: setChosen }}
          empty={
            isFiltered ? (
              <EmptyState text={t('nothingFound')} action={<Button onClick={onClear}>{t('clearFilter')}</Button>} />
            ) : draws ? (
              <EmptyState
                text={t('empty')}
                action={
                  <Button look="primary" icon={Plus} onClick={onCreate}>
                    {t('create')}
                  </Button>
                }
                link={
                  <Button look="link" onClick={onGallery}>
                    {t('useTemplate')}
                  </Button>
                }
              />
            ) : (
              <EmptyState text={t('emptyReader')} />
            )
          }
        />
      </div>
      {first && rows && rows.length > 0 && (
        <div className="flex h-10 shrink-0 items-center border-border border-t px-4 text-ink-3 text-secondary">
          {t('shown', { shown: rows.length, total: first.total })}
          <span className="flex-1" />
          <More list={list} label={t('loadMore')} look="link" size="dense" />
        </div>
      )}
      {asked && (
        <ChangeDialog
          ws={ws}
          asked={asked}
          list={first}
          busy={changes.isPending}
          onChange={(changed, change) =>
            changes.mutate(
              { rows: changed, change },
              {
                onSettled: () => {
                  setAsked(undefined)
                  setChosen(new Set())
                },
              },
            )
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

/** All, then the states that some journey is in. */
function StateFilter({
  counts = {},
  state,
  onState,
}: {
  counts: Readonly<Record<string, number>> | undefined
  state: JourneyRow['state'] | undefined
  onState: (state: JourneyRow['state'] | undefined) => void
}) {
  const t = useMessages(journeysMessages)
  const states = useMessages(stateMessages)
  const format = useFormat()
  const there = STATES.filter((one) => (counts[one] ?? 0) > 0 || one === state)
  return (
    <Segmented<JourneyRow['state'] | 'all'>
      aria-label={t('states')}
      value={state ?? 'all'}
      onChange={(next) => onState(next === 'all' ? undefined : next)}
      choices={[
        { value: 'all', label: t('all') },
        ...there.map((one) => ({ value: one, label: states(one), count: format.number(counts[one] ?? 0) })),
      ]}
    />
  )
}
