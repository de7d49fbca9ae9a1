import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { MoreRow } from '../../app/more.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { NONE } from '../../format/number.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { approvalMessages } from './locale.ts'
import { type Approval, approvalsOf, type Shown } from './queries.ts'
import { ApprovalState } from './state-chip.tsx'

/** Requests that a second person publish a journey: those that wait for the reader, or all. */
export function Approvals() {
  const t = useMessages(approvalMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const [address, setAddress] = useSearchParams()
  const decides = isAtLeast(role, 'approver')
  const shown: Shown = !decides || address.get('shown') === 'all' ? 'all' : 'waiting'
  const list = useInfiniteQuery(approvalsOf(ws, shown, language))
  const rows = list.data?.pages.flatMap((page) => page.approvals)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={t('approvals')} />
      {decides && (
        <div className="pb-3">
          <Segmented
            aria-label={t('shown')}
            choices={(['waiting', 'all'] as const).map((value) => ({ value, label: t(value) }))}
            value={shown}
            onChange={(value) => setAddress(value === 'all' ? { shown: 'all' } : {}, { replace: true })}
          />
        </div>
      )}
      {list.error && !rows ? (
        <ErrorState title={t('failed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <section className="shrink-0 overflow-hidden rounded-card border border-border bg-surface">
          <ApprovalTable
            ws={ws}
            rows={rows}
            empty={
              <EmptyState
                text={t(shown === 'waiting' ? 'noneWaiting' : 'none')}
                link={
                  isAtLeast(role, 'admin') && (
                    <Link href={`/w/${ws}/settings/approvals`} className="text-brand-text">
                      {t('toRules')}
                    </Link>
                  )
                }
              />
            }
          />
        </section>
      )}
      <MoreRow list={list} label={t('more')} space="pt-3" />
    </div>
  )
}

function ApprovalTable({
  ws,
  rows,
  empty,
}: {
  ws: string
  rows: readonly Approval[] | undefined
  empty: React.ReactNode
}) {
  const t = useMessages(approvalMessages)
  const none = <span className="text-ink-3">{NONE}</span>
  return (
    <Table<Approval>
      label={t('approvals')}
      lines={2}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.journey.name}
      open={(row) => `/w/${ws}/approvals/${row.id}`}
      empty={empty}
      columns={[
        {
          key: 'journey',
          head: t('journey'),
          cell: (row) => <span className="font-medium">{row.journey.name}</span>,
          second: (row) => row.note,
        },
        { key: 'state', head: t('state'), width: 104, cell: (row) => <ApprovalState state={row.state} /> },
        {
          key: 'size',
          head: t('size'),
          width: 96,
          numeric: true,
          cell: (row) => (row.audience === null ? none : <Count of={row.audience} />),
        },
        {
          key: 'asker',
          head: t('asker'),
          width: 152,
          cell: (row) => (
            <span className="flex items-center gap-2">
              <Avatar name={row.askedBy} size="line" />
              <span className="truncate">{row.askedBy}</span>
            </span>
          ),
        },
        { key: 'at', head: t('askedAt'), width: 192, cell: (row) => <Time at={row.askedAt} /> },
        {
          key: 'decided',
          head: t('decided'),
          width: 136,
          cell: (row) => row.decidedBy ?? none,
          second: (row) => row.version !== null && t('newVersion', { number: row.version }),
        },
      ]}
    />
  )
}
