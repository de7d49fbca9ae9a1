import { registry } from '../../../nodes/definitions.ts'
import { views } from '../../../nodes/views.ts'
import { NONE, rate } from '../../format/number.ts'
import { useFormat } from '../../format/use-format.ts'
import { Count } from '../../kit/number.tsx'
import { type Column, Table } from '../../kit/table.tsx'
import { Tile } from '../../kit/tile.tsx'
import { useMessages } from '../../locale/messages.ts'
import type { Report } from './queries.ts'
import { reportMessages } from './report-locale.ts'

type ReportNode = Report['nodes'][number]

const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((all, n) => all + n, 0)

/** A node by its tile and name. */
export function NodeName({ node: { type, name } }: { node: Pick<ReportNode, 'type' | 'name'> }) {
  const icon = views.get(type)?.icon
  return (
    <span className="flex items-center gap-2">
      {icon && <Tile icon={icon} category={registry.get(type)?.category ?? 'control'} size="dense" />}
      <span className="truncate">{name}</span>
    </span>
  )
}

/** How many came to every node, where they are now, and how long they stayed. */
export function NodeTable({ nodes }: { nodes: readonly ReportNode[] | undefined }) {
  const t = useMessages(reportMessages)
  const format = useFormat()
  const number = (key: string, head: string, of: (node: ReportNode) => number): Column<ReportNode> => ({
    ...{ key, head, numeric: true, width: 104 },
    cell: (node) => <Count of={of(node)} />,
  })
  return (
    <Table
      label={t('perNode')}
      rows={nodes}
      rowKey={(node) => node.id}
      rowName={(node) => node.name}
      columns={[
        { key: 'node', head: t('node'), cell: (node) => <NodeName node={node} /> },
        number('entered', t('entered'), (node) => node.entered),
        number('left', t('left'), (node) => sum(node.out) + sum(node.left)),
        number('waiting', t('waiting'), (node) => node.waiting),
        {
          ...number('failed', t('failedPeople'), (node) => node.failed),
          cell: (node) => (
            <span className={node.failed > 0 ? 'font-semibold text-bad' : undefined}>
              <Count of={node.failed} />
            </span>
          ),
        },
        {
          key: 'median',
          head: t('median'),
          numeric: true,
          width: 124,
          cell: ({ medianMs }) => (medianMs === null ? t('instant') : format.measuredDuration(medianMs)),
        },
        { key: 'first', head: t('first'), width: 176, cell: (node) => <MainShare node={node} /> },
      ]}
    />
  )
}

/** How many of those who went on took the outcome that most took. */
function MainShare({ node: { out } }: { node: ReportNode }) {
  const whole = sum(out)
  if (whole === 0) return <span className="text-ink-3">{NONE}</span>
  const share = Math.max(...Object.values(out)) / whole
  return (
    <span className="flex items-center gap-2">
      <span className="h-1.5 w-16 rounded-full bg-surface-3">
        <span className="block h-full rounded-full bg-bar-strong" style={{ width: `${share * 100}%` }} />
      </span>
      {rate(share)}
    </span>
  )
}
