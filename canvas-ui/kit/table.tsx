import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMessages } from '../locale/messages.ts'
import { CheckBox } from './checkbox.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { kitMessages } from './locale.ts'
import { RowOpen } from './row-open.tsx'
import { Bone, Skeleton } from './skeleton.tsx'

export interface Column<Row> {
  readonly key: string
  /** Numeric columns name their unit here. */
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** A second, smaller line: the table then has `lines={2}`. */
  readonly second?: ((row: Row) => ReactNode) | undefined
  readonly numeric?: boolean | undefined
  /** Pixels. A column without takes what is left. */
  readonly width?: number | undefined
  readonly sortable?: boolean | undefined
}

export interface Sorting {
  /** Key of a column. */
  readonly by: string
  readonly descending: boolean
}

export interface TableProps<Row> {
  /** Says what the rows are. */
  label: string
  columns: readonly Column<Row>[]
  /** `undefined` while they are loading for the first time. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** The row in words, for its checkbox. */
  rowName: (row: Row) => string
  lines?: 1 | 2 | undefined
  /** What the whole row opens: an address, or something to do. The first column carries it. */
  open?: ((row: Row) => string | (() => void)) | undefined
  selection?: { readonly keys: ReadonlySet<string>; readonly onChange: (keys: ReadonlySet<string>) => void } | undefined
  /** The row that is open beside the table. */
  current?: string | undefined
  sorting?: Sorting | undefined
  onSort?: ((sorting: Sorting) => void) | undefined
  /** Instead of rows, where there are none. */
  empty?: ReactNode
}

const HEAD =
  'h-[34px] whitespace-nowrap border-border border-b px-3 text-left font-medium text-ink-3 text-secondary first:pl-4 last:pr-4'
const CELL =
  'whitespace-nowrap border-border border-b px-3 text-body text-ink first:pl-4 last:pr-4 group-last:border-b-0'
const HEIGHTS = { 1: 'h-10', 2: 'h-[52px]' } as const
const BONES = ['a', 'b', 'c', 'd', 'e']

/** Text left, numbers right; the row is the target. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, selection, lines = 1 } = props
  const height = HEIGHTS[lines]
  return (
    <>
      <table aria-label={props.label} className="w-full table-fixed border-separate border-spacing-0">
        <thead>
          <tr>
            {selection && (
              <th className={classes(HEAD, 'w-10 pr-0')}>
                <SelectAll {...props} keys={selection.keys} onChange={selection.onChange} />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <Line key={props.rowKey(row)} {...props} row={row} height={height} />
          ))}
        </tbody>
      </table>
      {!rows && (
        <Skeleton>
          {BONES.map((bone) => (
            <span key={bone} className={classes('flex items-center gap-6 border-border border-b px-4', height)}>
              <Bone className="h-3 flex-1" />
              <Bone className="h-3 w-16" />
              <Bone className="h-3 w-24" />
            </span>
          ))}
        </Skeleton>
      )}
      {rows?.length === 0 && props.empty}
    </>
  )
}

function Head<Row>({ column, sorting, onSort }: { column: Column<Row> } & Pick<TableProps<Row>, 'sorting' | 'onSort'>) {
  const sorted = sorting?.by === column.key ? sorting : undefined
  return (
    <th
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
      style={{ width: column.width }}
      className={classes(HEAD, column.numeric && 'text-right')}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ by: column.key, descending: sorted ? !sorted.descending : true })}
          className={classes(
            'inline-flex h-6 items-center gap-1 rounded-chip font-medium hover:text-ink',
            sorted && 'text-ink',
          )}
        >
          {column.head}
          {sorted && <Icon of={sorted.descending ? ArrowDown : ArrowUp} size="badge" />}
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}

function SelectAll<Row>({
  rows = [],
  rowKey,
  keys,
  onChange,
}: Pick<TableProps<Row>, 'rows' | 'rowKey'> & NonNullable<TableProps<Row>['selection']>) {
  const t = useMessages(kitMessages)
  const chosen = rows.filter((row) => keys.has(rowKey(row))).length
  return (
    <CheckBox
      label={t('selectAll')}
      disabled={rows.length === 0}
      checked={chosen === 0 ? false : chosen === rows.length ? true : 'some'}
      onChange={(all) => onChange(new Set(all ? rows.map(rowKey) : []))}
    />
  )
}

function Line<Row>({
  row,
  height,
  columns,
  rowKey,
  rowName,
  open,
  selection,
  current,
}: TableProps<Row> & { row: Row; height: string }) {
  const t = useMessages(kitMessages)
  const key = rowKey(row)
  const chosen = selection?.keys.has(key) ?? false
  const choose = (on: boolean) => {
    if (!selection) return
    const keys = new Set(selection.keys)
    if (on) keys.add(key)
    else keys.delete(key)
    selection.onChange(keys)
  }
  return (
    <tr
      className={classes(
        'group relative has-[[data-row-open]:focus-visible]:outline-2 has-[[data-row-open]:focus-visible]:outline-brand has-[[data-row-open]:focus-visible]:-outline-offset-2',
        chosen || key === current ? 'bg-brand-soft' : 'hover:bg-surface-2',
      )}
    >
      {selection && (
        <td className={classes(CELL, height, 'pr-0')}>
          <span className="relative z-1 block">
            <CheckBox label={t('selectRow', { name: rowName(row) })} checked={chosen} onChange={choose} />
          </span>
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.key} className={classes(CELL, height, column.numeric && 'text-right tabular-nums')}>
          <div className="truncate">
            {at === 0 && open ? <RowOpen to={open(row)}>{column.cell(row)}</RowOpen> : column.cell(row)}
          </div>
          {column.second && <div className="truncate text-ink-3 text-secondary">{column.second(row)}</div>}
        </td>
      ))}
    </tr>
  )
}
