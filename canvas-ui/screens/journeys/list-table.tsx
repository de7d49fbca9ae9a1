import { Archive, Copy, Ellipsis, FileDown, FolderInput, Pencil, Tags } from 'lucide-react'
import { NONE } from '../../format/number.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Tag } from '../../kit/chip.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../kit/menu.tsx'
import { Count } from '../../kit/number.tsx'
import { type Column, Table, type TableProps } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useMessages } from '../../locale/messages.ts'
import { BudgetMark } from './budget-mark.tsx'
import type { Asked } from './change-dialogs.tsx'
import { journeysMessages, stateMessages } from './locale.ts'
import type { JourneyRow } from './queries.ts'
import { Sparkline } from './sparkline.tsx'
import { StateChip } from './state-chip.tsx'
import { isByEvents, Trigger } from './trigger.tsx'
import { isArchivable } from './use-changes.ts'
import { useWide } from './use-wide.ts'

const SHOWN_LABELS = 2
const isLive = ({ state }: JourneyRow) => state === 'running' || state === 'scheduled'
/** Nobody was ever inside: its numbers do not apply. */
const isUnborn = ({ version }: JourneyRow) => version === null

export interface RowActions {
  readonly onAsk: (kind: Asked['kind'], row: JourneyRow) => void
  readonly onDuplicate: (row: JourneyRow) => void
  readonly onEdit: (row: JourneyRow) => void
}

/** The journeys. `actions` is absent where the reader may change none. */
export function ListTable({
  rows,
  addressOf,
  actions,
  onExport,
  selection,
  empty,
}: {
  rows: readonly JourneyRow[] | undefined
  addressOf: (row: JourneyRow) => string
  actions: RowActions | undefined
  onExport: (row: JourneyRow) => void
} & Pick<TableProps<JourneyRow>, 'selection' | 'empty'>) {
  const t = useMessages(journeysMessages)
  const wide = useWide()
  const none = <span className="text-ink-3">{NONE}</span>
  const owner: Column<JourneyRow> = {
    key: 'owner',
    head: t('owner'),
    width: 116,
    cell: (row) =>
      row.owner === null ? (
        none
      ) : (
        <span className="flex items-center gap-2">
          <Avatar name={row.owner} size="line" />
          <span className="truncate">{row.owner}</span>
        </span>
      ),
  }
  const columns: Column<JourneyRow>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: (row) => (
        <span title={row.name} className="font-medium">
          {row.name}
        </span>
      ),
      second: (row) => <Place row={row} />,
    },
    { key: 'state', head: t('state'), width: 96, cell: (row) => <StateChip state={row.state} /> },
    { key: 'triggers', head: t('triggers'), width: 124, cell: (row) => <Trigger types={row.triggers} /> },
    {
      key: 'inside',
      head: t('inside'),
      width: 72,
      numeric: true,
      cell: (row) => <span className="font-medium">{isUnborn(row) ? none : <Count of={row.inside} />}</span>,
    },
    {
      key: 'entered',
      head: t('entered'),
      width: 116,
      cell: (row) => (isUnborn(row) ? none : <Sparkline days={row.entered} live={isLive(row)} />),
    },
    {
      key: 'next',
      head: t('nextFire'),
      width: wide ? 200 : 176,
      cell: (row) => <NextFire row={row} />,
      second: (row) => <NextNote row={row} />,
    },
    ...(wide ? [owner] : []),
    {
      key: 'actions',
      head: <span className="sr-only">{t('actions')}</span>,
      width: 56,
      numeric: true,
      cell: (row) => <RowMenu row={row} actions={actions} onExport={onExport} />,
    },
  ]
  return (
    <Table
      label={t('title')}
      lines={2}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowName={(row) => row.name}
      open={addressOf}
      selection={selection}
      empty={empty}
    />
  )
}

/** What its budgets need somebody for, its folder and labels, below the name. */
function Place({ row: { folder, labels, budgets } }: { row: JourneyRow }) {
  return (
    <span className="flex items-center gap-1.5">
      <BudgetMark budgets={budgets} />
      {folder !== null && <span className="truncate">{folder}</span>}
      {labels.slice(0, SHOWN_LABELS).map((label) => (
        <Tag key={label}>{label}</Tag>
      ))}
      {labels.length > SHOWN_LABELS && <span title={labels.join(' · ')}>+{labels.length - SHOWN_LABELS}</span>}
    </span>
  )
}

function NextFire({ row: { state, nextFireAt, triggers } }: { row: JourneyRow }) {
  const t = useMessages(journeysMessages)
  const states = useMessages(stateMessages)
  if (nextFireAt !== null) return <Time at={nextFireAt} as="near" />
  if (state === 'running' && triggers.some(isByEvents)) return t('live')
  return <span className="text-ink-3">{state === 'paused' ? states('paused') : NONE}</span>
}

function NextNote({ row: { state, nextFireAt, problems, hasDraft, version, triggers } }: { row: JourneyRow }) {
  const t = useMessages(journeysMessages)
  if (problems > 0) return <span className="text-warn">{t('problems', { count: problems })}</span>
  if (hasDraft && version !== null) return t('unpublished')
  if (nextFireAt !== null) return <Time at={nextFireAt} as="distance" />
  return state === 'running' && triggers.some(isByEvents) ? t('whenEvent') : null
}

function RowMenu({
  row,
  actions,
  onExport,
}: {
  row: JourneyRow
  actions: RowActions | undefined
  onExport: (row: JourneyRow) => void
}) {
  const t = useMessages(journeysMessages)
  return (
    <span className="relative z-1 flex justify-end">
      <Menu trigger={<IconButton icon={Ellipsis} label={t('actionsOf', { name: row.name })} />}>
        {actions && row.state !== 'archived' && (
          <>
            <MenuItem icon={Pencil} onSelect={() => actions.onEdit(row)}>
              {t('edit')}
            </MenuItem>
            <MenuItem icon={FolderInput} onSelect={() => actions.onAsk('move', row)}>
              {t('move')}
            </MenuItem>
            <MenuItem icon={Tags} onSelect={() => actions.onAsk('label', row)}>
              {t('label')}
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        {actions && (
          <MenuItem icon={Copy} onSelect={() => actions.onDuplicate(row)}>
            {t('duplicate')}
          </MenuItem>
        )}
        <MenuItem icon={FileDown} onSelect={() => onExport(row)}>
          {t('exportJson')}
        </MenuItem>
        {actions && isArchivable(row) && (
          <>
            <MenuSeparator />
            <MenuItem icon={Archive} onSelect={() => actions.onAsk('archive', row)}>
              {t('archive')}
            </MenuItem>
          </>
        )}
      </Menu>
    </span>
  )
}
