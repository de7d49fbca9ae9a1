import { useState } from 'react'
import { rate } from '../../format/number.ts'
import { useMessages } from '../../locale/messages.ts'
import { Chip, Tag, type Tone } from '../chip.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Count, Lift } from '../number.tsx'
import { type Column, type Sorting, Table } from '../table.tsx'
import { Time } from '../time.tsx'
import { pageMessages } from './locale.ts'
import { Specimen } from './specimen.tsx'

interface Line {
  readonly key: string
  readonly name: 'nameValue' | 'firstOrder' | 'winBack'
  readonly state: 'running' | 'paused' | 'draft'
  readonly tone: Tone
  readonly inside: number | null
  readonly reached: number
  readonly lift: number
  readonly next: string | null
}

const LINES: readonly Line[] = [
  {
    key: 'a',
    name: 'nameValue',
    state: 'running',
    tone: 'ok',
    inside: 12_408,
    reached: 0.215,
    lift: 0.051,
    next: '2026-05-08T02:00:00Z',
  },
  { key: 'b', name: 'firstOrder', state: 'paused', tone: 'plain', inside: 0, reached: 0.041, lift: -0.002, next: null },
  { key: 'c', name: 'winBack', state: 'draft', tone: 'plain', inside: null, reached: 0.182, lift: 0.024, next: null },
]

export function Tables() {
  const t = useMessages(pageMessages)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['b']))
  const [sorting, setSorting] = useState<Sorting>({ by: 'inside', descending: true })
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      head: t('name'),
      cell: (line) => <span className="font-medium">{t(line.name)}</span>,
      second: () => (
        <span className="flex items-center gap-1.5">
          {t('birthday')}
          <Tag>{t('core')}</Tag>
        </span>
      ),
    },
    {
      key: 'state',
      head: t('state'),
      width: 110,
      cell: (line) => (
        <Chip tone={line.tone} mark={line.state === 'draft' ? 'ring' : 'dot'}>
          {t(line.state)}
        </Chip>
      ),
    },
    {
      key: 'inside',
      head: t('inside'),
      numeric: true,
      sortable: true,
      width: 120,
      cell: (line) => <Count of={line.inside} />,
    },
    {
      key: 'reached',
      head: t('reached'),
      numeric: true,
      width: 100,
      cell: (line) => rate(line.reached),
      second: (line) => <Lift of={line.lift} />,
    },
    { key: 'next', head: t('next'), width: 150, cell: (line) => (line.next ? <Time at={line.next} /> : '—') },
  ]
  const oneLine = columns.map(({ second: _, ...column }) => column)
  const common = { columns, rowKey: (line: Line) => line.key, rowName: (line: Line) => t(line.name) }
  return (
    <Specimen name="Table">
      <div className="rounded-card border border-border">
        <Table
          {...common}
          label={t('journeys')}
          rows={LINES}
          lines={2}
          open={() => '/'}
          selection={{ keys, onChange: setKeys }}
          sorting={sorting}
          onSort={setSorting}
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <div className="overflow-x-auto rounded-card border border-border">
          <Table {...common} columns={oneLine.slice(0, 3)} label={t('nodes')} rows={LINES} open={() => () => {}} />
        </div>
        <div className="rounded-card border border-border">
          <Table {...common} columns={oneLine.slice(0, 3)} label={t('messages')} rows={undefined} />
        </div>
      </div>
      <div className="rounded-card border border-border">
        <Table {...common} label={t('segments')} rows={[]} empty={<EmptyState text={t('emptyText')} />} />
      </div>
    </Specimen>
  )
}
