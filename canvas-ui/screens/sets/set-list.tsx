import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { type Column, Table } from '../../kit/table.tsx'
import { useLanguage } from '../../locale/language.ts'

/** What segments and groups have in common: journeys choose members by them. */
interface MemberSet {
  readonly key: string
  readonly name: string
  /** Journeys whose live version names it. */
  readonly usedBy: readonly { readonly name: string }[]
}

interface SetListProps<Row extends MemberSet> {
  readonly title: string
  /** Their address in the workspace. */
  readonly path: 'segments' | 'groups'
  readonly list: UseQueryResult<Row[]>
  readonly t: (text: 'create' | 'none' | 'listFailed' | 'name' | 'usedBy' | 'unused') => string
  /** Between the name and who uses it. */
  readonly columns: readonly Column<Row>[]
  readonly widths: { readonly name?: number; readonly usedBy: number }
}

/** Sets of members by name, what is particular to them, and the journeys that use them. */
export function SetList<Row extends MemberSet>({ title, path, list, t, columns, widths }: SetListProps<Row>) {
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const [, go] = useLocation()
  const create = isAtLeast(role, 'analyst') && (
    <Button look="primary" icon={Plus} onClick={() => go(`/w/${ws}/${path}/new`)}>
      {t('create')}
    </Button>
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={title} note={list.data && <Count of={list.data.length} />}>
        {list.data && list.data.length > 0 && create}
      </PageHead>
      {list.error && !list.data ? (
        <ErrorState title={t('listFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <section className="shrink-0 overflow-hidden rounded-card border border-border bg-surface">
          <Table<Row>
            label={title}
            lines={2}
            rows={list.data}
            rowKey={(set) => set.key}
            rowName={(set) => set.name}
            open={(set) => `/w/${ws}/${path}/${set.key}`}
            empty={<EmptyState text={t('none')} action={create} />}
            columns={[
              {
                key: 'name',
                head: t('name'),
                width: widths.name,
                cell: (set) => <span className="font-medium">{set.name}</span>,
                second: (set) => set.key,
              },
              ...columns,
              {
                key: 'used',
                head: t('usedBy'),
                width: widths.usedBy,
                cell: ({ usedBy }) =>
                  usedBy.length === 0 ? (
                    <span className="text-ink-3">{t('unused')}</span>
                  ) : (
                    usedBy.map((journey) => journey.name).join(language === 'en' ? ', ' : '、')
                  ),
              },
            ]}
          />
        </section>
      )}
    </div>
  )
}
