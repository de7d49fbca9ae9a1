import { Count } from '../../kit/number.tsx'
import { Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useMessages } from '../../locale/messages.ts'
import type { Journey, Report } from './queries.ts'
import { reportMessages } from './report-locale.ts'

/** The versions of a journey: who agreed to each where a second person did, and how many entered. */
export function VersionsTable({
  rows,
  versions,
}: {
  rows: Report['versions'] | undefined
  versions: Journey['versions']
}) {
  const t = useMessages(reportMessages)
  const approvedOf = (version: number) => versions.find(({ number }) => number === version)?.approved
  return (
    <Table
      label={t('perVersion')}
      lines={versions.some(({ approved }) => approved !== null) ? 2 : 1}
      rows={rows}
      rowKey={(row) => String(row.version)}
      rowName={(row) => t('versionName', { number: row.version })}
      columns={[
        { key: 'version', head: t('version'), cell: (row) => t('versionName', { number: row.version }) },
        {
          key: 'at',
          head: t('publishedAt'),
          width: 192,
          cell: (row) => <Time at={row.publishedAt} />,
          second: (row) => {
            const approved = approvedOf(row.version)
            return approved && t('approvedBy', { by: approved.by })
          },
        },
        { key: 'entered', head: t('entered'), numeric: true, width: 84, cell: (row) => <Count of={row.entered} /> },
        {
          key: 'completed',
          head: t('completed'),
          numeric: true,
          width: 100,
          cell: (row) => <Count of={row.completed} />,
        },
        { key: 'inside', head: t('inside'), numeric: true, width: 84, cell: (row) => <Count of={row.inside} /> },
      ]}
    />
  )
}
