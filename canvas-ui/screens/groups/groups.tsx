import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Count } from '../../kit/number.tsx'
import { Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { groupMessages } from './locale.ts'
import { type Group, groupsOf } from './queries.ts'

/** Groups by name: how many are in them, and the journeys that use them. */
export function Groups() {
  const t = useMessages(groupMessages)
  const language = useLanguage()
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const [, go] = useLocation()
  const list = useQuery(groupsOf(ws))
  const create = isAtLeast(role, 'analyst') && (
    <Button look="primary" icon={Plus} onClick={() => go(`/w/${ws}/groups/new`)}>
      {t('create')}
    </Button>
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={t('groups')} note={list.data && <Count of={list.data.length} />}>
        {list.data && list.data.length > 0 && create}
      </PageHead>
      {list.error && !list.data ? (
        <ErrorState title={t('listFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <section className="shrink-0 overflow-hidden rounded-card border border-border bg-surface">
          <Table<Group>
            label={t('groups')}
            lines={2}
            rows={list.data}
            rowKey={(group) => group.key}
            rowName={(group) => group.name}
            open={(group) => `/w/${ws}/groups/${group.key}`}
            empty={<EmptyState text={t('none')} action={create} />}
            columns={[
              {
                key: 'name',
                head: t('name'),
                cell: (group) => <span className="font-medium">{group.name}</span>,
                second: (group) => group.key,
              },
              {
                key: 'size',
                head: t('size'),
                numeric: true,
                width: 110,
                cell: ({ size }) => <Count of={size} />,
              },
              { key: 'updated', head: t('updated'), width: 160, cell: ({ updatedAt }) => <Time at={updatedAt} /> },
              {
                key: 'used',
                head: t('usedBy'),
                width: 260,
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
